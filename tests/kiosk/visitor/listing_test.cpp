#include "tests/support/generated_catalogue.h"
#include "tests/support/small_showroom.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <set>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

std::set<std::string> skus(const Listing& listing) {
    std::set<std::string> found;
    for (const ProductView* product : listing.products)
        found.insert(product->product->sku.text());
    return found;
}

VisitorView listed_showroom() {
    return {std::make_shared<const Catalogue>(test::showroom_catalogue()), test::showroom_stock(),
            *Day::parse(test::showroom_today)};
}

// Every choice that a count is shown for, made on top of `filters`, with that count.
std::vector<std::pair<Filters, int>> choices(const VisitorView& view, const Filters& filters) {
    const FacetCounts counts = view.list(filters).counts;
    std::vector<std::pair<Filters, int>> all;
    const auto add = [&](int count, auto choose) {
        Filters chosen = filters;
        choose(chosen);
        all.emplace_back(std::move(chosen), count);
    };
    for (const auto& [code, count] : counts.groups)
        add(count, [&code = code](Filters& f) { f.group = GroupCode{code}; });
    for (const auto& [name, count] : counts.areas)
        add(count, [&name = name](Filters& f) {
            f.area = name;
            f.locality.reset();
        });
    if (filters.area)
        for (const auto& [name, count] : counts.localities)
            add(count, [&name = name](Filters& f) { f.locality = name; });
    for (const auto& [number, count] : counts.stars)
        add(count, [number = number](Filters& f) { f.stars = {number}; });
    for (const auto& [type, count] : counts.makers)
        add(count, [type = type](Filters& f) { f.makers = {type}; });
    for (const auto& [band, count] : counts.prices)
        add(count, [band = band](Filters& f) { f.prices = {band}; });
    add(counts.in_season, [](Filters& f) { f.in_season = true; });
    add(counts.in_stock, [](Filters& f) { f.in_stock = true; });
    add(counts.gift, [](Filters& f) { f.gift = true; });
    add(counts.exported, [](Filters& f) { f.exported = true; });
    return all;
}

} // namespace

TEST_CASE("each filter alone finds what it says", "[visitor][filters]") {
    const VisitorView view = listed_showroom();
    using Skus = std::set<std::string>;
    Filters gift;
    gift.gift = true;
    CHECK(skus(view.list(gift)) == Skus{"NM38", "NM43"});
    Filters exported;
    exported.exported = true;
    CHECK(skus(view.list(exported)) == Skus{"NM38", "NM43"});
    Filters cheap;
    cheap.prices = {PriceBand::under_50};
    CHECK(skus(view.list(cheap)) == Skus{"SAP"});
    Filters dear;
    dear.prices = {PriceBand::above, PriceBand::under_500};
    CHECK(skus(view.list(dear)) == Skus{"GOM", "BAN"});
    Filters four;
    four.stars = {4};
    CHECK(skus(view.list(four)) == Skus{"TRA", "RUOU"}); // potential five counts as four; the expired one does not
    Filters season;
    season.in_season = true;
    CHECK(skus(view.list(season)) == Skus{"ONG"});
    Filters stock;
    stock.in_stock = true;
    CHECK(skus(view.list(stock)) == Skus{"ONG", "NM38", "NM43", "TRA", "MIEN"});
    Filters makers;
    makers.makers = {ProducerType::cooperative_group, ProducerType::household};
    CHECK(skus(view.list(makers)) == Skus{"MIEN", "RUOU", "GOM"});
}

TEST_CASE("a place is found by its old district and by its commune of today", "[visitor][filters]") {
    const VisitorView view = listed_showroom();
    Filters place;
    place.area = "Quảng Ninh";
    CHECK(view.list(place).products.size() == 4);
    place.locality = "Huyện Bình Liêu";
    const auto old = skus(view.list(place));
    place.locality = "Xã Bình Liêu";
    CHECK(old == std::set<std::string>{"ONG", "SAP"});
    CHECK(skus(view.list(place)) == old);
    place.locality = "Xã Lục Hồn";
    CHECK(skus(view.list(place)) == std::set<std::string>{"MIEN", "RUOU"});
}

TEST_CASE("the limits of price bands belong to the higher band", "[visitor][filters]") {
    Product product;
    CHECK_FALSE(price_band_of(product));
    const auto band = [&](std::int64_t price) {
        product.price = Dong{price};
        return price_band_of(product);
    };
    CHECK(band(49'999) == PriceBand::under_50);
    CHECK(band(50'000) == PriceBand::under_100);
    CHECK(band(100'000) == PriceBand::under_200);
    CHECK(band(200'000) == PriceBand::under_500);
    CHECK(band(500'000) == PriceBand::above);
}

TEST_CASE("a count beside a choice is what the choice then shows", "[visitor][filters]") {
    const VisitorView view(std::make_shared<const Catalogue>(tests::generate_catalogue(400)), {},
                           *Day::parse("2026-11-23"));
    Filters grouped;
    grouped.group = GroupCode{"food"};
    Filters several = grouped;
    several.stars = {3, 4};
    several.makers = {ProducerType::cooperative};
    several.prices = {PriceBand::under_200, PriceBand::under_500};
    Filters placed;
    placed.area = view.areas().front().name;
    Filters local = placed;
    local.locality = view.areas().front().localities.front().name.name;
    local.in_season = true;
    for (const Filters& filters : {Filters{}, grouped, several, placed, local})
        for (const auto& [chosen, count] : choices(view, filters))
            CHECK(static_cast<int>(view.list(chosen).products.size()) == count);
}

TEST_CASE("what is sold out comes last in every order", "[visitor][filters]") {
    const VisitorView view = listed_showroom();
    for (const ListOrder order : {ListOrder::grade, ListOrder::price, ListOrder::name}) {
        Filters filters;
        filters.order = order;
        CHECK(view.list(filters).products.back()->product->sku == Sku{"GOM"});
    }
}

TEST_CASE("areas are provinces with their localities, or districts of the only province", "[visitor][places]") {
    const VisitorView view = listed_showroom();
    REQUIRE(view.find_area("Quảng Ninh") != nullptr);
    const Area& area = *view.find_area("Quảng Ninh");
    CHECK(area.count == 4);
    CHECK(area.localities.size() == 4);
    CHECK(view.find_area("Hà Giang") == nullptr);

    const Catalogue all = test::showroom_catalogue();
    const auto in_province = [&](const Place& place) { return place.province == "Quảng Ninh"; };
    std::vector<Place> places;
    std::copy_if(all.places().begin(), all.places().end(), std::back_inserter(places), in_province);
    std::vector<Producer> producers;
    for (const Producer& producer : all.producers())
        if (producer.id == ProducerId{"htx-ong"} || producer.id == ProducerId{"mien"}) producers.push_back(producer);
    std::vector<Product> products;
    std::copy_if(all.products().begin(), all.products().end(), std::back_inserter(products),
                 [&](const Product& product) { return in_province(all.place_of(product)); });
    const VisitorView one(
        std::make_shared<const Catalogue>(ReleaseId{"one"}, products, producers, places, all.certificates()), {},
        *Day::parse("2026-11-23"));
    CHECK(one.find_area("Huyện Bình Liêu") != nullptr);
    CHECK(one.find_area("Quảng Ninh") == nullptr);
}
