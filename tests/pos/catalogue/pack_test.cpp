#include "pos/catalogue/pack.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

Product priced(const std::string& pack, std::int64_t price) {
    Product product;
    product.pack = pack;
    product.price = Dong{price};
    return product;
}

} // namespace

TEST_CASE("a pack says how much it holds", "[catalogue][pack]") {
    CHECK(pack_content("500 g") == PackContent{Measure::grams, 500'000});
    CHECK(pack_content("500g") == PackContent{Measure::grams, 500'000});
    CHECK(pack_content(" 0,5 kg ") == PackContent{Measure::grams, 500'000});
    CHECK(pack_content("1.5 L") == PackContent{Measure::millilitres, 1'500'000});
    CHECK(pack_content("2 lít") == PackContent{Measure::millilitres, 2'000'000});
    CHECK(pack_content("330 ml") == PackContent{Measure::millilitres, 330'000});
}

TEST_CASE("a pack that could be read in two ways says nothing", "[catalogue][pack]") {
    for (const auto* pack : {"", "g", "10 gói x 5 g", "0 g", "1.000 g", "500", "500 hũ", "500 g x 2", "-5 g", "1,",
                             "1, g", "99999999999999999999 g"}) {
        INFO(pack);
        CHECK_FALSE(pack_content(pack));
    }
}

TEST_CASE("the price of 100 g is rounded once, half a đồng up", "[catalogue][pack]") {
    CHECK(unit_price(priced("500 g", 185'000)) == UnitPrice{Dong{37'000}, Measure::grams});
    CHECK(unit_price(priced("330 ml", 10'000)) == UnitPrice{Dong{3'030}, Measure::millilitres});
    CHECK(unit_price(priced("80 g", 12'346)) == UnitPrice{Dong{15'433}, Measure::grams}); // 15,432.5
    CHECK(unit_price(priced("1 kg", 5)) == UnitPrice{Dong{1}, Measure::grams});
}

TEST_CASE("where it would say nothing new there is no price of 100 g", "[catalogue][pack]") {
    CHECK_FALSE(unit_price(priced("100 g", 20'000)));
    CHECK_FALSE(unit_price(priced("hộp", 20'000)));
    Product weighed = priced("1 kg", 20'000);
    weighed.sold_by = SoldBy::weight;
    CHECK_FALSE(unit_price(weighed));
    Product unpriced = priced("500 g", 0);
    unpriced.price.reset();
    CHECK_FALSE(unit_price(unpriced));
}
