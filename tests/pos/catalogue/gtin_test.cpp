#include "pos/catalogue/gtin.h"

#include <catch2/catch.hpp>

using namespace ocop;

TEST_CASE("The check digit of article numbers is verified", "[catalogue]") {
    for (const auto* good : {"8935001000013", "2000012004506", "2900010000015", "96385074", "036000291452"})
        CHECK(is_gtin(good));
    for (const auto* bad : {"8935001000014", "893500100001", "96385075", "", "12345", "893500100001x"})
        CHECK_FALSE(is_gtin(bad));
    CHECK(gtin_check_digit("893500100001") == '3');
}

TEST_CASE("The same article has one number whatever form the scanner sends", "[catalogue]") {
    CHECK(gtin14("036000291452") == gtin14("0036000291452"));
    CHECK(gtin14("8935001000013") == "08935001000013");
    CHECK(gtin14("AB-1") == "AB-1");
}
