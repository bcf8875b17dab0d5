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

    // Products that match every word, best first, at most `most`. A word matches the beginning of a word of name, alias
    // or maker, or of a code; with one slip (letter missing, extra, wrong or two exchanged) in words of 4 letters and
    // more, two in 8 and more, and only where nothing matches without. Spelled exactly, with its accents, comes first,
    // then names that begin with what was typed, then without slips, then alphabetically. Nothing typed: nothing found.
    std::vector<const Product*> find(std::string_view typed, std::size_t most = 200) const;

private:
    using Posting = std::uint32_t; // index into the catalogue's products
    struct Word {
        std::string text;      // folded
        std::uint32_t letters; // which it holds, one bit each
        std::vector<Posting> products;
    };
    // The products whose code begins so are marked 2.
    bool mark_codes(const std::string& word, std::vector<std::uint8_t>& marks) const;
    // Marks the products of a typed word: 2 = as typed, 1 = with slips. False: nothing matches.
    bool mark(const std::string& word, std::vector<std::uint8_t>& marks) const;

    std::shared_ptr<const Catalogue> catalogue_;
    std::vector<Word> words_;                            // sorted by text
    std::vector<std::pair<std::string, Posting>> codes_; // skus and barcodes, letters and digits only, sorted
    std::vector<std::string> exact_names_;               // with accents, lower case, by product
    std::vector<std::string> folded_names_;              // by product
};

} // namespace ocop
