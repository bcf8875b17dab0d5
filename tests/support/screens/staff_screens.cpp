#include "pos/payments/vietqr.h"
#include "tests/support/screens/screen_list.h"

#include <algorithm>

#pragma GCC diagnostic error "-Wswitch"

namespace ocop::test {

using namespace ocop::kiosk;

namespace {

void add(StaffSession& session, const Showroom& room, const Sku& sku, Quantity quantity) {
    const Product& product = *room.catalogue->find(sku);
    if (product.price) session.cart.lines.push_back({sku, quantity, *product.price});
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
    session.carts.sheet = CartsDesk::Sheet::dropping;
}

// A line, the order and a price that are not as listed.
void discounted(StaffSession& session, const Showroom& room) {
    fill_cart(session, room, 3);
    const Approval both{StaffId("lan"), StaffId("mai")};
    session.cart.lines[0].discount = {{}, Rate{1'500}, "Mừng hội chợ", both};
    session.cart.lines[1].price_change = PriceChange{session.cart.lines[1].unit_price, "Hàng gần hết hạn", both};
    session.cart.lines[1].unit_price = Dong{99'000};
    session.cart.discount = {Dong{20'000}, {}, "Khách quen", {StaffId("lan"), {}}};
}

auto prices(PriceDesk::How how, const char* digits, int reason, bool whole_order = false) {
    return [how, digits, reason, whole_order](StaffSession& session, const Showroom& room) {
        fill_cart(session, room, 3);
        session.staff = room.snapshot->staff.front();
        session.prices.open = true;
        if (!whole_order) session.prices.line = 0;
        session.prices.how = how;
        session.prices.digits = digits;
        session.prices.reason = reason;
    };
}

// Two orders wait beside the one on the counter.
void parked(StaffSession& session, const Showroom& room) {
    fill_cart(session, room, 2);
    session.carts.number = 3;
    for (const int number : {1, 2}) {
        ParkedCart waiting{number, showroom_time(), number == 1 ? "chị áo xanh, đi rút tiền ở cây ATM đầu phố" : "", {}};
        waiting.cart.sale_id = "parked-" + std::to_string(number);
        waiting.cart.lines = session.cart.lines;
        session.carts.parked.push_back(waiting);
    }
}

auto sheet(CartsDesk::Sheet which, const char* digits = "", int reason = -1) {
    return [which, digits, reason](StaffSession& session, const Showroom& room) {
        parked(session, room);
        session.carts.sheet = which;
        session.carts.about = which == CartsDesk::Sheet::name ? 1 : 0;
        session.carts.digits = digits;
        session.carts.reason = reason;
    };
}

void crowded(StaffSession& session, const Showroom& room) {
    parked(session, room);
    for (int number = 4; number < 22; ++number) {
        session.carts.parked.push_back(session.carts.parked.back());
        session.carts.parked.back().number = number;
    }
}

auto unknown(const char* code) {
    return [code](StaffSession& session, const Showroom& room) {
        fill_cart(session, room, 2);
        session.carts.unknown = code;
    };
}

void written(StaffSession& session, const Showroom& room) {
    sheet(CartsDesk::Sheet::note)(session, room);
    session.carts.typed = TypedText("Gói quà riêng từng hũ, giao ở cổng số 2 lúc 16 giờ, gọi trước khi đến nhé");
}

auto manager_asked(const char* chosen, int left) {
    return [chosen, left](StaffSession& session, const Showroom& room) {
        fill_cart(session, room, 3);
        session.approval.what = ApprovalDesk::For::price;
        session.approval.chosen = StaffId(chosen);
        session.approval.wrong = left > 0;
        session.approval.attempts_left = left;
    };
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

FoundSale listed_sale(int number, Dong total, const char* methods, Dong refunded = {}) {
    FoundSale sale;
    sale.id = "sale-" + std::to_string(number);
    sale.receipt = "Q2A-000" + std::to_string(number);
    sale.sold_at = Instant{showroom_time().milliseconds - (137 - number) * 600'000};
    sale.pieces = Quantity::of(number % 6 + 1);
    sale.methods = methods;
    sale.total = total;
    sale.refunded = refunded;
    return sale;
}

void orders(StaffSession& session, const Showroom& room) {
    session.staff = room.snapshot->staff.front();
    auto& found = session.orders.found;
    found = {listed_sale(139, Dong{-48'000}, "cash"), listed_sale(137, Dong{523'000}, "cash"),
             listed_sale(136, Dong{620'000}, "transfer", Dong{620'000}),
             listed_sale(135, Dong{314'000}, "cash + transfer + card", Dong{48'000})};
    found[0].amends = "Q2A-000135";
    found[0].amends_id = "sale-135";
    for (int number = 134; number > 110; --number)
        found.push_back(listed_sale(number, Dong{1'250'000}, number % 2 == 0 ? "transfer" : "cash"));
    found.back().sold_at = Instant{showroom_time().milliseconds - 86'400'000};
}

// Of a sale of many lines, some of them refunded before.
void refund(StaffSession& session, const Showroom& room) {
    orders(session, room);
    RefundableSale sold;
    sold.sale.id = "sale-135";
    sold.sale.receipt = "Q2A-000135";
    sold.sale.sold_at = showroom_time();
    sold.sale.staff_name = "Hoàng Phương Quỳnh Mai";
    for (const auto& sku : {room.full, room.weighed, room.plain, room.spirit}) {
        const auto& product = *room.catalogue->find(sku);
        SaleLine line;
        line.sku = sku;
        line.name = product.name.in("vi");
        line.quantity = product.sold_by == SoldBy::weight ? Quantity{350} : Quantity::of(12);
        line.unit_price = product.price.value_or(Dong{48'000});
        line.total = Dong{12 * line.unit_price.amount};
        sold.sale.lines.push_back(line);
    }
    sold.refunded = {Quantity::of(3), Quantity{}, Quantity::of(12), Quantity::of(11)};
    session.orders.chosen = {Quantity::of(2), Quantity{350}, Quantity{}, Quantity{}};
    session.orders.opened = sold;
    session.orders.reason = 1;
}

void refunded(StaffSession& session, const Showroom& room) {
    refund(session, room);
    Refund done;
    done.receipt = "Q2A-000140";
    done.total = Dong{12'345'000};
    session.orders.done = done;
}

void all_refunded(StaffSession& session, const Showroom& room) {
    refund(session, room);
    for (std::size_t i = 0; i < session.orders.chosen.size(); ++i)
        session.orders.opened->refunded[i] = session.orders.opened->sale.lines[i].quantity;
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
                 {"parked", parked},
                 {"twenty parked", crowded},
                 {"list of parked", sheet(CartsDesk::Sheet::parked)},
                 {"note for the customer", written},
                 {"note of a parked order", sheet(CartsDesk::Sheet::name)},
                 {"other goods", sheet(CartsDesk::Sheet::other, "45000", 1)},
                 {"a line worth a reason", sheet(CartsDesk::Sheet::removing)},
                 {"quantity of the next", sheet(CartsDesk::Sheet::quantity, "12")},
                 {"three times", [](StaffSession& s, const Showroom&) { s.search = "3 × "; }},
                 {"unknown code", unknown("8938500000000")},
                 {"long unknown code", unknown("https://truyxuat.example.vn/01/08938500000000/10/LOT-2026-11?x=1")},
                 {"discounted", discounted},
                 {"discount, nothing typed", prices(PriceDesk::How::amount, "", -1)},
                 {"discount of a line", prices(PriceDesk::How::percent, "15", 1)},
                 {"another price", prices(PriceDesk::How::price, "987654000", 2)},
                 {"discount of the order", prices(PriceDesk::How::amount, "20000", 0, true)},
                 {"a manager is asked", manager_asked("", 0)},
                 {"a manager's PIN was wrong", manager_asked("mai", 4)},
                 {"somebody takes over", takes_over},
                 {"training", cart(3), {}, {}, true}}};
    case StaffPage::payment:
        return {"payment",
                {{"nothing given", cash("")},
                 {"too little", cash("1000000")},
                 {"enough", cash("20000000")},
                 {"many lines", cash("987654000", 24)},
                 {"transfer", transfer},
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
        return {"orders",
                {{"none"},
                 {"a day's", orders},
                 {"typing",
                  [](StaffSession& s, const Showroom& room) {
                      orders(s, room);
                      s.orders.typing = true;
                      s.orders.search = TypedText("137");
                  }},
                 {"not found",
                  [](StaffSession& s, const Showroom&) { s.orders.search = TypedText("Q2A-999999"); }},
                 {"refund", refund},
                 {"refund, a manager is asked",
                  [](StaffSession& s, const Showroom& room) {
                      refund(s, room);
                      s.approval.what = ApprovalDesk::For::refund;
                  }},
                 {"refunded", refunded},
                 {"nothing left", all_refunded}}};
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
             {"one line", cart(1)},
             {"many lines", cart(24)},
             {"cash due", on(StaffPage::payment, cash(""))},
             {"cash given", on(StaffPage::payment, cash("20000000"))},
             {"transfer", on(StaffPage::payment, transfer)},
             {"change", on(StaffPage::done, sold(PaymentMethod::cash, Dong{388'000}))},
             {"thanks", on(StaffPage::done, sold(PaymentMethod::transfer, Dong{}))}}};
}

std::vector<ScrollState*> scrolls_of(StaffSession& session) {
    return {&session.tiles, &session.lines, &session.papers, &session.devices, &session.approvers, &session.carts.list,
            &session.orders.list, &session.orders.panel, &session.shift_desk.report, &session.shift_desk.waiting_shifts,
            &session.switch_people};
}

} // namespace ocop::test
