#include "pos/payments/vietqr.h"
#include "tests/support/screens/screen_list.h"

#include <algorithm>

#pragma GCC diagnostic error "-Wswitch"

namespace ocop::test {

using namespace ocop::kiosk;

namespace {

void add(StaffSession& session, const Showroom& room, const Sku& sku, Quantity quantity) {
    const Product& product = *room.catalogue->find(sku);
    if (product.price) session.cart.lines.push_back({sku, quantity, *product.price, {}, {}});
}

void fill_cart(StaffSession& session, const Showroom& room, std::size_t lines) {
    add(session, room, room.full, Quantity::of(12));
    add(session, room, room.weighed, Quantity{2350});
    for (const auto& each : room.till->products()) {
        if (session.cart.lines.size() >= lines) break;
        if (each.product->sold_by == SoldBy::piece) add(session, room, each.product->sku, Quantity::of(1));
    }
    session.selected_line = 0;
    session.cart_changed = Monotonic{0};
}

auto cart(std::size_t lines) {
    return [lines](StaffSession& session, const Showroom& room) { fill_cart(session, room, lines); };
}

void just_scanned(StaffSession& session, const Showroom& room) {
    fill_cart(session, room, 2);
    session.just_scanned = room.catalogue->find(room.full)->name.in("vi");
}

void asks_to_clear(StaffSession& session, const Showroom& room) {
    fill_cart(session, room, 3);
    session.ask_clear = true;
}

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

void as_cashier(StaffSession& session, const Showroom& room) { session.staff = room.snapshot->staff[0]; }

void toast(StaffSession& session, const Showroom& room) {
    fill_cart(session, room, 2);
    session.toast.show({.words = room.catalogue->find(room.full)->name.in("vi"),
                        .failed = true,
                        .action = "Hoàn tác",
                        .action_name = "toast.undo"},
                       shown_at);
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

void takes_over(StaffSession& session, const Showroom& room) {
    fill_cart(session, room, 3);
    session.pin_desk.switching = true;
    session.chosen = StaffId("lan");
    session.pin = "12";
    session.attempts_left = 5;
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
        return {"selling",
                {{"empty"},
                 {"one line", cart(1)},
                 {"many lines", cart(24)},
                 {"just scanned", just_scanned},
                 {"typed",
                  [](StaffSession& s, const Showroom& room) {
                      fill_cart(s, room, 2);
                      s.search = "tra";
                  }},
                 {"nothing found", [](StaffSession& s, const Showroom&) { s.search = "qqqqq"; }},
                 {"a message", toast},
                 {"clear the order", asks_to_clear},
                 {"somebody takes over", takes_over},
                 {"training", cart(3), true}}};
    case StaffPage::payment:
        return {"payment",
                {{"nothing given", cash("")},
                 {"too little", cash("1000000")},
                 {"enough", cash("20000000")},
                 {"many lines", cash("987654000", 24)},
                 {"transfer", transfer},
                 {"saving", waiting}}};
    case StaffPage::done:
        return {"done",
                {{"change", sold(PaymentMethod::cash, Dong{388'000})},
                 {"exact", sold(PaymentMethod::cash, Dong{})},
                 {"transfer", sold(PaymentMethod::transfer, Dong{})}}};
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
                 {"counting, training", counting, true}}};
    case StaffPage::shift:
        return {"shift",
                {{"open"},
                 {"training", [](StaffSession&, const Showroom&) {}, true},
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

std::vector<ScrollState*> scrolls_of(StaffSession& session) {
    return {&session.tiles, &session.lines, &session.shift_desk.report, &session.shift_desk.waiting_shifts,
            &session.switch_people};
}

} // namespace ocop::test
