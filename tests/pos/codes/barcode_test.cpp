#include "pos/codes/barcode.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

std::string modules_of(std::string_view text) {
    const auto bars = bar_modules(text);
    REQUIRE(bars);
    std::string words;
    for (const bool dark : bars->dark)
        words += dark ? '1' : '0';
    return words;
}

} // namespace

TEST_CASE("an EAN-13 has its 95 modules as the standard draws them", "[codes]") {
    // GS1 General Specifications, section 5.2: guards 101, 01010, 101; 5901234123457 is the usual example.
    CHECK(modules_of("5901234123457") == "101"
                                         "0001011"
                                         "0100111"
                                         "0110011"
                                         "0010011"
                                         "0111101"
                                         "0011101" // 901234, LGGLLG
                                         "01010"
                                         "1100110"
                                         "1101100"
                                         "1000010"
                                         "1011100"
                                         "1001110"
                                         "1000100" // 123457
                                         "101");
    CHECK(modules_of("036000291452") == modules_of("0036000291452")); // UPC-A
    CHECK(modules_of("96385074").size() == 67);                       // EAN-8
}

TEST_CASE("what is no article number becomes Code 128, and what no label holds is refused", "[codes]") {
    CHECK(modules_of("OC001").size() > 67);
    CHECK(modules_of("5901234123450").substr(0, 11) != modules_of("5901234123457").substr(0, 11)); // wrong check digit
    for (const auto* text : {"", "Mật ong", "a label that is far too long to be printed on it"}) {
        INFO(text);
        CHECK(bar_modules(text).error().key == "error.barcode_impossible");
    }
}
