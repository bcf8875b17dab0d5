#include "pos/till/till.h"

#include "pos/journal/projections.h"
#include "pos/journal/verify.h"
#include "pos/shifts/shift_figures.h"
#include "pos/till/sale_search.h"
#include "tests/support/shift_booth.h"
#include "tests/support/z_from_entries.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>

using namespace ocop;
using ocop::testing::ShiftBooth;
using ocop::testing::z_from_entries;

namespace {

const std::vector<Tender> exact_cash{{PaymentMethod::cash, Dong{}, {}}};

} // namespace

TEST_CASE("a pulled drawer waits to be counted while the next shift sells", "[till][shifts]") {
    ShiftBooth booth;
    ShiftId first;
    {
        auto till = booth.create();
        REQUIRE(till.open_shift({booth.lan, Dong{520'000}, {{Dong{500'000}, 1}, {Dong{20'000}, 1}}, false}));
        booth.sell(till, 0, 2000, exact_cash);
        const auto pulled = till.pull_shift(booth.lan);
        REQUIRE(pulled);
        first = pulled->id;
        CHECK_FALSE(till.shift());
        CHECK(till.complete_sale(booth.cart_of(till, 1, 1000), exact_cash, booth.lan).error().key == "error.no_shift");
        REQUIRE(till.open_shift(booth.mai, Dong{100'000}));
        booth.sell(till, 1, 1000, exact_cash);
    }
    auto till = booth.open();
    REQUIRE(till.shift());
    CHECK(till.shift()->number == 2);
    REQUIRE(till.pulled_shifts().size() == 1);
    CHECK(till.pulled_shifts()[0].id == first);
    CHECK(till.pulled_shifts()[0].pulled_by == booth.lan);
    const auto before = till.shift_figures();
    const auto expected = till.shift_figures(first)->expected_cash;
    const auto report = till.count_shift({first, booth.mai, expected, {}, {}, "", ""});
    REQUIRE(report);
    CHECK(report->number == 1);
    CHECK(report->difference == Dong{});
    CHECK(report->opened_by == booth.lan);
    CHECK(report->closed_by == booth.mai);
    CHECK(till.pulled_shifts().empty());
    CHECK(till.shift()->number == 2);
    CHECK(*till.shift_figures() == *before);
    CHECK(till.count_shift({first, booth.mai, expected, {}, {}, "", ""}).error().key == "error.shift_not_pulled");
    CHECK(verify(booth.directory)->sound());
}

TEST_CASE("any count is taken, a difference has its reason, and the whole of it is one entry", "[till][shifts]") {
    ShiftBooth booth;
    auto till = booth.create();
    REQUIRE(till.open_shift(booth.lan, Dong{500'000}));
    const auto shift = till.pull_shift(booth.lan)->id;
    ShiftCount count{shift, booth.lan, Dong{}, {}, {Dong{400'000}}, "", ""};
    CHECK(till.count_shift(count).error().key == "error.difference_reason");
    count.reason = "Chưa rõ";
    count.note = "Két bị mất chìa";
    const auto seq = till.journal().head().seq;
    const auto report = till.count_shift(count);
    REQUIRE(report);
    CHECK(till.journal().head().seq == seq + 1);
    CHECK(report->difference == Dong{-500'000});
    const auto stored = read_z_report(till.journal().database(), 1);
    REQUIRE(stored);
    CHECK(*stored == *report);
    CHECK(stored->note == "Két bị mất chìa");
    CHECK(read_z_report(till.journal().database(), 2).error().kind == ErrorKind::not_found);
}

TEST_CASE("cash in and out need an amount and a reason, and openings without a sale are counted", "[till][shifts]") {
    ShiftBooth booth;
    auto till = booth.create();
    CHECK(till.move_cash({Dong{1'000}, "Đổi tiền lẻ", booth.lan, {}}).error().key == "error.no_shift");
    CHECK(till.open_drawer(booth.lan, "").error().key == "error.no_shift");
    REQUIRE(till.open_shift(booth.lan, Dong{500'000}));
    CHECK(till.move_cash({Dong{}, "Đổi tiền lẻ", booth.lan, {}}).error().key == "error.movement_amount");
    CHECK(till.move_cash({Dong{1'000}, "", booth.lan, {}}).error().key == "error.movement_reason");
    REQUIRE(till.move_cash({Dong{200'000}, "Thêm tiền lẻ", booth.lan, {}}));
    REQUIRE(till.move_cash({Dong{-450'000}, "Nộp ban tổ chức", booth.mai, {}}));
    REQUIRE(till.open_drawer(booth.lan, "Đổi tiền cho khách"));
    const auto figures = till.shift_figures();
    CHECK(figures->cash_in == Dong{200'000});
    CHECK(figures->cash_out == Dong{450'000});
    CHECK(figures->expected_cash == Dong{250'000});
    CHECK(figures->drawer_openings == 1);
    const auto movements = movements_of_shift(till.journal().database(), till.shift()->id);
    REQUIRE(movements.size() == 2);
    CHECK(movements[1].reason == "Nộp ban tổ chức");
    CHECK(movements[1].by == booth.mai);
    CHECK(movements[1].at == booth.clock.now());
}

TEST_CASE("the stored Z of any shift is what SQL over the raw entries gives", "[till][shifts]") {
    ShiftBooth booth;
    auto till = booth.create();
    const auto holds = rc::check([&] {
        using Steps = std::vector<std::pair<std::uint8_t, std::uint16_t>>;
        const auto steps = *rc::gen::resize(12, rc::gen::arbitrary<Steps>()); // every step waits for the disk
        const bool training = steps.size() % 5 == 4;
        RC_ASSERT(till.open_shift(booth.lan, Dong{1'000 * static_cast<std::int64_t>(steps.size())}, training));
        const auto shift = till.shift()->id;
        Dong drawer = till.shift()->opening_float;
        std::optional<Sale> last;
        for (const auto& [what, size] : steps) {
            const auto which = static_cast<std::size_t>(size % 40U);
            const std::int64_t quantity = 100 + size % 5000;
            if (what % 8 < 2) { // notes that are too many
                const Tender given{PaymentMethod::cash, Dong{200'000'000}, {}};
                last = booth.sell(till, which, quantity, {given});
                drawer += last->total;
            } else if (what % 8 == 2) {
                booth.sell(till, which, quantity, {{PaymentMethod::transfer, Dong{}, "OCABCDEF"}});
            } else if (what % 8 == 3) { // half by card, the rest in cash
                const auto cart = booth.cart_of(till, which, quantity);
                const Dong card{totals_of(cart).total.amount / 2};
                if (card == Dong{}) continue;
                const auto sale = till.complete_sale(
                    cart, {{PaymentMethod::card, card, {}}, {PaymentMethod::cash, Dong{}, {}}}, booth.mai);
                RC_ASSERT(sale);
                drawer += sale->total - card;
            } else if (what % 8 == 4) {
                const Dong amount{what % 4 < 2 ? 1 + size : -1 - size};
                RC_ASSERT(till.move_cash({amount, "Lý do", booth.lan, {}}));
                drawer += amount;
            } else if (what % 8 == 5 && last) { // what is left of its first line comes back
                const auto sold = refundable_sale(till.journal().database(), last->id);
                RC_ASSERT(sold);
                if (sold->left(0) == Quantity{}) continue;
                const auto refund = till.refund_sale({till.new_cart().sale_id,
                                                      last->id,
                                                      {{1, sold->left(0)}},
                                                      "Lỗi bao bì",
                                                      GoodsTo::shelf,
                                                      PaymentMethod::cash,
                                                      {booth.mai, {}}});
                RC_ASSERT(refund);
                drawer -= refund->total;
            } else if (what % 8 == 6) {
                RC_ASSERT(till.drop_cart(booth.cart_of(till, which, quantity), "Khách đổi ý", booth.lan));
            } else {
                RC_ASSERT(till.open_drawer(booth.lan, "Đổi tiền"));
            }
        }
        const auto x = till.shift_figures();
        RC_ASSERT(x);
        RC_ASSERT(x->expected_cash == drawer);
        RC_ASSERT(till.pull_shift(booth.lan));
        const Dong counted{std::max<std::int64_t>(0, drawer.amount - 7)};
        const auto z = till.count_shift({shift, booth.lan, counted, {}, {}, "Chưa rõ", ""});
        RC_ASSERT(z);
        RC_ASSERT(z->figures == *x);
        const auto stored = read_z_report(till.journal().database(), z->number);
        RC_ASSERT(stored);
        RC_ASSERT(stored->figures == z_from_entries(booth.directory.journal(), shift));
        RC_ASSERT(stored->training == training);
    });
    CHECK(holds);
    rebuild_projections(till.journal().database());
    CHECK(verify(booth.directory)->sound());
}

TEST_CASE("a shift to learn with marks its entries, and no total or stock knows of it", "[till][shifts][training]") {
    ShiftBooth booth;
    auto till = booth.create();
    REQUIRE(till.open_shift(booth.lan, Dong{}, true));
    const auto sale = booth.sell(till, 0, 1000, exact_cash);
    REQUIRE(till.move_cash({Dong{5'000}, "Thêm tiền lẻ", booth.lan, {}}));
    REQUIRE(till.open_drawer(booth.lan, "Đổi tiền"));
    REQUIRE(till.change_pin(booth.lan, "123456", "482716")->right); // true after the training too
    REQUIRE(till.close_shift(booth.lan, sale.total + Dong{5'000}, ""));
    CHECK(till.journal().head().perpetual_total == Dong{});
    auto entries = till.journal().database().prepare("SELECT kind, json_extract(bytes, '$.training') FROM entry");
    int marked = 0;
    while (entries.step()) {
        const auto kind = entries.text(0);
        const bool of_shift =
            kind == "sale" || kind == "cash_movement" || kind == "drawer_event" || kind.rfind("shift_", 0) == 0;
        INFO(kind);
        CHECK((entries.integer(1) != 0) == of_shift);
        marked += of_shift ? 1 : 0;
    }
    CHECK(marked == 6);
}
