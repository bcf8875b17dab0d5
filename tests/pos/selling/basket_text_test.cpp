#include "pos/selling/basket_text.h"

#include "pos/base/clock.h"
#include "pos/journal/entry.h"
#include "tests/support/generated_catalogue.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

using namespace ocop;

namespace {

const Day today = *Day::parse("2026-11-23");

Product product(const std::string& sku) {
    Product made;
    made.sku = Sku{sku};
    made.name.by_language["vi"] = "Món " + sku;
    made.producer = ProducerId{"p"};
    made.place = PlaceId{"a"};
    made.group = GroupCode{"food"};
    made.price = Dong{10'000};
    return made;
}

Catalogue catalogue_of(const std::vector<std::string>& skus) {
    std::vector<Product> products;
    for (const auto& sku : skus)
        products.push_back(product(sku));
    Producer producer;
    producer.id = ProducerId{"p"};
    return Catalogue(ReleaseId{"r"}, std::move(products), {producer}, {Place{PlaceId{"a"}, "Hà Nội", "", "Hà Nội"}},
                     {});
}

// A text with a right check value, as a hostile hand would make it.
std::string sealed(const std::string& lines) {
    const auto text = "OCOP-B1-4827-2EP" + lines;
    const auto hash = sha256(text);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 4; ++i)
        bits = bits << 8U | std::to_integer<std::uint32_t>(hash[i]);
    std::string check;
    for (int digit = 0; digit < 5; ++digit)
        check += "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> (27 - 5 * digit) & 31U];
    return text + "-" + check;
}

bool is_damaged(const Result<ReadBasket>& read) {
    return !read && read.error().key == "error.basket_damaged";
}

} // namespace

TEST_CASE("a basket's text carries code, day, products and quantities", "[selling][basket]") {
    const ProductCodes codes(catalogue_of({"OC001", "OC031a", "QN-TP-0017"}));
    const Basket basket{
        "4827",
        today,
        {{Sku{"OC001"}, Quantity::of(2)}, {Sku{"OC031a"}, Quantity::of(1)}, {Sku{"QN-TP-0017"}, Quantity::of(99)}}};
    const auto text = basket_text(basket, codes);
    REQUIRE(text);
    CHECK(text->rfind("OCOP-B1-4827-", 0) == 0);
    CHECK(text->find("-OC001-2-OC031A-1-") != std::string::npos);
    const auto read = read_basket(*text, codes);
    REQUIRE(read);
    CHECK(read->basket == basket);
    CHECK(read->unknown.empty());
    std::string small = *text;
    std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
    CHECK(read_basket(small, codes)->basket == basket); // Caps Lock
    CHECK(basket_mark(small) == basket_mark(*text));
}

TEST_CASE("a product that this till does not know is told by its code and the rest is kept", "[selling][basket]") {
    const ProductCodes there(catalogue_of({"OC001", "OC002", "LONG-NAME-1"}));
    const ProductCodes here(catalogue_of({"OC001"}));
    const auto text = basket_text(
        {"1001",
         today,
         {{Sku{"OC002"}, Quantity::of(3)}, {Sku{"OC001"}, Quantity::of(1)}, {Sku{"LONG-NAME-1"}, Quantity::of(1)}}},
        there);
    const auto read = read_basket(*text, here);
    REQUIRE(read);
    CHECK(read->basket.lines == std::vector<BasketLine>{{Sku{"OC001"}, Quantity::of(1)}});
    REQUIRE(read->unknown.size() == 2);
    CHECK(read->unknown[0] == UnknownLine{"OC002", Quantity::of(3)});
    CHECK(read->unknown[1].code.size() == 8);
}

TEST_CASE("products whose names differ in case only are never mistaken for each other", "[selling][basket]") {
    const ProductCodes codes(catalogue_of({"OC1a", "OC1A"}));
    CHECK(codes.code_of(Sku{"OC1a"}) != codes.code_of(Sku{"OC1A"}));
    CHECK(codes.sku_of("OC1A") == nullptr);
    const Basket basket{"1001", today, {{Sku{"OC1a"}, Quantity::of(1)}, {Sku{"OC1A"}, Quantity::of(2)}}};
    CHECK(read_basket(*basket_text(basket, codes), codes)->basket == basket);
}

TEST_CASE("the largest basket fits what a scanner may type", "[selling][basket]") {
    std::vector<std::string> skus;
    for (std::size_t i = 0; i < most_basket_lines; ++i)
        skus.push_back("PROVINCE-LONG-SKU-" + std::to_string(i));
    const ProductCodes codes(catalogue_of(skus));
    Basket basket{"9999", today, {}};
    for (const auto& sku : skus)
        basket.lines.push_back({Sku{sku}, most_basket_quantity});
    const auto text = basket_text(basket, codes);
    REQUIRE(text);
    CHECK(text->size() <= longest_basket_text);
    CHECK(read_basket(*text, codes)->basket == basket);
    basket.lines.push_back({Sku{"ONE-MORE"}, Quantity::of(1)});
    CHECK(basket_text(basket, codes).error().key == "error.basket_lines");
}

TEST_CASE("18,000 products have 18,000 codes", "[selling][basket]") {
    const auto catalogue = tests::generate_catalogue(18'000);
    const ProductCodes codes(catalogue);
    for (const auto& each : catalogue.products()) {
        const auto* found = codes.sku_of(codes.code_of(each.sku));
        REQUIRE(found != nullptr);
        REQUIRE(*found == each.sku);
    }
}

TEST_CASE("damage anywhere is refused", "[selling][basket]") {
    const ProductCodes codes(catalogue_of({"OC001", "OC002"}));
    const auto text =
        *basket_text({"4827", today, {{Sku{"OC001"}, Quantity::of(12)}, {Sku{"OC002"}, Quantity::of(1)}}}, codes);
    for (std::size_t at = 0; at < text.size(); ++at) {
        CHECK_FALSE(read_basket(text.substr(0, at), codes));
        for (const char other : {'0', '7', 'A', 'Z', '-', '\0', '\x80'}) {
            if (text[at] == other) continue;
            auto changed = text;
            changed[at] = other;
            CHECK_FALSE(read_basket(changed, codes));
        }
        auto twice = text;
        twice.insert(at, 1, text[at]);
        CHECK_FALSE(read_basket(twice, codes));
    }
    CHECK(is_damaged(read_basket(text + std::string(100'000, '-'), codes)));
    CHECK(is_damaged(read_basket("", codes)));
}

TEST_CASE("a text with a right check value is still refused when it makes no sense", "[selling][basket]") {
    const ProductCodes codes(catalogue_of({"OC001"}));
    REQUIRE(read_basket(sealed("-OC001-1"), codes));
    REQUIRE(read_basket(sealed("-OC001-1-OC009-2"), codes)->unknown.size() == 1);
    for (const auto* lines : {"", "-OC001", "-OC001-0", "-OC001-01", "-OC001-100", "-OC001--1", "-OC001-1-OC001-1",
                              "--1", "-ABCDEFGHI-1", "-OC.01-1", "-OC001-1-X-1-X-1"})
        CHECK(is_damaged(read_basket(sealed(lines), codes)));
    std::string many;
    for (std::size_t i = 0; i <= most_basket_lines; ++i)
        many += "-P" + std::to_string(i) + "-1";
    CHECK(is_damaged(read_basket(sealed(many), codes)));
    const auto hashed = codes.code_of(Sku{"a sku with spaces"});
    CHECK(read_basket(sealed("-" + hashed + "-1"), codes)->unknown.front().code == hashed);
}

TEST_CASE("a version to come is told apart from damage", "[selling][basket]") {
    const ProductCodes codes(catalogue_of({"OC001"}));
    CHECK(read_basket("OCOP-B2-WHATEVER", codes).error().kind == ErrorKind::newer);
    CHECK(is_damaged(read_basket("OCOP-BX-4827", codes)));
    CHECK(is_basket_text("OCOP-B2-WHATEVER"));
    CHECK(is_basket_text("ocop-b1"));
    CHECK_FALSE(is_basket_text("OCOP-RECEIPT:Q2A-000137"));
    CHECK_FALSE(is_basket_text("OCOP"));
}

TEST_CASE("lines that no visitor can pick are refused", "[selling][basket]") {
    const ProductCodes codes(catalogue_of({"OC001"}));
    for (const Quantity quantity : {Quantity{}, Quantity::of(-1), Quantity::of(100), Quantity{1500}})
        CHECK_FALSE(basket_text({"4827", today, {{Sku{"OC001"}, quantity}}}, codes));
    CHECK_FALSE(
        basket_text({"4827", today, {{Sku{"OC001"}, Quantity::of(1)}, {Sku{"OC001"}, Quantity::of(1)}}}, codes));
    for (const auto* code : {"", "482", "48277", "48A7"})
        CHECK_FALSE(basket_text({code, today, {{Sku{"OC001"}, Quantity::of(1)}}}, codes));
}

TEST_CASE("any basket is read back as it was written", "[selling][basket]") {
    const auto catalogue = tests::generate_catalogue(200);
    const ProductCodes codes(catalogue);
    SeededRandomness randomness(11);
    const auto below = [&](std::size_t end) {
        std::array<std::byte, 2> bytes{};
        randomness.fill(bytes);
        return (std::to_integer<std::size_t>(bytes[0]) * 256 + std::to_integer<std::size_t>(bytes[1])) % end;
    };
    for (int round = 0; round < 500; ++round) {
        Basket basket;
        basket.code = std::to_string(1000 + below(9000));
        basket.day = Day{18'262 + static_cast<std::int32_t>(below(32'768))};
        std::set<std::size_t> indices;
        for (std::size_t i = below(most_basket_lines) + 1; i > 0; --i)
            indices.insert(below(200));
        for (const auto index : indices)
            basket.lines.push_back(
                {catalogue.products()[index].sku, Quantity::of(1 + static_cast<std::int64_t>(below(99)))});
        const auto text = basket_text(basket, codes);
        REQUIRE(text);
        REQUIRE(text->size() <= longest_basket_text);
        const auto read = read_basket(*text, codes);
        REQUIRE(read);
        REQUIRE(read->basket == basket);
        REQUIRE(read->unknown.empty());
        REQUIRE(basket_from_json(basket_to_json(basket)) == basket);
    }
}
