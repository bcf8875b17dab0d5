// What visitors may be shown, computed once per catalogue, stock and day: screens read it and decide nothing about
// certificates, seasons or stock themselves. Immutable; UI thread.
#pragma once

#include "kiosk/visitor/filters.h"
#include "kiosk/visitor/localities.h"
#include "pos/catalogue/catalogue.h"
#include "pos/catalogue/star_number.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ocop::kiosk {

using StockLevels = std::unordered_map<Sku, Quantity>; // of this booth; a product that is not in it is not counted

enum class StockState { unknown, none, few, plenty };

// A product as a visitor sees it today.
struct ProductView {
    const Product* product = nullptr;
    const Producer* producer = nullptr;
    const Place* place = nullptr;
    const Certificate* certificate = nullptr;
    CertificateState certificate_state = CertificateState::none;
    std::optional<Stars> stars; // only those that may be shown: recognised and inside their validity
    bool in_season = false;     // has a season and today is in it
    StockState stock_state = StockState::unknown;
    Quantity stock;
    std::string area;                     // where it is filed in the place strip
    std::vector<LocalityName> localities; // inside the area

    bool sold_out() const { return stock_state == StockState::none; }
    // Whether a whole unit can go into a basket.
    bool can_be_picked() const {
        return product->price && (stock_state == StockState::unknown || stock >= Quantity::of(1));
    }
};

// nullopt: it has no price.
std::optional<PriceBand> price_band_of(const Product& product);

// A part of an area, by a name of the certificate or one of today.
struct Locality {
    LocalityName name;
    int count = 0;
};

// A region visitors choose by: the province of today, or its district when the whole catalogue is of one province.
struct Area {
    std::string name;
    int count = 0;
    std::vector<Locality> localities = {}; // most products first
};

// How many products each choice of a facet would show, the other facets staying as they are.
struct FacetCounts {
    std::map<std::string, int> groups;
    std::map<std::string, int> areas;
    std::map<std::string, int> localities; // of the chosen area
    std::map<int, int> stars;
    std::map<ProducerType, int> makers;
    std::map<PriceBand, int> prices;
    int in_season = 0;
    int in_stock = 0;
    int gift = 0;
    int exported = 0;
};

// Products that pass the filters, in their order, sold-out ones last.
struct Listing {
    std::vector<const ProductView*> products;
    FacetCounts counts;
};

// The six groups in their official order.
inline constexpr std::array<std::string_view, 6> group_codes{"food",  "drink",      "herbal",
                                                             "craft", "ornamental", "tourism"};

class VisitorView {
public:
    VisitorView(std::shared_ptr<const Catalogue> catalogue, StockLevels stock, Day today);
    VisitorView(const VisitorView&) = delete;
    VisitorView& operator=(const VisitorView&) = delete;

    const std::vector<ProductView>& products() const { return products_; }
    const ProductView* find(const Sku& sku) const;             // nullptr: not in this catalogue
    const Producer* find_producer(const ProducerId& id) const; // nullptr: not in this catalogue
    std::vector<const ProductView*> products_of(const ProducerId& id) const;
    Day today() const { return today_; }

    int group_count(std::string_view code) const;
    const std::vector<Area>& areas() const { return areas_; } // most products first
    const Area* find_area(std::string_view name) const;

    // Best to show a passer-by: a valid certificate and not sold out, then in season, with a story and a picture; at
    // most eight, of different producers as far as possible. Others only when there is none such.
    const std::vector<const ProductView*>& slides() const { return slides_; }
    // Another one each day, among those that have a story to tell; nullptr in an empty catalogue.
    const ProductView* story_of_the_day() const { return story_of_the_day_; }
    // For the four cards of the home screen: in season, or (heading changes) simply among the best.
    const std::vector<const ProductView*>& picks() const { return picks_; }
    bool picks_are_in_season() const { return picks_in_season_; }

    Listing list(const Filters& filters) const;
    const FacetCounts& counts() const { return counts_; } // without any filter

private:
    std::shared_ptr<const Catalogue> catalogue_;
    Day today_;
    std::vector<ProductView> products_;
    std::unordered_map<Sku, std::size_t> by_sku_;
    std::unordered_map<ProducerId, std::vector<std::size_t>> by_producer_;
    std::map<std::string, int, std::less<>> group_counts_;
    std::vector<Area> areas_;
    std::vector<const ProductView*> slides_;
    const ProductView* story_of_the_day_ = nullptr;
    std::vector<const ProductView*> picks_;
    bool picks_in_season_ = false;
    FacetCounts counts_;
};

} // namespace ocop::kiosk
