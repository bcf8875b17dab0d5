#include "pos/till/till.h"

#include "pos/journal/verify.h"
#include "tests/support/shift_booth.h"

#include <catch2/catch.hpp>

using namespace ocop;
using ocop::testing::ShiftBooth;

TEST_CASE("a lock-out survives a restart, and the right PIN waits too", "[till][staff]") {
    ShiftBooth booth;
    {
        auto till = booth.create();
        for (int i = 0; i < most_wrong_pins; ++i)
            CHECK_FALSE(till.try_pin(booth.lan, "000000")->right);
        CHECK_FALSE(till.try_pin(booth.lan, "123456")->right);
    }
    auto till = booth.open();
    CHECK_FALSE(till.try_pin(booth.lan, "123456")->right);
    CHECK(till.try_pin(booth.mai, "654321")->right);
    booth.clock.advance(pin_lock_milliseconds);
    CHECK(till.try_pin(booth.lan, "123456")->right);
    CHECK(till.try_pin(StaffId("nobody"), "123456").error().key == "error.unknown_staff");
}

TEST_CASE("a person changes the own PIN with the old one, and it holds after a restart", "[till][staff]") {
    ShiftBooth booth;
    {
        auto till = booth.create();
        CHECK_FALSE(till.change_pin(booth.lan, "111222", "482716")->right);
        CHECK(till.change_pin(booth.lan, "123456", "777777").error().key == "error.pin_weak");
        CHECK(till.change_pin(booth.mai, "654321", "654321").error().key == "error.pin_weak");
        CHECK(till.change_pin(booth.lan, "123456", "48271").error().key == "error.pin_form");
        CHECK(till.try_pin(booth.lan, "123456")->right);
        REQUIRE(till.change_pin(booth.lan, "123456", "482716")->right);
        CHECK(till.change_pin(booth.lan, "482716", "482716").error().key == "error.pin_same");
        CHECK_FALSE(till.try_pin(booth.lan, "123456")->right);
    }
    auto till = booth.open();
    CHECK(till.try_pin(booth.lan, "482716")->right);
    CHECK(till.staff().size() == 2);
    CHECK(verify(booth.directory)->sound());
}

TEST_CASE("a manager resets a cashier's PIN, a cashier nobody's, and nobody the own", "[till][staff]") {
    ShiftBooth booth;
    auto till = booth.create();
    CHECK(till.reset_pin(booth.mai, booth.lan, "123456", "482716").error().key == "error.not_manager");
    CHECK(till.reset_pin(booth.mai, booth.mai, "654321", "482716").error().key == "error.not_manager");
    CHECK_FALSE(till.reset_pin(booth.lan, booth.mai, "000000", "482716")->right);
    CHECK(till.try_pin(booth.lan, "123456")->right);
    for (int i = 0; i < most_wrong_pins; ++i)
        till.try_pin(booth.lan, "000000");
    REQUIRE(till.reset_pin(booth.lan, booth.mai, "654321", "482716")->right);
    CHECK(till.try_pin(booth.lan, "482716")->right); // the lock-out was for the old one
}

TEST_CASE("a lost manager PIN is set anew with the recovery code of set-up, and guesses are counted", "[till][staff]") {
    ShiftBooth booth;
    auto till = booth.create();
    CHECK(till.recover_pin(booth.mai, "ABCD", "482716").error().key == "error.no_recovery");
    const auto made = create_readers(booth.directory.reader_key(), "", booth.randomness);
    REQUIRE(made);
    REQUIRE(till.set_readers(made->readers));
    CHECK_FALSE(till.recover_pin(booth.mai, made->unlock_code, "482716")->right); // it opens the phone book only
    REQUIRE(till.recover_pin(booth.mai, made->recovery_code, "482716")->right);
    CHECK(till.try_pin(booth.mai, "482716")->right);
    for (int i = 0; i < most_wrong_pins; ++i)
        CHECK_FALSE(till.recover_pin(booth.mai, "0000-0000", "739158")->right);
    CHECK_FALSE(till.recover_pin(booth.mai, made->recovery_code, "739158")->right);
    booth.clock.advance(pin_lock_milliseconds);
    CHECK(till.recover_pin(booth.mai, made->recovery_code, "739158")->right);
}
