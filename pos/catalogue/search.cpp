#include "pos/catalogue/search.h"

#include "pos/catalogue/word_match.h"
#include "pos/text/fold.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <utility>

namespace ocop {
namespace {

// What people type for the six groups and for gifts. Never shown.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> group_words{
    {{"food", "thực phẩm đồ ăn food"},
     {"drink", "đồ uống drinks"},
     {"herbal", "dược liệu thảo dược herbal products"},
     {"craft", "thủ công mỹ nghệ handicrafts"},
     {"ornamental", "sinh vật cảnh cây cảnh ornamental plants and animals"},
     {"tourism", "du lịch cộng đồng sinh thái community tourism"}}};
constexpr std::string_view gift_words = " quà biếu quà tặng gifts";

// What the north and the south of the country call the same thing: who types one finds the other.
constexpr std::array<std::array<std::string_view, 2>, 12> same_things{{{"chè", "trà"},
                                                                       {"lợn", "heo"},
                                                                       {"ngô", "bắp"},
                                                                       {"lạc", "đậu phộng"},
                                                                       {"vừng", "mè"},
                                                                       {"dứa", "thơm"},
                                                                       {"dứa", "khóm"},
                                                                       {"na", "mãng cầu"},
                                                                       {"sắn", "khoai mì"},
                                                                       {"mộc nhĩ", "nấm mèo"},
                                                                       {"quất", "tắc"},
                                                                       {"mướp đắng", "khổ qua"}}};

// What people type for a kind of maker, written out or not. Never shown.
std::string_view maker_words(ProducerType type) {
    switch (type) {
    case ProducerType::enterprise:
        return "công ty doanh nghiệp dn enterprise";
    case ProducerType::cooperative:
        return "hợp tác xã htx cooperative";
    case ProducerType::cooperative_group:
        return "tổ hợp tác tht cooperative group";
    case ProducerType::household:
        return "hộ sản xuất hộ kinh doanh hkd household";
    case ProducerType::other:
        break;
    }
    return {};
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words)
        text += word;
    return text;
}

std::string all_languages(const LocalText& text) {
    std::string all;
    for (const auto& [language, name] : text.by_language)
        all += name + ' ';
    return all;
}

// Other words for what the name says.
std::string other_words(const Product& product) {
    std::string name = " ";
    for (const auto& word : words_of(fold_keeping_accents(product.name.in("vi"))))
        name += word + ' ';
    const auto says = [&](std::string_view thing) {
        return name.find(' ' + std::string(thing) + ' ') != std::string::npos;
    };
    std::string text;
    for (const auto& [one, other] : same_things) {
        if (says(one)) text.append(other) += ' ';
        if (says(other)) text.append(one) += ' ';
    }
    return text;
}

std::string maker_and_alias_words(const Catalogue& catalogue, const Product& product) {
    std::string text = all_languages(catalogue.producer_of(product).name);
    for (const auto& alias : product.aliases)
        text += alias + ' ';
    return text;
}

std::string place_and_kind_words(const Catalogue& catalogue, const Product& product) {
    const Place& place = catalogue.place_of(product);
    std::string text = place.printed + ' ' + place.commune + ' ' + place.province + ' ' + product.craft_village + ' ';
    for (const auto& [code, words] : group_words)
        if (product.group == GroupCode(std::string(code))) text += words;
    if (product.gift) text += gift_words;
    text.append(" ").append(maker_words(catalogue.producer_of(product).type));
    return text;
}

} // namespace

ProductSearch::ProductSearch(std::shared_ptr<const Catalogue> catalogue) : catalogue_(std::move(catalogue)) {
    using Index = std::map<std::string, std::vector<Posting>>;
    Index words;
    Index accented;
    const auto add = [](Index& index, std::string word, Posting posting) {
        auto& found = index[std::move(word)];
        if (found.empty() || found.back().product != posting.product) found.push_back(posting);
    };
    const auto& products = catalogue_->products();
    for (std::size_t i = 0; i < products.size(); ++i) {
        const auto& product = products[i];
        const auto number = static_cast<std::uint32_t>(i);
        // The best mark first: a word keeps the one it got.
        const auto text_of_mark =
            std::array<std::pair<Mark, std::string>, 3>{{{in_name, all_languages(product.name)},
                                                         {in_maker, maker_and_alias_words(*catalogue_, product)},
                                                         {in_place, place_and_kind_words(*catalogue_, product)}}};
        for (const auto& [mark, text] : text_of_mark) {
            for (auto& word : words_of(fold(text)))
                add(words, std::move(word), {number, mark});
            for (auto& word : words_of(fold_keeping_accents(text)))
                if (fold(word) != word) add(accented, std::move(word), {number, mark});
        }
        for (auto& word : words_of(fold(other_words(product))))
            add(words, std::move(word), {number, in_maker});
        names_.push_back(fold(product.name.in("vi")));
        codes_.emplace_back(joined(words_of(fold(product.sku.text()))), number);
        codes_.emplace_back(joined(words_of(names_.back())), number);
        for (const auto& barcode : product.barcodes)
            codes_.emplace_back(barcode, number);
    }
    for (auto& [text, found] : words)
        words_.push_back({text, letters_of(text), std::move(found)});
    for (auto& [text, found] : accented)
        accented_.push_back({text, 0, std::move(found)});
    std::sort(codes_.begin(), codes_.end());
}

bool ProductSearch::mark_codes(const std::string& word, Marks& marks) const {
    bool any = false;
    for (auto at = std::lower_bound(codes_.begin(), codes_.end(), Code(word, 0));
         at != codes_.end() && begins(at->first, word); ++at) {
        marks[at->second] = in_name;
        any = true;
    }
    return any;
}

bool ProductSearch::mark_words(const std::vector<Word>& words, const std::string& word, Marks& marks) {
    bool any = false;
    const auto first = std::lower_bound(words.begin(), words.end(), word,
                                        [](const Word& known, const std::string& text) { return known.text < text; });
    for (auto at = first; at != words.end() && begins(at->text, word); ++at) {
        for (const auto& posting : at->postings)
            marks[posting.product] = std::max<std::uint8_t>(marks[posting.product], posting.mark);
        any = true;
    }
    return any;
}

bool ProductSearch::mark_as_typed(const std::string& word, Marks& marks) const {
    const bool code = mark_codes(word, marks);
    return mark_words(words_, word, marks) || code;
}

std::vector<int> ProductSearch::spelled_exactly(std::string_view typed) const {
    std::vector<int> matched(names_.size(), 1);
    bool any = false;
    for (const auto& word : words_of(fold_keeping_accents(typed))) {
        if (fold(word) == word) continue;
        any = true;
        Marks marks(names_.size(), nowhere);
        mark_words(accented_, word, marks);
        for (std::size_t i = 0; i < matched.size(); ++i)
            if (marks[i] == nowhere) matched[i] = 0;
    }
    return any ? matched : std::vector<int>(names_.size(), 0);
}

bool ProductSearch::mark_with_slips(const std::string& word, std::size_t slips, Marks& marks) const {
    if (slips == 0) return false;
    bool any = false;
    const auto letters = letters_of(word);
    for (const auto& known : words_) {
        if (static_cast<std::size_t>(std::popcount(letters & ~known.letters)) > slips) continue;
        if (!nearly_begins(known.text, word, slips)) continue;
        for (const auto& posting : known.postings)
            marks[posting.product] = with_slips;
        any = true;
    }
    return any;
}

std::vector<const Product*> ProductSearch::best(const std::vector<int>& ranks, std::size_t most) const {
    // The catalogue's order, which is alphabetical, decides between equals.
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < ranks.size(); ++i)
        if (ranks[i] > 0) found.emplace_back(-ranks[i], i);
    const auto kept = std::min(most, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end());
    std::vector<const Product*> result;
    for (std::size_t i = 0; i < kept; ++i)
        result.push_back(&catalogue_->products()[found[i].second]);
    return result;
}

std::vector<const Product*> ProductSearch::find(std::string_view typed, std::size_t most) const {
    const auto folded = fold(typed);
    const auto words = words_of(folded);
    if (words.empty()) return {};
    Marks least(names_.size(), in_name);
    for (const auto& word : words) {
        Marks marks(names_.size(), nowhere);
        const bool any = mark_as_typed(word, marks) || mark_with_slips(word, slips_allowed(word.size()), marks);
        for (std::size_t i = 0; i < least.size(); ++i)
            least[i] = std::min(least[i], marks[i]);
        if (!any) break;
    }
    if (words.size() > 1) mark_codes(joined(words), least); // "SP-103"
    const auto exact = spelled_exactly(typed);
    std::vector<int> ranks(least.size());
    for (std::size_t i = 0; i < least.size(); ++i)
        if (least[i] != nowhere) ranks[i] = least[i] + (begins(names_[i], folded) ? 8 : 0) + 16 * exact[i];
    return best(ranks, most);
}

std::vector<const Product*> ProductSearch::nearest(std::string_view typed, std::size_t most) const {
    const auto words = words_of(fold(typed));
    std::vector<int> ranks(names_.size());
    for (const auto& word : words) {
        Marks marks(names_.size(), nowhere);
        if (!mark_as_typed(word, marks) && word.size() >= 3)
            mark_with_slips(word, slips_allowed(word.size()) + 1, marks);
        for (std::size_t i = 0; i < ranks.size(); ++i)
            if (marks[i] != nowhere) ranks[i] += 8 + marks[i];
    }
    return best(ranks, most);
}

} // namespace ocop
