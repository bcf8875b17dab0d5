// Search: a field, what it finds as one types, ways on, and the keyboard (design guide screen 06).
#pragma once

#include "kiosk/visitor/search_results.h"
#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws everything above the bottom bar and types into session.search. `results` belong to what it holds.
void draw_search(Ui& ui, const VisitorContext& context, Session& session, const SearchResults& results,
                 Intents& intents);

} // namespace ocop::kiosk
