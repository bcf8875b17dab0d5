// The list of products for what a visitor chose, with what each further choice would show.
#include "kiosk/visitor/view_model.h"

#include <algorithm>
#include <limits>

namespace ocop::kiosk {

namespace {

enum Facet : unsigned {
    by_group = 1u << 0u,
    by_area = 1u << 1u,
    by_locality = 1u << 2u,
    by_stars = 1u << 3u,
    by_makers = 1u << 4u,
    by_prices = 1u << 5u,
    by_season = 1u << 6u,
    by_stock = 1u << 7u,
    by_gift = 1u << 8u,
    by_exported = 1u << 9u,
};

bool has_stock(const ProductView& view) {
    return view.stock_state == StockState::few || view.stock_state == StockState::plenty;
}

bool lies_in(const ProductView& view, const std::string& name) {
    return std::any_of(view.localities.begin(), view.localities.end(),
                       [&](const LocalityName& each) { return each.name == name; });
}

// The facets whose choice this product does not meet.
unsigned failing(const ProductView& view, const Filters& filters) {
    const Product& product = *view.product;
    unsigned failed = 0;
    const auto require = [&failed](unsigned facet, bool met) {
        if (!met) failed |= facet;
    };
    require(by_group, !filters.group || product.group == *filters.group);
    require(by_area, !filters.area || view.area == *filters.area);
    require(by_locality, !filters.locality || lies_in(view, *filters.locality));
    require(by_stars, filters.stars.empty() || (view.stars && filters.stars.count(star_number(*view.stars)) != 0));
    require(by_makers, filters.makers.empty() || filters.makers.count(view.producer->type) != 0);
    if (!filters.prices.empty()) {
        const auto band = price_band_of(product);
        require(by_prices, band && filters.prices.count(*band) != 0);
    }
    require(by_season, !filters.in_season || view.in_season);
    require(by_stock, !filters.in_stock || has_stock(view));
    require(by_gift, !filters.gift || product.gift);
    require(by_exported, !filters.exported || !product.export_markets.empty());
    return failed;
}

// Adds the product to the choice it belongs to in each facet that alone stands in its way, or in none.
void count(const ProductView& view, unsigned failed, FacetCounts& counts) {
    const Product& product = *view.product;
    const auto open = [failed](unsigned facet) { return (failed & ~facet) == 0; };
    if (open(by_group)) ++counts.groups[product.group.text()];
    if (open(by_area | by_locality)) ++counts.areas[view.area]; // another area ends the choice inside this one
    if (open(by_locality))
        for (const LocalityName& name : view.localities)
            ++counts.localities[name.name];
    if (open(by_stars) && view.stars) ++counts.stars[star_number(*view.stars)];
    if (open(by_makers)) ++counts.makers[view.producer->type];
    if (const auto band = price_band_of(product); open(by_prices) && band) ++counts.prices[*band];
    if (open(by_season) && view.in_season) ++counts.in_season;
    if (open(by_stock) && has_stock(view)) ++counts.in_stock;
    if (open(by_gift) && product.gift) ++counts.gift;
    if (open(by_exported) && !product.export_markets.empty()) ++counts.exported;
}

void sort(std::vector<const ProductView*>& products, ListOrder order) {
    const auto grade = [](const ProductView* view) { return view->stars ? star_rank(*view->stars) : 0; };
    const auto price = [](const ProductView* view) {
        return view->product->price ? view->product->price->amount : std::numeric_limits<std::int64_t>::max();
    };
    std::stable_sort(products.begin(), products.end(), [&](const ProductView* a, const ProductView* b) {
        if (a->sold_out() != b->sold_out()) return b->sold_out();
        if (order == ListOrder::grade) return grade(a) > grade(b);
        if (order == ListOrder::price) return price(a) < price(b);
        return false; // the catalogue is in alphabetical order
    });
}

} // namespace

std::optional<PriceBand> price_band_of(const Product& product) {
    if (!product.price) return std::nullopt;
    const std::int64_t amount = product.price->amount;
    if (amount < 50'000) return PriceBand::under_50;
    if (amount < 100'000) return PriceBand::under_100;
    if (amount < 200'000) return PriceBand::under_200;
    return amount < 500'000 ? PriceBand::under_500 : PriceBand::above;
}

Listing VisitorView::list(const Filters& filters) const {
    Listing listing;
    for (const ProductView& view : products_) {
        const unsigned failed = failing(view, filters);
        if (failed == 0) listing.products.push_back(&view);
        count(view, failed, listing.counts);
    }
    sort(listing.products, filters.order);
    return listing;
}

} // namespace ocop::kiosk
