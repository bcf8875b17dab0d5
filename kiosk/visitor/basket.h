// What a visitor picked, to be paid at the till: a list that forgets itself with the session. Nothing is sold here.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

struct BasketTotals {
    Dong amount;
    Quantity pieces;
    int makers = 0;
};
// Lines of products that left the catalogue or lost their price do not count.
BasketTotals totals_of(const std::vector<BasketLine>& lines, const VisitorView& view);

// Draws everything above the bottom bar.
void draw_basket(Ui& ui, const VisitorContext& context, Session& session, Intents& intents);

} // namespace ocop::kiosk
