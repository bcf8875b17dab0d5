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

TEST_CASE("old districts, today's communes, groups, aliases and gifts are found", "[catalogue][search]") {
    Producer maker;
    maker.id = ProducerId("htx");
    maker.place = PlaceId("ba-che");
    maker.name.by_language["vi"] = "HTX Toàn Dân";
    const Place old_and_new{PlaceId("ba-che"), "xã Đạp Thanh, huyện Ba Chẽ, Quảng Ninh", "xã Lương Minh", "Quảng Ninh"};
    const Place other{PlaceId("moc-chau"), "huyện Mộc Châu, Sơn La", "", "Sơn La"};
    const auto product = [&](const char* sku, const char* name, const char* place, const char* group) {
        Product made;
        made.sku = Sku(sku);
        made.name.by_language["vi"] = name;
        made.producer = maker.id;
        made.place = PlaceId(place);
        made.group = GroupCode(group);
        return made;
    };
    auto tea = product("A", "Trà hoa vàng", "ba-che", "drink");
    tea.aliases = {"Kim hoa trà"};
    tea.gift = true;
    const auto tour = product("B", "Một ngày ở bản", "moc-chau", "tourism");
    const auto named_so = product("C", "Mận Ba Chẽ", "moc-chau", "food");
    const ProductSearch search(std::make_shared<const Catalogue>(ReleaseId("r"), std::vector{tea, tour, named_so},
                                                                 std::vector{maker}, std::vector{old_and_new, other},
                                                                 std::vector<Certificate>{}));
    CHECK(found(search, "luong minh") == Names{"Trà hoa vàng"});
    CHECK(found(search, "huyện ba chẽ, quảng ninh") == Names{"Trà hoa vàng"});
    CHECK(found(search, "ba che") == Names{"Mận Ba Chẽ", "Trà hoa vàng"});
    CHECK(found(search, "du lich") == Names{"Một ngày ở bản"});
    CHECK(found(search, "kim hoa") == Names{"Trà hoa vàng"});
    CHECK(found(search, "quà biếu") == Names{"Trà hoa vàng"});
    CHECK(found(search, "trahoa") == Names{"Trà hoa vàng"});
    CHECK(found(search, "toan dan").size() == 3);
}

TEST_CASE("what another region calls it finds it too", "[catalogue][search]") {
    const ProductSearch search(catalogue_of({"Chè Cẩm Mỹ", "Trà hoa vàng", "Giò lợn", "Kẹo lạc", "Mật ong"}));
    CHECK(found(search, "tra cam my") == Names{"Chè Cẩm Mỹ"});
    CHECK(found(search, "trà") == Names{"Trà hoa vàng", "Chè Cẩm Mỹ"});
    CHECK(found(search, "heo") == Names{"Giò lợn"});
    CHECK(found(search, "dau phong") == Names{"Kẹo lạc"});
}

TEST_CASE("accents typed wrongly still find, typed rightly come first", "[catalogue][search]") {
    const ProductSearch search(catalogue_of({"Che phủ bạt", "Chè Cẩm Mỹ", "Chẻo Nam Đàn"}));
    CHECK(found(search, "chè").front() == "Chè Cẩm Mỹ");
    CHECK(found(search, "chẻ").front() == "Chẻo Nam Đàn");
    CHECK(found(search, "che").size() == 3);
    CHECK(found(search, "chè cảm mỹ") == Names{"Chè Cẩm Mỹ"});
}

TEST_CASE("where nothing matches every word the nearest help on", "[catalogue][search]") {
    const ProductSearch search(catalogue_of(goods));
    const auto nearest = [&](std::string_view typed) {
        Names names;
        for (const auto* product : search.nearest(typed))
            names.push_back(product->name.in("vi"));
        return names;
    };
    CHECK(found(search, "keo cam my").empty());
    CHECK(nearest("keo cam my").front() == "Chè Cẩm Mỹ");
    CHECK(nearest("mat gong rungg").front() == "Mật ong rừng Bình Liêu");
    CHECK(nearest("mma").size() <= 3);
    CHECK(nearest("qqqqqq").empty());
    CHECK(nearest("").empty());
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
