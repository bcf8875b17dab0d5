#include "kiosk/visitor/related.h"

#include "tests/support/small_showroom.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

VisitorView related_showroom() {
    return {std::make_shared<const Catalogue>(test::showroom_catalogue()), test::showroom_stock(),
            *Day::parse(test::showroom_today)};
}

std::vector<std::string> skus(const std::vector<const ProductView*>& products) {
    std::vector<std::string> found;
    for (const ProductView* product : products)
        found.push_back(product->product->sku.text());
    return found;
}

} // namespace

TEST_CASE("sizes and strengths of one product share a base name", "[visitor][related]") {
    CHECK(base_name("Nước mắm Khải Hoàn 38 độ đạm") == base_name("Nước mắm Khải Hoàn 43 độ đạm"));
    CHECK(base_name("Trà xanh Phìn Hồ 100 g") == base_name("Trà xanh Phìn Hồ - 500g"));
    CHECK(base_name("Mật ong 0,5 lít") == base_name("mật  ong"));
    CHECK(base_name("Trà xanh Phìn Hồ 100 g") != base_name("Hồng trà Phìn Hồ 100 g"));
    CHECK(base_name("Bánh da lợn") != base_name("Bánh dạ lợn")); // accents tell words apart
    CHECK(base_name("500 ml").empty());
}

TEST_CASE("a pack is called by what tells it apart", "[visitor][related]") {
    Product product;
    product.name.by_language["vi"] = "Nước mắm Khải Hoàn 38 độ đạm";
    CHECK(pack_label(product) == "38 độ đạm");
    product.name.by_language["vi"] = "Mật ong rừng";
    product.pack = "500 ml";
    CHECK(pack_label(product) == "500 ml");
    product.pack.clear();
    CHECK(pack_label(product) == "Mật ong rừng");
}

TEST_CASE("other packs are of the same maker and never the product itself", "[visitor][related]") {
    const VisitorView view = related_showroom();
    CHECK(skus(other_packs(view, *view.find(Sku{"NM38"}))) == std::vector<std::string>{"NM43"});
    CHECK(other_packs(view, *view.find(Sku{"ONG"})).empty());
}

TEST_CASE("related products begin with the maker's own, without other packs and what is sold out",
          "[visitor][related]") {
    const VisitorView view = related_showroom();
    const auto beside_honey = skus(related(view, *view.find(Sku{"ONG"}), 4));
    REQUIRE_FALSE(beside_honey.empty());
    CHECK(beside_honey.front() == "SAP");
    CHECK(std::count(beside_honey.begin(), beside_honey.end(), "ONG") == 0);
    const auto beside_sauce = skus(related(view, *view.find(Sku{"NM38"}), 9));
    CHECK(std::count(beside_sauce.begin(), beside_sauce.end(), "NM43") == 0);
    for (const ProductView& product : view.products()) {
        const auto others = related(view, product, 2);
        CHECK(others.size() <= 2);
        CHECK(std::none_of(others.begin(), others.end(), [](const ProductView* other) { return other->sold_out(); }));
    }
}
