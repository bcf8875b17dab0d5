// What a visitor's search shows for what is in the field: products, ways on, and an example to learn from. Made once
// per text, not per frame.
#pragma once

#include "kiosk/ui/icons.h"
#include "kiosk/visitor/view_model.h"
#include "pos/catalogue/search.h"
#include "pos/text/language.h"

#include <string>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

// Tapping it puts `text` into the field.
struct Suggestion {
    std::string label;
    std::string text;
    Icon icon = Icon::none;
    bool operator==(const Suggestion&) const = default;
};

struct SearchResults {
    enum class Kind {
        nothing_typed, // products: worth a look today
        found,
        nearest, // nothing matches all that was typed; products: what comes near, perhaps none
    } kind = Kind::nothing_typed;
    std::vector<const ProductView*> products; // sold-out ones stay where their match puts them
    std::vector<Suggestion> suggestions;      // most useful first
    const ProductView* example = nullptr;     // a short name with accents, to be found without them
};

// `search` belongs to the view's catalogue; nullptr: nothing is found.
SearchResults search_results(const VisitorView& view, const ProductSearch* search, std::string_view typed,
                             const Language& language);

} // namespace ocop::kiosk
