// The wholesale enquiry: a form, the product it is about, and what the visitor agrees to. Works without a network; what
// is written here is in the session alone until it is sent, and sealed from then on.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws everything above the bottom bar, for session.enquiry.
void draw_enquiry(Ui& ui, const VisitorContext& context, Session& session, Intents& intents);

// The words beside the boxes, in the language of the frame.
ConsentWords consent_words(const Ui& ui, const ProductView& product);

// "Đọc đầy đủ": who collects, what for, for how long, and how to take it back. Fills a sheet.
void draw_consent_text(Ui& ui, const VisitorContext& context, Session& session, Rect room);

} // namespace ocop::kiosk
