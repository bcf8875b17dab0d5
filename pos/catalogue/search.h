// Finds products as people type: accents optional, words in any order, the last one unfinished, a slip forgiven.
// Built once per catalogue, then immutable; any thread may search.
#pragma once

#include "pos/catalogue/catalogue.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ocop {

class ProductSearch {
public:
    explicit ProductSearch(std::shared_ptr<const Catalogue> catalogue);

    // Products that match every word, best first, at most `most`. A word matches the beginning of a word of name,
    // alias, maker, place (as printed and of today), product group or kind of maker, or of a code, or of a name written
    // without spaces, or of what other regions call the same thing ("trà" finds chè); with slips (word_match.h) only
    // where nothing matches without. Spelled with exactly these accents comes first, then names that begin with what
    // was typed, then matches in names, in aliases and makers, in places and kinds, with slips; among equals
    // alphabetically. Nothing typed: nothing found.
    std::vector<const Product*> find(std::string_view typed, std::size_t most = 200) const;

    // For when nothing matches every word: products that match most of them, one slip more than find() forgives, best
    // first. Empty when no word is like anything.
    std::vector<const Product*> nearest(std::string_view typed, std::size_t most = 3) const;

private:
    // Where a word was found, as a mark: higher is better.
    enum Mark : std::uint8_t { nowhere, with_slips, in_place, in_maker, in_name };
    using Marks = std::vector<std::uint8_t>; // by product
    struct Posting {
        std::uint32_t product;
        Mark mark;
    };
    struct Word {
        std::string text;      // folded
        std::uint32_t letters; // which it holds, one bit each
        std::vector<Posting> postings;
    };
    using Code = std::pair<std::string, std::uint32_t>;

    // The products whose code, or word of `words`, begins so are marked. False here and below: nothing matches.
    bool mark_codes(const std::string& word, Marks& marks) const;
    static bool mark_words(const std::vector<Word>& words, const std::string& word, Marks& marks);
    bool mark_as_typed(const std::string& word, Marks& marks) const;
    bool mark_with_slips(const std::string& word, std::size_t slips, Marks& marks) const;
    // 1 for products that have every accented word of `typed` with just these accents; 0 for all when none has accents.
    std::vector<int> spelled_exactly(std::string_view typed) const;
    std::vector<const Product*> best(const std::vector<int>& ranks, std::size_t most) const; // rank 0: left out

    std::shared_ptr<const Catalogue> catalogue_;
    std::vector<Word> words_;        // sorted by text
    std::vector<Word> accented_;     // words with accents, lower case, sorted by text
    std::vector<Code> codes_;        // skus, barcodes, names: letters and digits only, sorted
    std::vector<std::string> names_; // folded, by product
};

} // namespace ocop
