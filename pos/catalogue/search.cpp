#include "pos/catalogue/search.h"

#include "pos/text/fold.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <utility>

namespace ocop {
namespace {

constexpr std::size_t longest_word = 32; // letters compared with slips; longer ones only match as typed

std::vector<std::string> words_of(std::string_view folded) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words)
        text += word;
    return text;
}

// A letter that one word has and another lacks costs at least one edit: most words are told apart by these bits alone.
std::uint32_t letters_of(std::string_view text) {
    std::uint32_t letters = 0;
    for (const char c : text)
        letters |= std::uint32_t{1} << (static_cast<unsigned char>(c) & 31U);
    return letters;
}

bool begins(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

std::size_t slips_allowed(std::size_t letters) {
    return letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
}

// Whether some beginning of `word` is within `slips` edits of `typed` (exchanged neighbours are one edit).
bool nearly_begins(std::string_view word, std::string_view typed, std::size_t slips) {
    if (typed.size() > longest_word || word.size() + slips < typed.size()) return false;
    using Row = std::array<std::uint8_t, longest_word + 1>;
    Row before{}, last{}, row{};
    const std::size_t length = typed.size();
    for (std::size_t j = 0; j <= length; ++j)
        last[j] = static_cast<std::uint8_t>(j);
    if (last[length] <= slips) return true;
    const std::size_t most = std::min(word.size(), length + slips);
    for (std::size_t i = 1; i <= most; ++i) {
        row[0] = static_cast<std::uint8_t>(i);
        std::uint8_t least = row[0];
        for (std::size_t j = 1; j <= length; ++j) {
            const std::uint8_t same = word[i - 1] == typed[j - 1] ? 0 : 1;
            auto cost = static_cast<std::uint8_t>(std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + same}));
            if (i > 1 && j > 1 && word[i - 1] == typed[j - 2] && word[i - 2] == typed[j - 1])
                cost = std::min(cost, static_cast<std::uint8_t>(before[j - 2] + 1));
            row[j] = cost;
            least = std::min(least, cost);
        }
        if (row[length] <= slips) return true;
        if (least > slips) return false;
        before = last;
        last = row;
    }
    return false;
}

} // namespace

ProductSearch::ProductSearch(std::shared_ptr<const Catalogue> catalogue) : catalogue_(std::move(catalogue)) {
    std::map<std::string, std::vector<Posting>> words;
    const auto& products = catalogue_->products();
    for (std::size_t i = 0; i < products.size(); ++i) {
        const auto& product = products[i];
        const auto posting = static_cast<Posting>(i);
        std::string text;
        for (const auto& [language, name] : product.name.by_language)
            text += name + ' ';
        for (const auto& alias : product.aliases)
            text += alias + ' ';
        for (const auto& [language, name] : catalogue_->producer_of(product).name.by_language)
            text += name + ' ';
        for (auto& word : words_of(fold(text))) {
            auto& found = words[std::move(word)];
            if (found.empty() || found.back() != posting) found.push_back(posting);
        }
        codes_.emplace_back(joined(words_of(fold(product.sku.text()))), posting);
        for (const auto& barcode : product.barcodes)
            codes_.emplace_back(barcode, posting);
        exact_names_.push_back(fold_keeping_accents(product.name.in("vi")));
        folded_names_.push_back(fold(product.name.in("vi")));
    }
    for (auto& [text, found] : words)
        words_.push_back({text, letters_of(text), std::move(found)});
    std::sort(codes_.begin(), codes_.end());
}

bool ProductSearch::mark_codes(const std::string& word, std::vector<std::uint8_t>& marks) const {
    bool any = false;
    for (auto at = std::lower_bound(codes_.begin(), codes_.end(), std::pair(word, Posting{0}));
         at != codes_.end() && begins(at->first, word); ++at) {
        marks[at->second] = 2;
        any = true;
    }
    return any;
}

bool ProductSearch::mark(const std::string& word, std::vector<std::uint8_t>& marks) const {
    bool any = false;
    const auto first = std::lower_bound(words_.begin(), words_.end(), word,
                                        [](const Word& known, const std::string& text) { return known.text < text; });
    for (auto at = first; at != words_.end() && begins(at->text, word); ++at) {
        for (const auto product : at->products)
            marks[product] = 2;
        any = true;
    }
    any = mark_codes(word, marks) || any;
    const auto slips = slips_allowed(word.size());
    if (any || slips == 0) return any;
    const auto letters = letters_of(word);
    for (const auto& known : words_) {
        if (static_cast<std::size_t>(std::popcount(letters & ~known.letters)) > slips) continue;
        if (!nearly_begins(known.text, word, slips)) continue;
        for (const auto product : known.products)
            marks[product] = 1;
        any = true;
    }
    return any;
}

std::vector<const Product*> ProductSearch::find(std::string_view typed, std::size_t most) const {
    const auto folded = fold(typed);
    const auto words = words_of(folded);
    if (words.empty()) return {};
    const auto& products = catalogue_->products();
    std::vector<std::uint8_t> least(products.size(), 2);
    for (const auto& word : words) {
        std::vector<std::uint8_t> marks(products.size(), 0);
        const bool any = mark(word, marks);
        for (std::size_t i = 0; i < least.size(); ++i)
            least[i] = std::min(least[i], marks[i]);
        if (!any) break;
    }
    if (words.size() > 1) mark_codes(joined(words), least); // "SP-103"
    const auto exact = fold_keeping_accents(typed);
    // Higher is better; the catalogue's order, which is alphabetical, decides between equals.
    const auto rank_of = [&](std::size_t i) {
        if (exact != folded && exact_names_[i].find(exact) != std::string::npos) return 3;
        if (begins(folded_names_[i], folded)) return 2;
        return least[i] == 2 ? 1 : 0;
    };
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < least.size(); ++i)
        if (least[i] != 0) found.emplace_back(-rank_of(i), i);
    const auto kept = std::min(most, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end());
    std::vector<const Product*> result;
    for (std::size_t i = 0; i < kept; ++i)
        result.push_back(&products[found[i].second]);
    return result;
}

} // namespace ocop
