#include "tests/support/screens/staff_states.h"

namespace ocop::test {

using namespace ocop::kiosk;

namespace {

void add(StaffSession& session, const Showroom& room, const Sku& sku, Quantity quantity) {
    const Product& product = *room.catalogue->find(sku);
    if (product.price) session.cart.lines.push_back({sku, quantity, *product.price});
}

} // namespace

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

std::function<void(StaffSession&, const Showroom&)> cart_of(std::size_t lines) {
    return [lines](StaffSession& session, const Showroom& room) { fill_cart(session, room, lines); };
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

namespace {

void just_scanned(StaffSession& session, const Showroom& room) {
    fill_cart(session, room, 2);
    session.just_scanned = room.catalogue->find(room.full)->name.in("vi");
}

void asks_to_clear(StaffSession& session, const Showroom& room) {
    fill_cart(session, room, 3);
    session.carts.sheet = CartsDesk::Sheet::dropping;
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
        ParkedCart waiting{
            number, showroom_time(), number == 1 ? "chị áo xanh, đi rút tiền ở cây ATM đầu phố" : "", {}};
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

void toast(StaffSession& session, const Showroom& room) {
    fill_cart(session, room, 2);
    session.toast.show({.words = room.catalogue->find(room.full)->name.in("vi"),
                        .failed = true,
                        .action = "Hoàn tác",
                        .action_name = "toast.undo"},
                       shown_at);
}

void takes_over(StaffSession& session, const Showroom& room) {
    fill_cart(session, room, 3);
    session.pin_desk.switching = true;
    session.chosen = StaffId("lan");
    session.pin = "12";
    session.attempts_left = 5;
}

} // namespace

States<StaffState> selling_states() {
    return {"selling",
            {{"empty"},
             {"one line", cart_of(1)},
             {"many lines", cart_of(24)},
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
             {"training", cart_of(3), {}, {}, true}}};
}

} // namespace ocop::test
