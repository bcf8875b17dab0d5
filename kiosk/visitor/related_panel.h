// Under the offer: other packs of the same product, and what else to look at.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Each draws from the top of `rect` (its height does not matter) and returns the height used; 0 when there is nothing.
float pack_choices(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect,
                   Intents& intents);
float related_products(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect,
                       int column_count, Intents& intents);

} // namespace ocop::kiosk
