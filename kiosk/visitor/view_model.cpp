#include "kiosk/visitor/view_model.h"

#include <algorithm>
#include <set>
#include <utility>

namespace ocop::kiosk {

namespace {

constexpr std::size_t most_slides = 8;
constexpr std::size_t most_picks = 4;
constexpr Quantity few = Quantity::of(5); // "Còn 3": up to here the number itself is the news

StockState stock_state_of(Quantity stock) {
    if (stock.thousandths <= 0) return StockState::none;
    return stock <= few ? StockState::few : StockState::plenty;
}

// Ranks what to show first: each criterion outweighs all that follow it.
int appeal(const ProductView& view) {
    int score = 0;
    if (view.stars) score += 64;
    if (!view.sold_out()) score += 32;
    if (view.in_season) score += 16;
    if (!view.product->stories.empty()) score += 8;
    if (!view.product->media.empty()) score += 4;
    if (view.stars) score += star_number(*view.stars) - 3;
    return score;
}

// The first `most` of `ranked`, passing over makers already shown until everybody had a turn.
std::vector<const ProductView*> take_varied(const std::vector<const ProductView*>& ranked, std::size_t most) {
    std::vector<const ProductView*> taken;
    std::set<const Producer*> makers;
    for (const bool repeat : {false, true}) {
        for (const ProductView* view : ranked) {
            if (taken.size() == most) return taken;
            if (std::find(taken.begin(), taken.end(), view) != taken.end()) continue;
            if (!repeat && !makers.insert(view->producer).second) continue;
            taken.push_back(view);
        }
    }
    return taken;
}

bool passes_group(const ProductView& view, const Filters& filters) {
    return !filters.group || view.product->group == *filters.group;
}
bool passes_stars(const ProductView& view, const Filters& filters) {
    return filters.stars.empty() || (view.stars && filters.stars.count(star_number(*view.stars)) != 0);
}
bool passes_area(const ProductView& view, const Filters& filters) {
    return !filters.area || view.area == *filters.area;
}
bool passes_makers(const ProductView& view, const Filters& filters) {
    return filters.makers.empty() || filters.makers.count(view.producer->type) != 0;
}
bool passes_season(const ProductView& view, const Filters& filters) {
    return !filters.in_season || view.in_season;
}
bool has_stock(const ProductView& view) {
    return view.stock_state == StockState::few || view.stock_state == StockState::plenty;
}
bool passes_stock(const ProductView& view, const Filters& filters) {
    return !filters.in_stock || has_stock(view);
}

} // namespace

int star_number(Stars stars) {
    switch (stars) {
    case Stars::three:
        return 3;
    case Stars::four:
    case Stars::potential_five:
        return 4;
    case Stars::five:
        return 5;
    }
    return 3;
}

VisitorView::VisitorView(std::shared_ptr<const Catalogue> catalogue, StockLevels stock, Day today)
    : catalogue_(std::move(catalogue)), today_(today) {
    std::set<std::string> provinces;
    for (const Place& place : catalogue_->places())
        provinces.insert(place.province);
    const bool by_province = provinces.size() > 1;

    products_.reserve(catalogue_->products().size());
    for (const Product& product : catalogue_->products()) {
        ProductView view;
        view.product = &product;
        view.producer = &catalogue_->producer_of(product);
        view.place = &catalogue_->place_of(product);
        view.certificate = catalogue_->certificate_of(product);
        view.certificate_state = state_on(view.certificate, today);
        const bool shown =
            view.certificate_state == CertificateState::valid || view.certificate_state == CertificateState::due_soon;
        if (shown && product.ocop) view.stars = view.certificate->stars;
        view.in_season = product.season && product.season->contains(today.month());
        if (const auto found = stock.find(product.sku); found != stock.end()) {
            view.stock = found->second;
            view.stock_state = stock_state_of(found->second);
        }
        view.area = by_province ? view.place->province : view.place->printed;
        by_sku_.emplace(product.sku, products_.size());
        ++group_counts_[product.group.text()];
        products_.push_back(std::move(view));
    }

    std::map<std::string, int> area_counts;
    for (const ProductView& view : products_)
        if (!view.area.empty()) ++area_counts[view.area];
    for (const auto& [name, count] : area_counts)
        areas_.push_back({name, count});
    std::stable_sort(areas_.begin(), areas_.end(), [](const Area& a, const Area& b) { return a.count > b.count; });

    std::vector<const ProductView*> ranked;
    for (const ProductView& view : products_)
        ranked.push_back(&view);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const ProductView* a, const ProductView* b) { return appeal(*a) > appeal(*b); });
    slides_ = take_varied(ranked, most_slides);
    if (!slides_.empty())
        story_of_the_day_ = slides_[static_cast<std::size_t>(std::max(0, today.number)) % slides_.size()];

    std::vector<const ProductView*> seasonal;
    for (const ProductView* view : ranked)
        if (view->in_season && view != story_of_the_day_) seasonal.push_back(view);
    picks_in_season_ = seasonal.size() >= most_picks;
    if (!picks_in_season_) {
        seasonal.clear();
        for (const ProductView* view : ranked)
            if (view != story_of_the_day_) seasonal.push_back(view);
    }
    picks_ = take_varied(seasonal, most_picks);
    counts_ = list({}).counts;
}

const ProductView* VisitorView::find(const Sku& sku) const {
    const auto found = by_sku_.find(sku);
    return found == by_sku_.end() ? nullptr : &products_[found->second];
}

int VisitorView::group_count(std::string_view code) const {
    const auto found = group_counts_.find(code);
    return found == group_counts_.end() ? 0 : found->second;
}

Listing VisitorView::list(const Filters& filters) const {
    Listing listing;
    for (const ProductView& view : products_) {
        const bool group_and_area = passes_group(view, filters) && passes_area(view, filters);
        if (!group_and_area) continue;
        const bool stars = passes_stars(view, filters);
        const bool makers = passes_makers(view, filters);
        const bool season = passes_season(view, filters);
        const bool in_stock = passes_stock(view, filters);
        if (stars && makers && season && in_stock) listing.products.push_back(&view);
        if (makers && season && in_stock && view.stars) ++listing.counts.stars[star_number(*view.stars)];
        if (stars && season && in_stock) ++listing.counts.makers[view.producer->type];
        if (stars && makers && in_stock && view.in_season) ++listing.counts.in_season;
        if (stars && makers && season && has_stock(view)) ++listing.counts.in_stock;
    }
    const auto grade = [](const ProductView* view) {
        if (!view->stars) return 0;
        return 2 * star_number(*view->stars) + (*view->stars == Stars::potential_five ? 1 : 0);
    };
    const auto price = [](const ProductView* view) {
        return view->product->price ? view->product->price->amount : INT64_MAX;
    };
    std::stable_sort(listing.products.begin(), listing.products.end(), [&](const ProductView* a, const ProductView* b) {
        if (a->sold_out() != b->sold_out()) return b->sold_out();
        if (filters.order == ListOrder::grade) return grade(a) > grade(b);
        if (filters.order == ListOrder::price) return price(a) < price(b);
        return false; // the catalogue is in alphabetical order
    });
    return listing;
}

} // namespace ocop::kiosk
