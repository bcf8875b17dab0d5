#include "pos/payments/vietqr.h"
#include "tests/support/screens/staff_states.h"

#include <algorithm>

#pragma GCC diagnostic error "-Wswitch"

namespace ocop::test {

using namespace ocop::kiosk;

namespace {

auto cash(const char* tendered, std::size_t lines = 3) {
    return [tendered, lines](StaffSession& session, const Showroom& room) {
        fill_cart(session, room, lines);
        session.method = PaymentMethod::cash;
        session.tendered = tendered;
    };
}

void transfer(StaffSession& session, const Showroom& room) {
    fill_cart(session, room, 3);
    session.method = PaymentMethod::transfer;
    session.transfer_reference = "OC7KQ2MX";
    const auto& booth = room.snapshot->booth;
    const auto payload =
        vietqr_payload({booth.bank_bin, booth.bank_account, totals_of(session.cart).total, session.transfer_reference});
    if (payload) session.transfer_code = qr_matrix(*payload).value();
}

void by_card(StaffSession& session, const Showroom& room) {
    transfer(session, room);
    session.method = PaymentMethod::card;
    session.card_slip = "004217";
}

void split(StaffSession& session, const Showroom& room) {
    transfer(session, room);
    session.method = PaymentMethod::cash;
    session.split.open = true;
    session.split.digits[PaymentMethod::cash] = "100000";
}

void split_by_transfer(StaffSession& session, const Showroom& room) {
    split(session, room);
    choose_part(session.split, PaymentMethod::transfer, totals_of(session.cart).total);
    session.transfer_amount = part_of(session.split, PaymentMethod::transfer);
}

void split_above(StaffSession& session, const Showroom& room) {
    split(session, room);
    session.split.digits[PaymentMethod::card] = "99999999";
}

void waiting(StaffSession& session, const Showroom& room) {
    cash("20000000")(session, room);
    session.waiting = true;
}

auto sold(PaymentMethod method, Dong change) {
    return [method, change](StaffSession& session, const Showroom& room) {
        fill_cart(session, room, 3);
        Sale sale;
        sale.id = "sale-1";
        sale.receipt = "Q2A-000138";
        sale.sold_at = showroom_time();
        sale.total = totals_of(session.cart).total;
        sale.change = change;
        Payment payment;
        payment.method = method;
        payment.amount = sale.total;
        sale.payments.push_back(payment);
        session.sold = sale;
        session.cart.lines.clear();
    };
}

// A sale as long as a slip on the screen gets.
void sold_with_lines(StaffSession& session, const Showroom& room) {
    sold(PaymentMethod::cash, Dong{388'000})(session, room);
    auto& sale = *session.sold;
    sale.staff_name = room.snapshot->staff[1].name;
    for (const auto& sku : {room.full, room.weighed, room.spirit}) {
        const Product& product = *room.catalogue->find(sku);
        SaleLine line;
        line.name = product.name.in("vi");
        line.producer_name = room.catalogue->producer_of(product).name.in("vi");
        line.stars = 4;
        line.unit = "túi";
        line.quantity = Quantity::of(2);
        line.unit_price = Dong{1'250'000};
        line.total = Dong{2'500'000};
        line.lot = "L-2611-04";
        sale.lines.push_back(line);
    }
    sale.payments.front().tendered = sale.total + sale.change;
}

PaperDesk slip_in(PrintState state, PrinterTrouble trouble = {}, int copy = 0) {
    PaperDesk paper;
    paper.printer = {"file:/dev/usb/lp0", 80, true};
    paper.health = {true, trouble, false, true, false};
    paper.jobs.push_back({"sale-1", "Q2A-000138", copy, true, state, trouble, showroom_time(), false});
    return paper;
}

void as_it_is(StaffSession&, const Showroom&) {}

DeviceDesk devices_of(std::int64_t free_bytes) {
    DeviceDesk devices;
    devices.found = DevicesFound{{"file:/dev/usb/lp0", "file:/dev/usb/lp1"}, free_bytes, 64'000'000'000};
    devices.looked_at = showroom_time();
    devices.last_scan = showroom_time();
    devices.display_width = 1280;
    devices.display_height = 800;
    return devices;
}

PaperDesk faulty_printer() {
    auto paper = slip_in(PrintState::unknown, PrinterTrouble::stuck);
    paper.printer.address = "tcp:192.168.100.150:9100";
    return paper;
}

PaperDesk slips_of_each_trouble() {
    auto paper = slip_in(PrintState::printing);
    for (int trouble = 1; trouble <= static_cast<int>(PrinterTrouble::interrupted); ++trouble) {
        const auto number = std::to_string(100 + trouble);
        paper.jobs.push_back({"old-" + number, "Q2A-000" + number, 0, true,
                              trouble < 4 ? PrintState::failed : PrintState::unknown,
                              static_cast<PrinterTrouble>(trouble), showroom_time(), false});
    }
    return paper;
}

void some_notes(StaffSession& session, const Showroom&) {
    session.shift_desk.tally.counts = {0, 2, 6, 8, 10, 15, 20, 0, 0};
    session.shift_desk.tally.selected = 4;
}

void many_notes(StaffSession& session, const Showroom&) {
    session.shift_desk.tally.counts.fill(999);
    session.shift_desk.tally.selected = 0;
}

void counting(StaffSession& session, const Showroom& room) {
    session.shift_desk.counting = room.snapshot->pulled.front().shift.id;
    some_notes(session, room);
}

// A drawer with this much more than the till expects, in notes of a thousand.
auto counted(std::int64_t more, int reason = -1, int times = 1) {
    return [more, reason, times](StaffSession& session, const Showroom& room) {
        const auto& pulled = room.snapshot->pulled.front();
        auto& desk = session.shift_desk;
        desk.counting = pulled.shift.id;
        const auto amount = pulled.figures.expected_cash.amount + more;
        desk.tally.counts.front() = amount / 500'000;
        desk.tally.counts.back() = amount % 500'000 / 1'000;
        desk.counted = true;
        desk.reason = reason;
        if (times > 1) desk.earlier_counts.push_back(Dong{amount});
    };
}

void writing(StaffSession& session, const Showroom& room) {
    counted(-50'000, 0, 2)(session, room);
    session.shift_desk.note = TypedText("Đơn Q2A-000121 trả thừa một tờ 50.000 ₫, khách đã đi mất.");
    session.shift_desk.typing_note = true;
}

void closed(StaffSession& session, const Showroom& room) {
    const auto& pulled = room.snapshot->pulled.front();
    ZReport report;
    report.number = pulled.shift.number;
    report.opened_at = pulled.shift.opened_at;
    report.pulled_at = *pulled.shift.pulled_at;
    report.business_date = pulled.shift.business_date;
    report.counted_cash = Dong{12'800'000};
    report.difference = Dong{-45'000};
    report.figures = pulled.figures;
    session.shift_desk.z_report = report;
}

auto closed_and(BackupState state) {
    return [state](StaffSession& session, const Showroom& room) {
        closed(session, room);
        BackupOutcome outcome;
        outcome.state = state;
        outcome.backup = {"/media/booth/USB STICK/ocop-backup/Q2/2026-11-23-104200", 12'345};
        session.backup = outcome;
    };
}

auto movement(bool paying_out, const char* amount, int reason) {
    return [=](StaffSession& session, const Showroom&) {
        session.shift_desk.paying_out = paying_out;
        session.shift_desk.amount = amount;
        session.shift_desk.movement_reason = reason;
    };
}

void as_cashier(StaffSession& session, const Showroom& room) {
    session.staff = room.snapshot->staff[0];
}

auto wrong_pin(int left, Monotonic locked_until) {
    return [left, locked_until](StaffSession& session, const Showroom&) {
        session.chosen = StaffId("mai");
        session.wrong_pin = true;
        session.attempts_left = left;
        session.locked_until = locked_until;
    };
}

auto new_pin(PinStep step, bool own) {
    return [=](StaffSession& session, const Showroom&) {
        auto& desk = session.pin_desk;
        desk.whose = StaffId(own ? "mai" : "lan");
        desk.own = own;
        desk.step = step;
        desk.code = TypedText("7K3M-Q9TX-2BHD");
        desk.fresh = "4827";
        desk.again = "48";
    };
}

void wrong_old_pin(StaffSession& session, const Showroom& room) {
    new_pin(PinStep::proof, true)(session, room);
    session.pin_desk.wrong = true;
    session.pin_desk.attempts_left = 3;
}

void maybe_saved(StaffSession& session, const Showroom&) {
    session.stop = Error{ErrorKind::unknown_outcome, "error.maybe_saved", {}, {}};
}

} // namespace

States<StaffState> states_of(StaffPage page) {
    switch (page) {
    case StaffPage::pin:
        return {"pin",
                {{"nobody chosen"},
                 {"half typed",
                  [](StaffSession& s, const Showroom&) {
                      s.chosen = StaffId("mai");
                      s.pin = "123";
                      s.attempts_left = 5;
                  }},
                 {"wrong", wrong_pin(3, {})},
                 {"locked", wrong_pin(0, Monotonic{shown_at.milliseconds + 55'000})}}};
    case StaffPage::open_shift:
        return {"open_shift",
                {{"empty"},
                 {"some notes", some_notes},
                 {"many notes", many_notes},
                 {"which day",
                  [](StaffSession& s, const Showroom& room) {
                      some_notes(s, room);
                      s.shift_desk.ask_day = true;
                      s.shift_desk.day = showroom_day();
                  }},
                 {"training", [](StaffSession& s, const Showroom&) { s.shift_desk.training = true; }},
                 {"no float", [](StaffSession& s, const Showroom&) { s.shift_desk.ask_empty_float = true; }}}};
    case StaffPage::selling:
        return selling_states();
    case StaffPage::payment:
        return {"payment",
                {{"nothing given", cash("")},
                 {"too little", cash("1000000")},
                 {"enough", cash("20000000")},
                 {"many lines", cash("987654000", 24)},
                 {"transfer", transfer},
                 {"card", by_card},
                 {"split", split},
                 {"split by transfer", split_by_transfer},
                 {"split above", split_above},
                 {"saving", waiting},
                 {"discounted", discounted}}};
    case StaffPage::done:
        return {"done",
                {{"change", sold(PaymentMethod::cash, Dong{388'000})},
                 {"exact", sold(PaymentMethod::cash, Dong{})},
                 {"transfer", sold(PaymentMethod::transfer, Dong{})},
                 {"printing", sold_with_lines, slip_in(PrintState::printing)},
                 {"printed", sold_with_lines, slip_in(PrintState::printed)},
                 {"copy printed", sold_with_lines, slip_in(PrintState::printed, {}, 2)},
                 {"no paper", sold_with_lines, slip_in(PrintState::failed, PrinterTrouble::no_paper)},
                 {"not sure", sold_with_lines, slip_in(PrintState::unknown, PrinterTrouble::stuck)}}};
    case StaffPage::close_shift:
        return {"close_shift",
                {{"counting", counting},
                 {"equal", counted(0)},
                 {"short", counted(-50'000, 1)},
                 {"over", counted(55'000, -1, 2)},
                 {"a note", writing},
                 {"closed", closed},
                 {"closed, copied", closed_and(BackupState::done)},
                 {"closed, no stick", closed_and(BackupState::no_place)},
                 {"counting, training", counting, {}, {}, true}}};
    case StaffPage::devices:
        return {"devices",
                {{"nothing known"},
                 {"all well", as_it_is, slip_in(PrintState::printed), devices_of(41'000'000'000)},
                 {"faults", as_it_is, faulty_printer(), devices_of(900'000'000)}}};
    case StaffPage::papers:
        return {"papers", {{"none"}, {"one of each", as_it_is, slips_of_each_trouble()}}};
    case StaffPage::orders:
        return order_states();
    case StaffPage::shift:
        return {"shift",
                {{"open"},
                 {"training", [](StaffSession&, const Showroom&) {}, {}, {}, true},
                 {"for a cashier", as_cashier},
                 {"pull", [](StaffSession& s, const Showroom&) { s.shift_desk.ask_pull = true; }}}};
    case StaffPage::new_pin:
        return {"new_pin",
                {{"own, old one", new_pin(PinStep::proof, true)},
                 {"own, wrong", wrong_old_pin},
                 {"who proves", new_pin(PinStep::choose_proof, false)},
                 {"by code", new_pin(PinStep::proof, false)},
                 {"fresh", new_pin(PinStep::fresh, false)},
                 {"again", new_pin(PinStep::again, false)}}};
    case StaffPage::cash_movement:
        return {"cash_movement", {{"in", movement(false, "", -1)}, {"out", movement(true, "450000000", 1)}}};
    case StaffPage::stopped:
        return {"stopped", {{"unknown outcome", maybe_saved}}};
    }
    return {};
}

States<StaffState> customer_states() {
    const auto on = [](StaffPage page, auto arrange) {
        return [page, arrange](StaffSession& session, const Showroom& room) {
            session.page = page;
            arrange(session, room);
            session.sold_since = shown_at;
        };
    };
    return {"customer",
            {{"stories"},
             {"one line", cart_of(1)},
             {"many lines", cart_of(24)},
             {"cash due", on(StaffPage::payment, cash(""))},
             {"cash given", on(StaffPage::payment, cash("20000000"))},
             {"transfer", on(StaffPage::payment, transfer)},
             {"split by transfer", on(StaffPage::payment, split_by_transfer)},
             {"change", on(StaffPage::done, sold(PaymentMethod::cash, Dong{388'000}))},
             {"thanks", on(StaffPage::done, sold(PaymentMethod::transfer, Dong{}))}}};
}

std::vector<ScrollState*> scrolls_of(StaffSession& session) {
    return {&session.tiles,
            &session.lines,
            &session.papers,
            &session.devices,
            &session.approvers,
            &session.carts.list,
            &session.orders.list,
            &session.orders.panel,
            &session.shift_desk.report,
            &session.shift_desk.waiting_shifts,
            &session.switch_people};
}

} // namespace ocop::test
