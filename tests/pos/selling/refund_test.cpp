#include "pos/selling/refund.h"

#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

const std::vector<StaffMember> refund_people{{StaffId("lan"), "Nguyễn Thị Lan", Role::cashier, {}, true},
                                             {StaffId("mai"), "Lê Thị Mai", Role::manager, {}, true}};

SaleLine line_of(Quantity quantity, Dong total, Dong discount) {
    SaleLine line;
    line.sku = Sku("mat-ong");
    line.name = "Mật ong rừng";
    line.quantity = quantity;
    line.total = total;
    line.discount = discount;
    line.tax = Dong{total.amount / 11};
    line.commission = Dong{total.amount / 7};
    return line;
}

RefundableSale sold(std::vector<SaleLine> lines) {
    RefundableSale result;
    result.sale.id = "sale";
    result.sale.receipt = "Q2A-000001";
    for (const auto& line : lines) {
        result.sale.total += line.total;
        result.sale.discount += line.discount;
    }
    result.refunded.resize(lines.size());
    result.sale.lines = std::move(lines);
    return result;
}

RefundRequest asked(std::vector<RefundRequest::Part> parts) {
    RefundRequest request;
    request.id = "refund";
    request.sale_id = "sale";
    request.parts = std::move(parts);
    request.reason = "Lỗi bao bì";
    request.approval = {StaffId("lan"), StaffId("mai")};
    return request;
}

RefundableSale any_sale() {
    std::vector<SaleLine> lines;
    const auto count = *rc::gen::inRange<std::size_t>(1, 5);
    for (std::size_t i = 0; i < count; ++i) {
        const bool weighed = *rc::gen::arbitrary<bool>();
        const auto quantity =
            weighed ? Quantity{*rc::gen::inRange<std::int64_t>(1, 9'999)} : Quantity::of(*rc::gen::inRange(1, 12));
        lines.push_back(line_of(quantity, Dong{*rc::gen::inRange<std::int64_t>(0, 3'000'000)},
                                Dong{*rc::gen::inRange<std::int64_t>(0, 100'000)}));
    }
    return sold(std::move(lines));
}

// Refunds anything that is asked for; what is refused changes nothing.
Dong refund_anything(RefundableSale& sale) {
    std::vector<RefundRequest::Part> parts;
    for (std::size_t i = 0; i < sale.sale.lines.size(); ++i) {
        if (*rc::gen::arbitrary<bool>()) continue;
        const auto left = sale.left(i).thousandths;
        auto wanted = Quantity{*rc::gen::inRange<std::int64_t>(0, left + 1'500)};
        if (sale.sale.lines[i].quantity.is_whole()) wanted = Quantity::of(wanted.thousandths / 1000);
        parts.push_back({static_cast<int>(i) + 1, wanted});
    }
    const auto refund = make_refund(sale, asked(parts), refund_people);
    if (!refund) return {};
    Dong sum;
    for (const auto& line : refund->lines) {
        RC_ASSERT(line.part.total.amount >= 0);
        sum += line.part.total;
        auto& so_far = sale.refunded[static_cast<std::size_t>(line.line - 1)];
        so_far = so_far + line.part.quantity;
    }
    RC_ASSERT(sum == refund->total);
    const auto negative = as_negative_sale(*refund);
    RC_ASSERT(negative.total == -refund->total);
    RC_ASSERT(negative.subtotal - negative.discount == negative.total);
    return refund->total;
}

} // namespace

TEST_CASE("refunds never come to more than the sale, and all parts make the whole to the đồng", "[selling]") {
    CHECK(rc::check("however it is divided", [] {
        auto sale = any_sale();
        Dong refunded;
        for (int i = *rc::gen::inRange(0, 8); i > 0; --i) {
            refunded += refund_anything(sale);
            RC_ASSERT(refunded <= sale.sale.total);
            for (std::size_t line = 0; line < sale.sale.lines.size(); ++line)
                RC_ASSERT(sale.left(line).thousandths >= 0);
        }
        std::vector<RefundRequest::Part> rest;
        for (std::size_t line = 0; line < sale.sale.lines.size(); ++line)
            if (sale.left(line).thousandths > 0) rest.push_back({static_cast<int>(line) + 1, sale.left(line)});
        if (rest.empty()) return;
        const auto last = make_refund(sale, asked(rest), refund_people);
        RC_ASSERT(last.has_value());
        RC_ASSERT(refunded + last->total == sale.sale.total);
    }));
}

TEST_CASE("tax, commission and discounts of all parts make the line's", "[selling]") {
    const auto line = line_of(Quantity::of(3), Dong{100'000}, Dong{1'000});
    Dong total;
    Dong tax;
    Dong commission;
    Dong discount;
    for (int piece = 0; piece < 3; ++piece) {
        const auto part = part_of_line(line, Quantity::of(piece), Quantity::of(1));
        total += part.total;
        tax += part.tax;
        commission += part.commission;
        discount += part.discount;
    }
    CHECK(total == line.total);
    CHECK(tax == line.tax);
    CHECK(commission == line.commission);
    CHECK(discount == line.discount);
}

TEST_CASE("a refund of what is not left, of nothing, without reason or manager is refused", "[selling]") {
    auto sale = sold({line_of(Quantity::of(2), Dong{100'000}, {}), line_of(Quantity{350}, Dong{42'000}, {})});
    const auto key = [&](const RefundRequest& request) {
        return make_refund(sale, request, refund_people).error().key;
    };
    CHECK(key(asked({})) == "error.refund_nothing");
    CHECK(key(asked({{3, Quantity::of(1)}})) == "error.refund_nothing");
    CHECK(key(asked({{0, Quantity::of(1)}})) == "error.refund_nothing");
    CHECK(key(asked({{1, Quantity::of(1)}, {1, Quantity::of(1)}})) == "error.refund_nothing");
    CHECK(key(asked({{1, Quantity::of(3)}})) == "error.refund_more");
    CHECK(key(asked({{1, Quantity{}}})) == "error.refund_more");
    CHECK(key(asked({{1, Quantity{500}}})) == "error.refund_more");
    sale.refunded[0] = Quantity::of(2);
    CHECK(key(asked({{1, Quantity::of(1)}})) == "error.refund_more");
    auto request = asked({{2, Quantity{350}}});
    request.reason.clear();
    CHECK(key(request) == "error.reason_missing");
    request = asked({{2, Quantity{350}}});
    request.approval.allowed_by = StaffId();
    CHECK(key(request) == "error.refund_needs_manager");
    request.approval.by = StaffId("mai");
    CHECK(make_refund(sale, request, refund_people));
    request.approval.by = StaffId("nobody");
    CHECK(key(request) == "error.unknown_staff");
}

TEST_CASE("a refund names two people and the sale, and is read back as it was written", "[selling]") {
    const auto sale = sold({line_of(Quantity::of(2), Dong{100'000}, Dong{10'000})});
    auto refund = make_refund(sale, asked({{1, Quantity::of(1)}}), refund_people);
    REQUIRE(refund);
    CHECK(refund->staff_name == "Nguyễn Thị Lan");
    CHECK(refund->allowed_by_name == "Lê Thị Mai");
    CHECK(refund->sale_receipt == "Q2A-000001");
    CHECK(refund->total == Dong{50'000});
    refund->receipt = "Q2A-000002";
    auto again = refund_from_json(refund_to_json(*refund));
    REQUIRE(again);
    again->id = refund->id;
    CHECK(*again == *refund);
    CHECK_FALSE(refund_from_json(nlohmann::json{{"receipt", "x"}}));
}
