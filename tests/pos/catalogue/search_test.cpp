#include "pos/catalogue/search.h"

#include "tests/support/generated_catalogue.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

std::shared_ptr<const Catalogue> catalogue_of(const std::vector<std::string>& names) {
    Producer maker;
    maker.id = ProducerId("htx");
    maker.place = PlaceId("place");
    maker.name.by_language["vi"] = "Hợp tác xã Hợp Tiến";
    Place place;
    place.id = PlaceId("place");
    std::vector<Product> products;
    for (std::size_t i = 0; i < names.size(); ++i) {
        Product product;
        product.sku = Sku("SP-" + std::to_string(100 + i));
        product.name.by_language["vi"] = names[i];
        product.producer = maker.id;
        product.place = place.id;
        product.group = GroupCode("food");
        products.push_back(product);
    }
    return std::make_shared<const Catalogue>(ReleaseId("r"), products, std::vector{maker}, std::vector{place},
                                             std::vector<Certificate>{});
}

std::vector<std::string> found(const ProductSearch& search, std::string_view typed) {
    std::vector<std::string> names;
    for (const auto* product : search.find(typed))
        names.push_back(product->name.in("vi"));
    return names;
}

using Names = std::vector<std::string>;

const Names goods{"Chè Cẩm Mỹ",      "Chè lam Phủ Quảng", "Mắm tôm Lê Gia", "Mật ong rừng Bình Liêu",
                  "Nước mắm Lê Gia", "Đông trùng hạ thảo"};

} // namespace

TEST_CASE("accents, order and unfinished words do not matter", "[catalogue][search]") {
    const ProductSearch search(catalogue_of(goods));
    CHECK(found(search, "che cam my") == Names{"Chè Cẩm Mỹ"});
    CHECK(found(search, "mỹ chè") == Names{"Chè Cẩm Mỹ"});
    CHECK(found(search, "mat on") == Names{"Mật ong rừng Bình Liêu"});
    CHECK(found(search, "dong trung") == Names{"Đông trùng hạ thảo"});
    CHECK(found(search, "sp-103") == Names{"Mật ong rừng Bình Liêu"});
    CHECK(found(search, "hop tien").size() == goods.size());
}

TEST_CASE("a slip is forgiven only where nothing matches as typed", "[catalogue][search]") {
    const ProductSearch search(catalogue_of(goods));
    CHECK(found(search, "binh liue") == Names{"Mật ong rừng Bình Liêu"});
    CHECK(found(search, "quagn") == Names{"Chè lam Phủ Quảng"});
    CHECK(found(search, "trugn ha").size() == 1);
    CHECK(found(search, "xyz").empty());
    CHECK(found(search, "che xyz").empty());
    CHECK(found(search, "").empty());
    CHECK(found(search, " ,. ").empty());
}

TEST_CASE("the exact spelling comes first, then names that begin so", "[catalogue][search]") {
    const ProductSearch search(catalogue_of({"Bánh mam", "Mắm cáy", "Nước mắm", "Mâm cỗ"}));
    CHECK(found(search, "mắm").front() == "Mắm cáy");
    CHECK(found(search, "mâm").front() == "Mâm cỗ");
    CHECK(found(search, "mam").size() == 4);
    CHECK(found(search, "mam").back() == "Nước mắm");
}

TEST_CASE("every product of a large catalogue is found by its own name", "[catalogue][search]") {
    const auto catalogue = std::make_shared<const Catalogue>(tests::generate_catalogue(500));
    const ProductSearch search(catalogue);
    for (const auto& product : catalogue->products()) {
        const auto all = search.find(product.name.in("vi"), 500);
        INFO(product.name.in("vi"));
        CHECK(std::find(all.begin(), all.end(), &product) != all.end());
    }
    CHECK(search.find("a", 7).size() <= 7);
}
