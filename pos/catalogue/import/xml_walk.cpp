#include "pos/catalogue/import/xml_walk.h"

#include <expat.h>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <memory>
#include <stdexcept>
#include <type_traits>

namespace ocop {
namespace {

constexpr std::size_t deepest = 64; // elements of a workbook nest less than ten deep
constexpr std::size_t step = 1024 * 1024;

std::string_view local_name(const char* name) {
    const std::string_view whole(name);
    const auto colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

// What expat calls. Nothing may be thrown through expat, which is C: a failure stops it and is thrown afterwards.
class Walker {
public:
    explicit Walker(XmlHandler& handler) : parser_(XML_ParserCreate(nullptr)), handler_(handler) {
        if (!parser_) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(
            parser_.get(),
            [](void* self, const char* name, const char** attributes) {
                static_cast<Walker*>(self)->guard([&](Walker& walker) { walker.open(name, attributes); });
            },
            [](void* self, const char* name) {
                static_cast<Walker*>(self)->guard([&](Walker& walker) { walker.close(name); });
            });
        XML_SetCharacterDataHandler(parser_.get(), [](void* self, const char* text, int length) {
            static_cast<Walker*>(self)->guard([&](Walker& walker) {
                walker.handler_.text(std::string_view(text, static_cast<std::size_t>(length)));
            });
        });
        // No part of a workbook declares a document type; what does wants to define entities.
        XML_SetStartDoctypeDeclHandler(parser_.get(), [](void* self, const char*, const char*, const char*, int) {
            static_cast<Walker*>(self)->guard([](Walker&) { throw std::invalid_argument("XML with a DOCTYPE"); });
        });
    }

    void walk(std::string_view bytes) {
        for (std::size_t at = 0;;) {
            const auto size = std::min(step, bytes.size() - at);
            const bool last = at + size == bytes.size();
            const auto status = XML_Parse(parser_.get(), bytes.data() + at, static_cast<int>(size), last ? 1 : 0);
            if (failure_) std::rethrow_exception(failure_);
            if (status != XML_STATUS_OK) throw std::invalid_argument(XML_ErrorString(XML_GetErrorCode(parser_.get())));
            if (last) return;
            at += size;
        }
    }

private:
    struct Free {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };

    template <class Work>
    void guard(Work work) {
        if (failure_) return;
        try {
            work(*this);
        } catch (...) {
            failure_ = std::current_exception();
            XML_StopParser(parser_.get(), XML_FALSE);
        }
    }

    void open(const char* name, const char** attributes) {
        if (++depth_ > deepest) throw std::invalid_argument("XML nests too deep");
        XmlAttributes all;
        for (; *attributes != nullptr; attributes += 2)
            all.add(local_name(attributes[0]), attributes[1]);
        handler_.open(local_name(name), all);
    }

    void close(const char* name) {
        --depth_;
        handler_.close(local_name(name));
    }

    std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
    XmlHandler& handler_;
    std::size_t depth_ = 0;
    std::exception_ptr failure_;
};

} // namespace

void walk_xml(std::string_view bytes, XmlHandler& handler) {
    Walker(handler).walk(bytes);
}

} // namespace ocop
