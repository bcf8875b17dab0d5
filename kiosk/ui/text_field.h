// The look of a field that is typed into (search, form, amount). What is typed is composed by the screen.
#pragma once

#include "kiosk/ui/ui.h"

#include <string_view>

namespace ocop::kiosk {

struct FieldSpec {
    std::string_view label = {}; // small, above the field, outside `rect`; empty: none
    std::string_view value = {};
    std::string_view placeholder = {}; // shown while empty; also the target's name for people
    Icon icon = Icon::none;
    bool active = false; // takes the typing: indigo border and halo, a caret after the value
    bool enabled = true;
    bool wrong = false;
    std::string_view problem = {}; // under the field
    TextRole text = TextRole::T2;
    Align align = Align::left;
    float kept_free = 0; // px at the right that the value and the placeholder leave to something else
};

// Returns whether it was tapped. A value longer than the field shows its end.
bool text_field(Ui& ui, std::string_view name, const Rect& rect, const FieldSpec& spec);

// A field for money: words at the left, the amount large at the right.
bool amount_field(Ui& ui, std::string_view name, const Rect& rect, std::string_view words, std::string_view amount,
                  bool active);

// Several lines (a message): the value wraps and the end stays in view.
bool text_area(Ui& ui, std::string_view name, const Rect& rect, const FieldSpec& spec);

} // namespace ocop::kiosk
