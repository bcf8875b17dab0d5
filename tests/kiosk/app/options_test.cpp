#include "kiosk/app/options.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace ocop::kiosk;

namespace {

struct Read {
    std::ostringstream out;
    std::ostringstream err;
    std::variant<KioskOptions, int> result;
    explicit Read(const std::vector<std::string>& arguments) : result(read_options(arguments, out, err)) {}
    int status() const { return std::holds_alternative<int>(result) ? std::get<int>(result) : -1; }
    const KioskOptions& options() const { return std::get<KioskOptions>(result); }
};

} // namespace

TEST_CASE("the kiosk takes its options as the contract says", "[kiosk]") {
    const Read read({"--data", "/d", "--window", "1280x800", "--lang", "en", "--start", "till"});
    REQUIRE(read.status() == -1);
    CHECK(read.options().data == "/d");
    CHECK(read.options().size == std::pair{1280, 800});
    CHECK(read.options().language == "en");
    CHECK(read.options().start == StartAt::till);
    CHECK(read.options().comes_later.empty());
    CHECK(read.options().automation.empty());
}

TEST_CASE("a wrong option is a usage error that names it, help is none", "[kiosk]") {
    for (const char* size : {"800", "1280x800x1", "100x100", "axb"}) {
        const Read read({"--window", size});
        CHECK(read.status() == 2);
        CHECK(read.err.str().find(size) != std::string::npos);
    }
    CHECK(Read({"--lang", "xx"}).status() == 2);
    CHECK(Read({"--unknown"}).status() == 2);
    CHECK(Read({"--help"}).status() == 0);
}

TEST_CASE("what comes in a later version is named, not ignored", "[kiosk]") {
    CHECK(Read({"--start", "organiser"}).options().comes_later == "--start organiser");
}

TEST_CASE("the customer display has a size and a place", "[kiosk]") {
    CHECK_FALSE(Read({}).options().customer_display);
    const Read read({"--customer-display", "1280x800+1920+0"});
    CHECK(read.options().comes_later.empty());
    CHECK(read.options().customer_display == DisplayPlace{1280, 800, 1920, 0});
    CHECK(Read({"--customer-display", "1024x768-1024+40"}).options().customer_display ==
          DisplayPlace{1024, 768, -1024, 40});
    CHECK(Read({"--customer-display", "1280x800"}).options().customer_display == DisplayPlace{1280, 800, 0, 0});
    for (const char* place : {"1280", "1280x800+1", "1280x800+0+0+0", "200x100+0+0", "left"}) {
        const Read wrong({"--customer-display", place});
        CHECK(wrong.status() == 2);
        CHECK(wrong.err.str().find(place) != std::string::npos);
    }
}
