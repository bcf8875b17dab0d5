// Walks through an XML part of a workbook, element by element.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ocop {

class XmlAttributes {
public:
    void add(std::string_view name, std::string_view value) { all_.emplace_back(name, value); }
    // "" when there is none of that name.
    const std::string& operator[](std::string_view name) const {
        static const std::string nothing;
        for (const auto& [key, value] : all_)
            if (key == name) return value;
        return nothing;
    }

private:
    std::vector<std::pair<std::string, std::string>> all_;
};

// Names come without their namespace prefix. Text may come in pieces.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void close(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
};

// Throws std::invalid_argument when the bytes are no whole XML document or declare a document type; what a handler
// throws comes through.
void walk_xml(std::string_view bytes, XmlHandler& handler);

} // namespace ocop
