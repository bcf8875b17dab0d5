#include "kiosk/platform/typing_hold.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

TEST_CASE("a scanned code reaches no field", "[platform]") {
    TypingHold hold;
    std::int64_t now = 0;
    for (const char32_t c : std::u32string(U"2900000010000")) {
        hold.character(c, Monotonic{now += 5});
        CHECK(hold.release(Monotonic{now}).empty());
    }
    hold.scanned();
    CHECK(hold.release(Monotonic{now + 10'000}).empty());
    CHECK_FALSE(hold.due(Monotonic{now}));
}

TEST_CASE("what a person types comes after a short pause, in order and once", "[platform]") {
    TypingHold hold;
    hold.character(U'1', Monotonic{0});
    hold.character(U'2', Monotonic{80});
    CHECK(hold.due(Monotonic{100}) == typing_pause - 20);
    CHECK(hold.release(Monotonic{100}).empty());
    CHECK(hold.release(Monotonic{80 + typing_pause}) == U"12");
    CHECK(hold.release(Monotonic{10'000}).empty());
}

TEST_CASE("another key lets what was typed before it through first", "[platform]") {
    TypingHold hold;
    hold.character(U'7', Monotonic{0});
    CHECK(hold.take() == U"7");
    CHECK(hold.take().empty());
}
