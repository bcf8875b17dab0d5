#include "kiosk/visitor/search_results.h"

#include "kiosk/ui/patterns.h"
#include "kiosk/visitor/wording.h"
#include "pos/text/fold.h"

#include <algorithm>
#include <map>
#include <utility>

namespace ocop::kiosk {

namespace {

constexpr std::size_t most_results = 500;
constexpr std::size_t most_nearest = 6;
constexpr std::size_t most_suggestions = 8;
constexpr std::size_t longest_maker = 26; // bytes of a folded name that still makes a chip

using Products = std::vector<const ProductView*>;

Products views_of(const VisitorView& view, const std::vector<const Product*>& found) {
    Products products;
    for (const Product* product : found)
        if (const ProductView* shown = view.find(product->sku)) products.push_back(shown);
    return products;
}

// Choices that tell the products apart, the most frequent first.
template <class Name>
std::vector<std::string> frequent(const Products& products, std::size_t most, Name name) {
    std::map<std::string, int> counts;
    for (const ProductView* product : products)
        if (std::string text = name(*product); !text.empty()) ++counts[std::move(text)];
    if (counts.size() < 2) return {};
    std::vector<std::pair<int, std::string>> order;
    for (const auto& [text, count] : counts)
        order.emplace_back(-count, text);
    std::sort(order.begin(), order.end());
    std::vector<std::string> result;
    for (std::size_t i = 0; i < std::min(most, order.size()); ++i)
        result.push_back(order[i].second);
    return result;
}

class Suggesting {
public:
    Suggesting(const Language& language, std::string_view typed) : language_(language), typed_(typed) {}

    // Replaces what was typed.
    void instead(const std::string& text, Icon icon) { add(text, text, icon); }
    // Narrows what was typed down.
    void besides(const std::string& text, Icon icon) { add(text, typed_.empty() ? text : typed_ + ' ' + text, icon); }

    void groups(const Products& products, std::size_t most) {
        std::map<std::string, Icon> icons;
        const auto names = frequent(products, most, [&](const ProductView& product) {
            const auto& group = product.product->group;
            std::string name = group_name(language_, group);
            icons[name] = group_icon(group);
            return name;
        });
        for (const auto& name : names)
            besides(name, icons[name]);
    }
    void areas(const Products& products, std::size_t most) {
        for (const auto& name : frequent(products, most, [](const ProductView& product) { return product.area; }))
            besides(name, Icon::pin);
    }
    void makers(const Products& products, std::size_t most) {
        for (const auto& name : frequent(products, most, [](const ProductView& product) {
                 const auto& maker = product.producer->name.in("vi");
                 return fold(maker).size() <= longest_maker ? maker : std::string{};
             }))
            instead(name, Icon::store);
    }
    void gifts(const Products& products) {
        const bool any = std::any_of(products.begin(), products.end(),
                                     [](const ProductView* product) { return product->product->gift; });
        if (any) besides(language_.text("visitor.search.gift"), Icon::gift);
    }

    std::vector<Suggestion> result() && {
        if (found_.size() > most_suggestions) found_.resize(most_suggestions);
        return std::move(found_);
    }

private:
    void add(const std::string& label, std::string text, Icon icon) {
        if (fold(typed_).find(fold(label)) != std::string::npos) return;
        const bool known =
            std::any_of(found_.begin(), found_.end(), [&](const Suggestion& each) { return each.label == label; });
        if (!known) found_.push_back({label, std::move(text), icon});
    }

    const Language& language_;
    std::string typed_;
    std::vector<Suggestion> found_;
};

// Three words or more, so that it is seen to be a name.
const ProductView* short_accented_name(const VisitorView& view) {
    const ProductView* shortest = nullptr;
    for (const ProductView& product : view.products()) {
        const auto& name = product.product->name.in("vi");
        if (!product.product->ocop || std::count(name.begin(), name.end(), ' ') < 2) continue;
        if (fold(name) == fold_keeping_accents(name)) continue;
        if (shortest == nullptr || name.size() < shortest->product->name.in("vi").size()) shortest = &product;
    }
    return shortest;
}

Products all_of(const VisitorView& view) {
    Products products;
    for (const ProductView& product : view.products())
        products.push_back(&product);
    return products;
}

} // namespace

SearchResults search_results(const VisitorView& view, const ProductSearch* search, std::string_view typed,
                             const Language& language) {
    SearchResults results;
    results.example = short_accented_name(view);
    const std::string wanted = fold_keeping_accents(typed);
    if (wanted.empty()) {
        results.products = view.picks();
        Suggesting suggesting(language, {});
        suggesting.groups(all_of(view), 3);
        suggesting.areas(all_of(view), 2);
        suggesting.gifts(all_of(view));
        results.suggestions = std::move(suggesting).result();
        return results;
    }
    if (search != nullptr) results.products = views_of(view, search->find(wanted, most_results));
    results.kind = SearchResults::Kind::found;
    if (results.products.empty()) {
        results.kind = SearchResults::Kind::nearest;
        if (search != nullptr) results.products = views_of(view, search->nearest(wanted, most_nearest));
        Suggesting suggesting(language, {}); // what was typed leads nowhere, so nothing is added to it
        suggesting.groups(all_of(view), 6);
        results.suggestions = std::move(suggesting).result();
        return results;
    }
    Suggesting suggesting(language, wanted);
    suggesting.areas(results.products, 2);
    suggesting.makers(results.products, 2);
    suggesting.groups(results.products, 2);
    suggesting.gifts(results.products);
    results.suggestions = std::move(suggesting).result();
    return results;
}

} // namespace ocop::kiosk
