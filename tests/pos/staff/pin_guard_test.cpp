#include "pos/staff/pin_guard.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

const StaffId lan{"lan"};
const StaffId mai{"mai"};

} // namespace

TEST_CASE("five wrong PINs lock one person, and nobody else", "[staff]") {
    PinGuard guard;
    const Monotonic now{1'000};
    for (int left = most_wrong_pins - 1; left >= 0; --left)
        CHECK(guard.tried(lan, false, now).attempts_left == left);
    CHECK(guard.locked(lan, now));
    CHECK(guard.waiting(lan).locked_until == Monotonic{61'000});
    CHECK_FALSE(guard.locked(mai, now));
    CHECK_FALSE(guard.locked(lan, Monotonic{61'000}));
    CHECK(guard.tried(lan, true, Monotonic{61'000}).right);
    CHECK(guard.write(Monotonic{61'000}) == "{}");
}

TEST_CASE("ending the program forgives no wrong PIN, and a lock begins again", "[staff]") {
    PinGuard guard;
    guard.tried(lan, false, Monotonic{0});
    guard.tried(lan, false, Monotonic{0});
    for (int i = 0; i < most_wrong_pins; ++i)
        guard.tried(mai, false, Monotonic{0});
    // The next program's monotonic clock has nothing to do with this one's.
    auto next = PinGuard::read(guard.write(Monotonic{30'000}), Monotonic{5});
    CHECK(next.tried(lan, false, Monotonic{5}).attempts_left == most_wrong_pins - 3);
    CHECK(next.locked(mai, Monotonic{60'000}));
    CHECK_FALSE(next.locked(mai, Monotonic{60'005}));
    CHECK_FALSE(PinGuard::read("not JSON", Monotonic{0}).locked(lan, Monotonic{0}));
    CHECK_FALSE(PinGuard::read(R"({"lan":"5"})", Monotonic{0}).locked(lan, Monotonic{0}));
}

TEST_CASE("runs and repeated digits are weak PINs", "[staff]") {
    for (const char* weak : {"000000", "777777", "123456", "987654", "012345"})
        CHECK(is_weak_pin(weak));
    for (const char* strong : {"482716", "123457", "112233"})
        CHECK_FALSE(is_weak_pin(strong));
}
