#include "pos/staff/staff.h"

#include <catch2/catch.hpp>

using namespace ocop;

TEST_CASE("a PIN is six digits and only its own hash accepts it", "[staff]") {
    const auto hash = hash_pin("135790");
    REQUIRE(hash);
    CHECK(check_pin(*hash, "135790"));
    CHECK_FALSE(check_pin(*hash, "135791"));
    CHECK_FALSE(check_pin(*hash, ""));
    CHECK(hash->find("argon2id") != std::string::npos);
    CHECK_FALSE(hash_pin("12345"));
    CHECK_FALSE(hash_pin("12345a"));
}

TEST_CASE("the fifth wrong PIN locks a person out for a minute", "[staff]") {
    PinAttempts attempts;
    Monotonic now{1'000};
    for (int i = 0; i < most_wrong_pins - 1; ++i)
        attempts = after_wrong_pin(attempts, now);
    CHECK_FALSE(is_locked(attempts, now));
    attempts = after_wrong_pin(attempts, now);
    CHECK(is_locked(attempts, now));
    CHECK(is_locked(attempts, Monotonic{now.milliseconds + pin_lock_milliseconds - 1}));
    CHECK_FALSE(is_locked(attempts, Monotonic{now.milliseconds + pin_lock_milliseconds}));
}
