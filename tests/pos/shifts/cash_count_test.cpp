#include "pos/shifts/cash_count.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;

TEST_CASE("a count is the sum of its notes and comes back from the journal as it was", "[shifts]") {
    const CashCount count{{Dong{500'000}, 3}, {Dong{20'000}, 10}, {Dong{1'000}, 7}};
    CHECK(total_of(count) == Dong{1'707'000});
    CHECK(check_cash_count(count));
    CHECK(cash_count_from_json(cash_count_to_json(count)) == count);
    CHECK(total_of({}) == Dong{});
}

TEST_CASE("notes that nobody could have counted are refused", "[shifts]") {
    CHECK_FALSE(check_cash_count({{Dong{30'000}, 1}}));
    CHECK_FALSE(check_cash_count({{Dong{50'000}, -1}}));
    CHECK_FALSE(check_cash_count({{Dong{50'000}, 1}, {Dong{50'000}, 2}}));
    CHECK_FALSE(check_cash_count({{Dong{1'000}, 1}, {Dong{50'000}, 2}}));
    CHECK_FALSE(check_cash_count({{Dong{500'000}, 1'000'000'000'000'000}}));
}
