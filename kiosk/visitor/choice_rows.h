// Rows of chips and links that lead from the home screen into the list.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// "Hạng sao: Tất cả, 5 sao …" and what is in season or in stock; takes as many lines as it needs.
float choice_rows_height(Ui& ui, const VisitorContext& context, float width);
void choice_rows(Ui& ui, const VisitorContext& context, const Rect& rect, Intents& intents);

// "Chọn theo vùng: …": the regions with most products, and the way to all of them.
float place_strip_height(const Ui& ui);
void place_strip(Ui& ui, const VisitorContext& context, const Rect& rect, Intents& intents);

} // namespace ocop::kiosk
