#include "kiosk/visitor/related.h"

#include "pos/text/fold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ocop::kiosk {

namespace {

constexpr std::array<std::string_view, 15> measure_words{"g",   "gr",  "gam", "kg",   "ml",   "l", "lít", "độ",
                                                         "gói", "túi", "hộp", "chai", "viên", "%", "n"};

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c != ' ')
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

int closeness(const ProductView& product, const ProductView& other) {
    if (other.producer == product.producer) return 3;
    if (other.product->group != product.product->group) return 0;
    return other.area == product.area && !product.area.empty() ? 2 : 1;
}

} // namespace

std::string base_name(std::string_view name) {
    std::string base;
    bool after_number = false;
    for (const std::string& word : words_of(fold_keeping_accents(name))) {
        const bool number = has_digit(word);
        const bool measure =
            after_number && std::find(measure_words.begin(), measure_words.end(), word) != measure_words.end();
        after_number = number;
        if (number || measure || word == "-") continue;
        if (!base.empty()) base += ' ';
        base += word;
    }
    return base;
}

std::vector<const ProductView*> other_packs(const VisitorView& view, const ProductView& product) {
    std::vector<const ProductView*> packs;
    const std::string base = base_name(product.product->name.in("vi"));
    if (base.empty()) return packs;
    for (const ProductView* other : view.products_of(product.product->producer))
        if (other != &product && base_name(other->product->name.in("vi")) == base) packs.push_back(other);
    return packs;
}

std::string pack_label(const Product& product) {
    const std::string& name = product.name.in("vi");
    std::string label;
    for (const std::string& word : words_of(name)) {
        if (label.empty() && !has_digit(word)) continue;
        if (!label.empty()) label += ' ';
        label += word;
    }
    if (!label.empty()) return label;
    return product.pack.empty() ? name : product.pack;
}

std::vector<const ProductView*> related(const VisitorView& view, const ProductView& product, std::size_t most) {
    const auto packs = other_packs(view, product);
    std::vector<std::pair<int, const ProductView*>> ranked;
    for (const ProductView& other : view.products()) {
        const int close = closeness(product, other);
        if (close == 0 || &other == &product || other.sold_out()) continue;
        if (std::find(packs.begin(), packs.end(), &other) != packs.end()) continue;
        ranked.emplace_back(close * 8 + (other.stars ? star_number(*other.stars) : 0), &other);
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<const ProductView*> found;
    for (const auto& each : ranked)
        if (found.size() < most) found.push_back(each.second);
    return found;
}

} // namespace ocop::kiosk
