// Beside the story: what it costs, what is left, into the basket; what to know before; where to check and buy online.
// Each part draws from the top of `rect` (its height does not matter) and returns the height used.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Price, pack, stock, quantity and the basket button.
float offer(Ui& ui, const VisitorContext& context, const Session& session, const ProductView& product, const Rect& rect,
            Intents& intents);

// The same in one row, for the dock at the bottom of a portrait screen. `rect` as a whole.
void offer_dock(Ui& ui, const VisitorContext& context, const Session& session, const ProductView& product,
                const Rect& rect, Intents& intents);
float offer_dock_height(const Ui& ui, const ProductView& product);

// "Hỏi mua số lượng lớn", or "Hỏi khi có hàng" when there is none left: part of offer(), and for where that is not
// shown.
bool ask(Ui& ui, const ProductView& product, const Rect& rect, Intents& intents);

// Age limit and allergens; nothing when there are none.
float warnings(Ui& ui, const ProductView& product, const Rect& rect);

// The codes for the visitor's phone: traceability and the maker's own shops; nothing when the data has none.
float phone_codes(Ui& ui, Session& session, const ProductView& product, const Rect& rect);

} // namespace ocop::kiosk
