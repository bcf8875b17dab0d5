#include "pos/catalogue/star_number.h"

#include <catch2/catch.hpp>

using namespace ocop;

TEST_CASE("a potential five counts as a four and stands between four and five", "[catalogue]") {
    CHECK(star_number(Stars::three) == 3);
    CHECK(star_number(Stars::four) == 4);
    CHECK(star_number(Stars::potential_five) == 4);
    CHECK(star_number(Stars::five) == 5);
    CHECK(star_rank(Stars::three) < star_rank(Stars::four));
    CHECK(star_rank(Stars::four) < star_rank(Stars::potential_five));
    CHECK(star_rank(Stars::potential_five) < star_rank(Stars::five));
}
