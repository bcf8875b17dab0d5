// The certificate behind the stars: what was decided, by whom, when, until when, and where that was published.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws from the top of `rect` (its height does not matter) and returns the height used. Stars and seal only while they
// may be shown; otherwise the words say why there are none.
float certificate_panel(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect);

} // namespace ocop::kiosk
