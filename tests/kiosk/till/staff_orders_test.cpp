#include "tests/support/staff_counter.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::test;

namespace {

SaleLine sold_line(const char* name, int pieces, std::int64_t total) {
    SaleLine line;
    line.sku = Sku(name);
    line.name = name;
    line.quantity = Quantity::of(pieces);
    line.unit_price = Dong{total / pieces};
    line.total = Dong{total};
    return line;
}

struct OrderBook : Counter {
    RefundableSale sold;

    OrderBook() {
        sold.sale.id = "sale-136";
        sold.sale.receipt = "Q2A-000136";
        sold.sale.staff_name = "Nguyễn Thị Lan";
        sold.sale.lines = {sold_line("Mật ong rừng", 3, 90'001), sold_line("Chè Cẩm Mỹ", 1, 150'000)};
        sold.sale.total = Dong{240'001};
        sold.refunded.resize(2);
        open_shift();
        tap_all({"rail.orders"});
        answer_list({});
    }
    void answer_list(const std::string& asked) {
        FoundSale found;
        found.id = "sale-136";
        found.receipt = "Q2A-000136";
        found.sold_at = Instant{1'790'000'000'000};
        found.pieces = Quantity::of(4);
        found.methods = "cash";
        found.total = Dong{240'001};
        staff.answer(SalesFound{asked, {found}}, ui.options.now);
        ui.settle();
    }
    void open_order() {
        tap_all({"order.Q2A-000136"});
        staff.answer(SaleOpened{sold}, ui.options.now);
        ui.settle();
    }
    template <class Command>
    const Command& last() const {
        for (auto at = commands.rbegin(); at != commands.rend(); ++at)
            if (const auto* found = std::get_if<Command>(&*at)) return *found;
        throw std::logic_error("no such command");
    }
};

} // namespace

TEST_CASE("orders of today are listed, and what is typed finds others", "[till]") {
    OrderBook counter;
    CHECK(counter.staff.session().page == StaffPage::orders);
    CHECK(counter.last<FindSales>().search.day);
    CHECK(counter.ui.shows("Q2A-000136"));
    counter.ui.type("137");
    counter.ui.settle();
    CHECK(counter.last<FindSales>().search.asked == "137");
    counter.staff.answer(SalesFound{"13", {}}, counter.ui.options.now); // of what was typed before
    counter.ui.settle();
    CHECK(counter.ui.shows("Q2A-000136"));
    counter.staff.answer(SalesFound{"137", {}}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Không thấy đơn nào"));
    CHECK(counter.staff.session().search.empty());
}

TEST_CASE("a refund is chosen by line and quantity, needs a reason and a manager, and names both", "[till]") {
    OrderBook counter;
    counter.open_order();
    CHECK_FALSE(counter.ui.target("refund.confirm").enabled);
    counter.tap_all({"refund.line.0.count/more", "refund.line.0.count/more"});
    CHECK(counter.ui.shows("60.001")); // two thirds of 90 001
    CHECK_FALSE(counter.ui.target("refund.confirm").enabled);
    counter.tap_all({"refund.reason.1", "refund.goods.1", "refund.confirm"});
    CHECK(counter.count<RefundSale>() == 0);
    counter.approve();
    REQUIRE(counter.count<RefundSale>() == 1);
    const auto request = counter.last<RefundSale>().request;
    CHECK(request.sale_id == "sale-136");
    REQUIRE(request.parts.size() == 1);
    CHECK(request.parts[0].line == 1);
    CHECK(request.parts[0].quantity == Quantity::of(2));
    CHECK(request.reason == "Lỗi bao bì");
    CHECK(request.goods == GoodsTo::producer);
    CHECK(request.method == PaymentMethod::cash);
    CHECK(request.approval == Approval{StaffId("lan"), StaffId("mai")});
    CHECK_FALSE(counter.ui.shows("Đã lưu phiếu hoàn")); // not before it is durable
    Refund refund;
    refund.receipt = "Q2A-000138";
    refund.total = Dong{60'001};
    counter.staff.answer(SaleRefunded{refund}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Đã lưu phiếu hoàn Q2A-000138"));
    CHECK(counter.ui.shows("60.001"));
    counter.tap_all({"refund.finish"});
    CHECK_FALSE(counter.ui.has("refund.confirm"));
}

TEST_CASE("what was refunded before cannot be chosen again", "[till]") {
    OrderBook counter;
    counter.sold.refunded = {Quantity::of(2), Quantity::of(1)};
    counter.open_order();
    CHECK_FALSE(counter.ui.target("refund.line.1").enabled);
    counter.tap_all({"refund.line.0"});
    CHECK(counter.staff.session().orders.chosen[0] == Quantity::of(1));
    CHECK(counter.ui.shows("30.000"));
    counter.sold.refunded = {Quantity::of(3), Quantity::of(1)};
    counter.open_order();
    CHECK(counter.ui.shows("đã hoàn hết"));
    CHECK_FALSE(counter.ui.has("refund.confirm"));
}

TEST_CASE("a refused refund keeps what was chosen, and asking again is the same refund", "[till]") {
    OrderBook counter;
    counter.open_order();
    counter.tap_all({"refund.line.1", "refund.reason.0", "refund.confirm"});
    counter.approve();
    const auto first = counter.last<RefundSale>().request.id;
    counter.staff.answer(Refused{Asked::refund_sale, {ErrorKind::storage, "error.not_saved", {}, {}}},
                         counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Chưa lưu được"));
    CHECK(counter.staff.session().orders.chosen[1] == Quantity::of(1));
    counter.tap_all({"refund.confirm"});
    counter.approve();
    CHECK(counter.count<RefundSale>() == 2);
    CHECK(counter.last<RefundSale>().request.id == first);
}

TEST_CASE("a manager refunds by their own word", "[till]") {
    OrderBook counter;
    auto session = counter.staff.session();
    session.staff = counter.mai;
    counter.staff.show(session);
    counter.open_order();
    counter.tap_all({"refund.line.1", "refund.reason.0", "refund.confirm"});
    REQUIRE(counter.count<RefundSale>() == 1);
    CHECK(counter.last<RefundSale>().request.approval == Approval{StaffId("mai"), {}});
}

TEST_CASE("the code of a slip opens its sale from the selling screen and leaves the order alone", "[till]") {
    OrderBook counter;
    counter.tap_all({"rail.selling"});
    counter.scan(counter.goods().product->barcodes.front());
    const auto order = counter.cart();
    counter.scan("OCOP-RECEIPT:Q2A-000136:sale-136");
    CHECK(counter.staff.session().page == StaffPage::orders);
    CHECK(counter.last<OpenSale>().sale_id == "sale-136");
    counter.staff.answer(SaleOpened{counter.sold}, counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Hoàn tiền đơn Q2A-000136"));
    CHECK(counter.cart() == order);
    counter.staff.answer(Refused{Asked::open_sale, {ErrorKind::not_found, "error.no_sale", {{"sale", "x"}}, {}}},
                         counter.ui.options.now);
    counter.ui.settle();
    CHECK(counter.ui.shows("Không có đơn x"));
}
