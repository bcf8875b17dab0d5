#include "kiosk/platform/input_queue.h"

#include <catch2/catch.hpp>

using namespace ocop::kiosk;

TEST_CASE("a tap that begins and ends between two frames is dealt out over three", "[platform]") {
    InputQueue queue;
    queue.tap({100, 200});
    const auto press = queue.take();
    CHECK(press.down);
    CHECK(press.pointer.x == 100);
    const auto release = queue.take();
    CHECK_FALSE(release.down);
    CHECK(release.pointer.x == 100);
    CHECK(queue.pending()); // one more frame, to park the pointer
    CHECK(queue.take().pointer.x < 0);
    CHECK_FALSE(queue.pending());
}

TEST_CASE("a press is located where the finger landed, not where it is when the frame is drawn", "[platform]") {
    InputQueue queue;
    queue.push({InputEvent::Kind::button, {10, 10}, true, 0, 0, Key::enter, false});
    queue.push({InputEvent::Kind::move, {50, 10}, false, 0, 0, Key::enter, false});
    queue.push({InputEvent::Kind::move, {90, 10}, false, 0, 0, Key::enter, false});
    queue.push({InputEvent::Kind::button, {90, 10}, false, 0, 0, Key::enter, false});
    CHECK(queue.take().pointer.x == 10);
    CHECK(queue.take().pointer.x == 90);
    CHECK_FALSE(queue.take().down);
}

TEST_CASE("typed codes keep their order around the Enter that ends them", "[platform]") {
    InputQueue queue;
    queue.type(U"12");
    queue.press_key(Key::enter);
    queue.type(U"đ");
    CHECK(queue.take().typed == "12");
    CHECK(queue.take().keys.at(0) == std::pair{Key::enter, true});
    CHECK(queue.take().keys.at(0) == std::pair{Key::enter, false});
    CHECK(queue.take().typed == "đ");
}
