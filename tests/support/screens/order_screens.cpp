#include "tests/support/screens/staff_states.h"

namespace ocop::test {

using namespace ocop::kiosk;

namespace {

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

} // namespace

States<StaffState> order_states() {
    return {"orders",
            {{"none"},
             {"a day's", orders},
             {"typing",
              [](StaffSession& s, const Showroom& room) {
                  orders(s, room);
                  s.orders.typing = true;
                  s.orders.search = TypedText("137");
              }},
             {"not found", [](StaffSession& s, const Showroom&) { s.orders.search = TypedText("Q2A-999999"); }},
             {"refund", refund},
             {"refund, a manager is asked",
              [](StaffSession& s, const Showroom& room) {
                  refund(s, room);
                  s.approval.what = ApprovalDesk::For::refund;
              }},
             {"refunded", refunded},
             {"nothing left", all_refunded}}};
}

} // namespace ocop::test
