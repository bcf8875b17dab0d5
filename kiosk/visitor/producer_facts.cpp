#include "kiosk/visitor/producer_facts.h"

#include "kiosk/ui/stars.h"
#include "kiosk/visitor/wording.h"
#include "pos/text/fold.h"

#include <algorithm>
#include <set>

namespace ocop::kiosk {

namespace {

constexpr std::size_t most_facts = 4;

} // namespace

std::vector<ProducerFact> producer_facts(const Language& language, const std::vector<const ProductView*>& products) {
    std::optional<Stars> best;
    std::vector<Months> seasons;
    std::set<std::string> villages;
    std::set<std::string> countries;
    for (const ProductView* view : products) {
        if (view->stars && (!best || star_rank(*view->stars) > star_rank(*best))) best = view->stars;
        const Product& product = *view->product;
        if (product.season && std::find(seasons.begin(), seasons.end(), *product.season) == seasons.end())
            seasons.push_back(*product.season);
        if (!product.craft_village.empty()) villages.insert(product.craft_village);
        countries.insert(product.export_markets.begin(), product.export_markets.end());
    }
    std::vector<ProducerFact> facts;
    facts.push_back({Icon::box, language.text("visitor.producer.products_here"),
                     language.format("visitor.list.count", {{"count", std::to_string(products.size())}})});
    if (best) facts.push_back({Icon::star, language.text("visitor.producer.best_grade"), star_words(language, *best)});
    if (seasons.size() == 1)
        facts.push_back({Icon::leaf, language.text("visitor.producer.season"),
                         with_capital(months_text(language, seasons.front()))});
    if (villages.size() == 1)
        facts.push_back({Icon::house, language.text("visitor.producer.village"), *villages.begin()});
    if (!countries.empty())
        facts.push_back({Icon::globe, language.text("visitor.producer.abroad"),
                         language.format("visitor.producer.countries", {{"count", std::to_string(countries.size())}})});
    if (facts.size() > most_facts) facts.resize(most_facts);
    return facts;
}

std::string products_heading(const Language& language, ProducerType type) {
    switch (type) {
    case ProducerType::cooperative:
        return language.text("visitor.producer.of_cooperative");
    case ProducerType::cooperative_group:
        return language.text("visitor.producer.of_group");
    case ProducerType::enterprise:
        return language.text("visitor.producer.of_enterprise");
    case ProducerType::household:
        return language.text("visitor.producer.of_household");
    case ProducerType::other:
        break;
    }
    return language.text("visitor.producer.of_other");
}

} // namespace ocop::kiosk
