#include "kiosk/till/staff_side.h"

#include "tests/support/screens/showroom.h"
#include "tests/support/till_counter.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::TillCounter;

namespace {

// Lan's drawer was pulled and waits to be counted.
struct PulledCounter : TillCounter {
    PulledShift pulled;
    PulledCounter() {
        pulled.shift.id = ShiftId("shift-1");
        pulled.shift.number = 1;
        pulled.shift.pulled_at = Instant{1'790'000'000'000};
        pulled.figures.expected_cash = Dong{250'000};
        snapshot->pulled.push_back(pulled);
        renew();
        sign_in();
    }
    void count_fifties(const char* digit) {
        ui.tap("note.50000");
        ui.tap(std::string("count/") + digit);
    }
};

} // namespace

TEST_CASE("without an open shift the float is counted by notes first", "[till][shifts]") {
    TillCounter counter;
    counter.sign_in();
    CHECK(counter.staff.session().page == StaffPage::open_shift);
    counter.ui.tap("note.5000");
    counter.ui.tap("count/2");
    counter.ui.tap("count/0");
    counter.ui.tap("notes.200000/more");
    counter.ui.settle();
    CHECK(counter.ui.shows("300.000"));
    counter.ui.tap("open.confirm");
    REQUIRE(counter.count<OpenShift>() == 1);
    const auto& opening = std::get<OpenShift>(counter.commands.back()).opening;
    CHECK(opening.by == counter.lan.id);
    CHECK(opening.opening_float == Dong{300'000});
    CHECK(opening.notes == CashCount{{Dong{200'000}, 1}, {Dong{5'000}, 20}});
    CHECK(counter.staff.session().waiting);
}

TEST_CASE("an empty float is opened after it was confirmed", "[till][shifts]") {
    TillCounter counter;
    counter.sign_in();
    counter.ui.tap("open.confirm");
    counter.ui.settle();
    CHECK(counter.count<OpenShift>() == 0);
    counter.ui.tap("empty_float/safe");
    counter.ui.settle();
    counter.ui.frame(1000);
    counter.ui.tap("open.confirm");
    counter.ui.settle();
    counter.ui.tap("empty_float/do");
    REQUIRE(counter.count<OpenShift>() == 1);
    CHECK(std::get<OpenShift>(counter.commands.back()).opening.opening_float == Dong{});
}

TEST_CASE("what the last drawer held becomes the float with one tap", "[till][shifts]") {
    TillCounter counter;
    counter.snapshot->last_z.emplace().notes = {{Dong{100'000}, 3}, {Dong{1'000}, 7}};
    counter.renew();
    counter.sign_in();
    counter.ui.tap("open.take_last");
    CHECK(total_of(counter.staff.session().shift_desk.tally) == Dong{307'000});
}

TEST_CASE("cash out of the drawer names its amount and its reason, once", "[till][shifts]") {
    TillCounter counter;
    counter.open_shift();
    counter.ui.tap("rail.shift");
    counter.ui.settle();
    counter.ui.tap("shift.pay_out");
    counter.ui.settle();
    CHECK_FALSE(counter.ui.target("move.confirm").enabled);
    counter.ui.tap("move/5");
    counter.ui.tap("move/000");
    CHECK_FALSE(counter.ui.target("move.confirm").enabled);
    counter.ui.tap("move.reason.0");
    counter.ui.settle();
    counter.ui.tap("move.confirm");
    counter.ui.settle();
    counter.ui.frame(1000);
    REQUIRE(counter.count<MoveCash>() == 1);
    const auto movement = std::get<MoveCash>(counter.commands.back()).movement;
    CHECK(movement.amount == Dong{-5'000});
    CHECK(movement.reason == "Nộp quản lý gian");
    counter.staff.answer(CashMoved{movement}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.staff.session().page == StaffPage::shift);
    CHECK(counter.ui.shows("Đã ghi rút 5.000"));
}

TEST_CASE("the drawer opened without a sale is recorded before anybody is told", "[till][shifts]") {
    TillCounter counter;
    counter.open_shift();
    counter.ui.tap("rail.shift");
    counter.ui.settle();
    counter.ui.tap("shift.drawer");
    REQUIRE(counter.count<LogDrawer>() == 1);
    CHECK_FALSE(counter.ui.shows("Đã ghi một lần mở két"));
    counter.staff.answer(DrawerLogged{}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Đã ghi một lần mở két"));
}

TEST_CASE("what should be in the drawer is hidden from those who will count it", "[till][shifts]") {
    TillCounter counter;
    counter.snapshot->figures.expected_cash = Dong{250'000};
    counter.open_shift();
    counter.ui.tap("rail.shift");
    counter.ui.settle();
    CHECK_FALSE(counter.ui.shows("250.000"));
    auto session = counter.staff.session();
    session.staff->role = Role::manager;
    counter.staff.show(session);
    counter.ui.settle();
    CHECK(counter.ui.shows("250.000"));
}

TEST_CASE("a shift is asked about before it stops selling, and an open order keeps it open", "[till][shifts]") {
    TillCounter counter;
    counter.open_shift();
    counter.scan(counter.goods().product->barcodes.front());
    counter.ui.tap("rail.shift");
    counter.ui.settle();
    counter.ui.tap("shift.pull");
    counter.ui.settle();
    CHECK_FALSE(counter.ui.has("pull/do"));
    auto session = counter.staff.session();
    session.cart.lines.clear();
    counter.staff.show(session);
    counter.ui.frame(1000);
    counter.ui.tap("shift.pull");
    counter.ui.settle();
    counter.ui.tap("pull/do");
    REQUIRE(counter.count<PullShift>() == 1);
}

TEST_CASE("counting is blind, and a difference takes a reason", "[till][shifts]") {
    PulledCounter counter;
    CHECK(counter.staff.session().page == StaffPage::shift);
    counter.ui.tap("waiting.1");
    counter.ui.settle();
    CHECK_FALSE(counter.ui.shows("250.000"));
    counter.count_fifties("4");
    counter.ui.tap("close.compare");
    counter.ui.settle();
    CHECK(counter.ui.shows("250.000"));
    CHECK(counter.ui.shows("Két thiếu 50.000"));
    CHECK_FALSE(counter.ui.target("close.confirm").enabled);
    counter.ui.tap("reason.0");
    counter.ui.settle();
    counter.ui.tap("close.note");
    counter.ui.settle();
    counter.ui.type("ddeesm");
    counter.ui.tap("key/enter");
    counter.ui.settle();
    counter.ui.tap("close.confirm");
    REQUIRE(counter.count<CloseShift>() == 1);
    const auto& count = std::get<CloseShift>(counter.commands.back()).count;
    CHECK(count.shift == counter.pulled.shift.id);
    CHECK(count.counted_cash == Dong{200'000});
    CHECK(count.notes == CashCount{{Dong{50'000}, 4}});
    CHECK(count.reason == "Trả nhầm tiền thừa");
    CHECK(count.note == "đếm");
}

TEST_CASE("a drawer is counted again once, and the first count is kept", "[till][shifts]") {
    PulledCounter counter;
    counter.ui.tap("waiting.1");
    counter.ui.settle();
    counter.count_fifties("4");
    counter.ui.tap("close.compare");
    counter.ui.settle();
    counter.ui.tap("close.again");
    counter.ui.settle();
    CHECK_FALSE(counter.ui.shows("250.000"));
    CHECK(counter.staff.session().shift_desk.tally.empty());
    counter.count_fifties("6");
    counter.ui.frame(1000);
    counter.ui.tap("close.compare");
    counter.ui.settle();
    CHECK(counter.ui.shows("Két thừa 50.000"));
    CHECK_FALSE(counter.ui.has("close.again"));
    counter.ui.tap("reason.3");
    counter.ui.settle();
    counter.ui.tap("close.confirm");
    REQUIRE(counter.count<CloseShift>() == 1);
    CHECK(std::get<CloseShift>(counter.commands.back()).count.earlier_counts == std::vector{Dong{200'000}});
}

TEST_CASE("a count that fits needs no reason, and its Z report is shown", "[till][shifts]") {
    PulledCounter counter;
    counter.ui.tap("waiting.1");
    counter.ui.settle();
    counter.count_fifties("5");
    counter.ui.tap("close.compare");
    counter.ui.settle();
    CHECK(counter.ui.shows("Két khớp với máy"));
    counter.ui.tap("close.confirm");
    REQUIRE(counter.count<CloseShift>() == 1);
    CHECK(std::get<CloseShift>(counter.commands.back()).count.reason.empty());
    ZReport report;
    report.number = 1;
    report.figures.net = Dong{777'000};
    counter.staff.answer(ShiftClosed{report}, counter.ui.options.now);
    counter.snapshot->pulled.clear();
    counter.renew();
    counter.ui.settle();
    CHECK(counter.ui.shows("Đã chốt ca 1"));
    CHECK(counter.ui.shows("777.000"));
    counter.ui.tap("close.done");
    counter.ui.settle();
    CHECK(counter.staff.session().page == StaffPage::open_shift);
}

TEST_CASE("a clock that cannot be right asks for the day, and the shift opens on it", "[till][shifts][clock]") {
    TillCounter counter;
    counter.now = Instant{86'400'000};
    counter.snapshot->clock_evidence.newest_business_date = *Day::parse("2026-11-22");
    counter.renew();
    counter.sign_in();
    CHECK(counter.ui.shows("Đồng hồ máy sai"));
    counter.ui.tap("notes.50000/more");
    counter.ui.tap("open.confirm");
    counter.ui.settle();
    CHECK(counter.count<OpenShift>() == 0);
    CHECK(counter.ui.shows("22/11/2026"));
    counter.ui.tap("day/more");
    counter.ui.settle();
    CHECK(counter.ui.shows("23/11/2026"));
    counter.ui.tap("day/do");
    REQUIRE(counter.count<OpenShift>() == 1);
    CHECK(std::get<OpenShift>(counter.commands.back()).opening.business_date == *Day::parse("2026-11-23"));
}

TEST_CASE("a clock that drifts is told about and asks nothing", "[till][shifts][clock]") {
    TillCounter counter;
    counter.hub_offset = -300'000;
    counter.sign_in();
    CHECK(counter.ui.shows("Đồng hồ lệch 5 phút"));
    counter.ui.tap("notes.50000/more");
    counter.ui.tap("open.confirm");
    REQUIRE(counter.count<OpenShift>() == 1);
    CHECK_FALSE(std::get<OpenShift>(counter.commands.back()).opening.business_date);
}

TEST_CASE("a shift to learn with is opened as one, and every screen of it says so", "[till][shifts][training]") {
    TillCounter counter;
    counter.sign_in();
    CHECK_FALSE(counter.ui.shows("Đang tập bán hàng"));
    counter.ui.tap("open.training");
    counter.ui.settle();
    CHECK(counter.ui.shows("Đang tập bán hàng"));
    counter.ui.tap("notes.50000/more");
    counter.ui.tap("open.confirm");
    REQUIRE(counter.count<OpenShift>() == 1);
    CHECK(std::get<OpenShift>(counter.commands.back()).opening.training);
    Shift shift;
    shift.number = 1;
    shift.training = true;
    counter.snapshot->shift = shift;
    counter.renew();
    counter.staff.answer(ShiftOpened{shift}, counter.ui.options.now);
    for (const char* target : {"rail.selling", "rail.shift", "shift.pay_in", "rail.lock"}) {
        counter.ui.settle();
        INFO(target);
        CHECK(counter.ui.shows("Đang tập bán hàng"));
        counter.ui.tap(target);
    }
    counter.ui.settle();
    CHECK(counter.ui.shows("Đang tập bán hàng"));
}

TEST_CASE("what became of the copy is told where the shift closed, or wherever staff are by then", "[till][backup]") {
    TillCounter counter;
    counter.open_shift();
    ZReport report;
    report.number = 1;
    counter.staff.answer(ShiftClosed{report}, counter.ui.options.now);
    counter.staff.answer(BackupOutcome{BackupState::running, {}, {}}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Đang sao lưu"));
    counter.staff.answer(BackupOutcome{BackupState::no_place, {}, {}}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Không thấy USB"));
    counter.ui.tap("close.back_up");
    REQUIRE(counter.count<BackUp>() == 1);
    counter.staff.answer(BackupOutcome{BackupState::running, {}, {}}, counter.ui.options.now);
    counter.ui.tap("close.done");
    counter.ui.settle();
    BackupOutcome done{BackupState::done, {"/media/booth/STICK/ocop-backup/Q2/2026-11-23-173402", 42}, {}};
    counter.staff.answer(done, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("/media/booth/STICK"));
}
