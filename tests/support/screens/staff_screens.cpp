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

auto counted(const char* digits, int reason = -1) {
    return [digits, reason](StaffSession& session, const Showroom&) {
        session.counted = digits;
        session.counted_done = true;
        session.reason = reason;
    };
}

void closed(StaffSession& session, const Showroom& room) {
    ZReport report;
    report.number = 7;
    report.counted_cash = Dong{12'800'000};
    report.difference = Dong{-45'000};
    report.figures = room.snapshot->figures;
    session.z_report = report;
}

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
                {{"empty"}, {"counted", [](StaffSession& s, const Showroom&) { s.counted = "123456000"; }}}};
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
                 {"clear the order", asks_to_clear}}};
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
                 {"transfer", sold(PaymentMethod::transfer, Dong{})},
                 {"printing", sold_with_lines, slip_in(PrintState::printing)},
                 {"printed", sold_with_lines, slip_in(PrintState::printed)},
                 {"copy printed", sold_with_lines, slip_in(PrintState::printed, {}, 2)},
                 {"no paper", sold_with_lines, slip_in(PrintState::failed, PrinterTrouble::no_paper)},
                 {"not sure", sold_with_lines, slip_in(PrintState::unknown, PrinterTrouble::stuck)}}};
    case StaffPage::close_shift:
        return {"close_shift",
                {{"counting", [](StaffSession& s, const Showroom&) { s.counted = "12845000"; }},
                 {"equal", counted("12845000")},
                 {"short", counted("12800000", 1)},
                 {"over", counted("12900000")},
                 {"closed", closed}}};
    case StaffPage::devices:
        return {"devices",
                {{"nothing known"},
                 {"all well", as_it_is, slip_in(PrintState::printed), devices_of(41'000'000'000)},
                 {"faults", as_it_is, faulty_printer(), devices_of(900'000'000)}}};
    case StaffPage::papers:
        return {"papers", {{"none"}, {"one of each", as_it_is, slips_of_each_trouble()}}};
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
             {"one line", cart(1)},
             {"many lines", cart(24)},
             {"cash due", on(StaffPage::payment, cash(""))},
             {"cash given", on(StaffPage::payment, cash("20000000"))},
             {"transfer", on(StaffPage::payment, transfer)},
             {"change", on(StaffPage::done, sold(PaymentMethod::cash, Dong{388'000}))},
             {"thanks", on(StaffPage::done, sold(PaymentMethod::transfer, Dong{}))}}};
}

std::vector<ScrollState*> scrolls_of(StaffSession& session) {
    return {&session.tiles, &session.lines, &session.papers, &session.devices};
}

} // namespace ocop::test
