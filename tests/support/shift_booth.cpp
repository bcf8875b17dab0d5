#include "tests/support/shift_booth.h"

#include "pos/catalogue/release.h"
#include "tests/support/generated_catalogue.h"

#include <catch2/catch.hpp>

namespace ocop::testing {

Till ShiftBooth::open() {
    return std::move(*Till::open(directory, "test", clock, randomness));
}

Till ShiftBooth::create() {
    auto till = std::move(*Till::create(directory, "test", "Q2", clock, randomness));
    const auto stored = store_release(directory, tests::generate_catalogue(40), {});
    REQUIRE(stored);
    REQUIRE(till.adopt_release(stored->manifest.release, stored->manifest_sha256));
    REQUIRE(till.set_staff({lan, "Nguyễn Thị Lan", Role::cashier, *hash_pin("123456"), true}));
    REQUIRE(till.set_staff({mai, "Lê Thị Mai", Role::manager, *hash_pin("654321"), true}));
    return till;
}

Cart ShiftBooth::cart_of(Till& till, std::size_t which, std::int64_t thousandths) {
    auto cart = till.new_cart();
    std::vector<const Product*> sold;
    for (const auto& product : till.catalogue()->products())
        if (product.price) sold.push_back(&product);
    const auto& product = *sold.at(which % sold.size());
    const Quantity quantity{product.sold_by == SoldBy::piece ? (thousandths + 999) / 1000 * 1000 : thousandths};
    REQUIRE(add_to_cart(cart, product, quantity));
    return cart;
}

Sale ShiftBooth::sell(Till& till, std::size_t which, std::int64_t thousandths, const std::vector<Tender>& tenders) {
    const auto sale = till.complete_sale(cart_of(till, which, thousandths), tenders, lan);
    REQUIRE(sale);
    return *sale;
}

} // namespace ocop::testing
