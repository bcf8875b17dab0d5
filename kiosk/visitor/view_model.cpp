#include "kiosk/visitor/view_model.h"

#include <algorithm>
#include <iterator>
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

// Every area with its localities, most products first.
std::vector<Area> areas_of(const std::vector<ProductView>& products) {
    std::map<std::string, Area> areas;
    for (const ProductView& view : products) {
        if (view.area.empty()) continue;
        Area& area = areas[view.area];
        area.name = view.area;
        ++area.count;
        for (const LocalityName& name : view.localities) {
            auto& known = area.localities;
            auto found = std::find_if(known.begin(), known.end(),
                                      [&](const Locality& other) { return other.name.name == name.name; });
            if (found == known.end()) found = known.insert(known.end(), Locality{name, 0});
            ++found->count;
        }
    }
    std::vector<Area> sorted;
    for (auto& [name, area] : areas) {
        std::stable_sort(area.localities.begin(), area.localities.end(),
                         [](const Locality& a, const Locality& b) { return a.count > b.count; });
        sorted.push_back(std::move(area));
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const Area& a, const Area& b) { return a.count > b.count; });
    return sorted;
}

} // namespace

VisitorView::VisitorView(std::shared_ptr<const Catalogue> catalogue, StockLevels stock, Day today)
    : catalogue_(std::move(catalogue)), today_(today) {
    std::set<std::string> provinces;
    for (const Place& place : catalogue_->places())
        if (!place.province.empty()) provinces.insert(place.province);
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
        view.localities = localities_of(*view.place);
        view.area = by_province               ? view.place->province
                    : view.localities.empty() ? view.place->printed
                                              : view.localities.front().name;
        by_sku_.emplace(product.sku, products_.size());
        by_producer_[product.producer].push_back(products_.size());
        ++group_counts_[product.group.text()];
        products_.push_back(std::move(view));
    }

    areas_ = areas_of(products_);

    std::vector<const ProductView*> ranked;
    for (const ProductView& view : products_)
        ranked.push_back(&view);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const ProductView* a, const ProductView* b) { return appeal(*a) > appeal(*b); });
    std::vector<const ProductView*> best;
    std::copy_if(ranked.begin(), ranked.end(), std::back_inserter(best),
                 [](const ProductView* view) { return view->stars && !view->sold_out(); });
    slides_ = take_varied(best.empty() ? ranked : best, most_slides);
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

const Producer* VisitorView::find_producer(const ProducerId& id) const {
    const auto found = by_producer_.find(id);
    return found == by_producer_.end() ? nullptr : products_[found->second.front()].producer;
}

std::vector<const ProductView*> VisitorView::products_of(const ProducerId& id) const {
    std::vector<const ProductView*> made;
    if (const auto found = by_producer_.find(id); found != by_producer_.end())
        for (const std::size_t index : found->second)
            made.push_back(&products_[index]);
    return made;
}

const Area* VisitorView::find_area(std::string_view name) const {
    const auto found = std::find_if(areas_.begin(), areas_.end(), [&](const Area& area) { return area.name == name; });
    return found == areas_.end() ? nullptr : &*found;
}

int VisitorView::group_count(std::string_view code) const {
    const auto found = group_counts_.find(code);
    return found == group_counts_.end() ? 0 : found->second;
}

} // namespace ocop::kiosk
