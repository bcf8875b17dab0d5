// The form of an enquiry: fields, answers to choose, boxes to tick.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws from the top of `rect` (its height does not matter) and returns the height used. What is touched changes
// session.enquiry. `active` is where the field that is typed into stands, from the rectangle's top.
struct DrawnForm {
    float height = 0;
    float active_top = 0;
    float active_bottom = 0;
};
DrawnForm enquiry_fields(Ui& ui, Session& session, const ProductView& product, const Rect& rect, Intents& intents);

} // namespace ocop::kiosk
