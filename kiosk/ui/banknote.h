// A banknote as a labelled swatch, for change suggestions: colour and number, no picture of money.
#pragma once

#include "kiosk/ui/ui.h"
#include "pos/money/dong.h"

#include <string_view>

namespace ocop::kiosk {

// `words` is the value as people read it ("50.000"); 148×56 at 1080 is usual.
void banknote(Ui& ui, const Rect& rect, Dong value, std::string_view words);

} // namespace ocop::kiosk
