// Beside the map: the list of all areas, or what comes from the chosen one.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Everything the map can do is in this list as well, with the same counts.
void area_list(Ui& ui, const VisitorContext& context, Session& session, const Rect& rect, Intents& intents);

// Counts, name, districts and communes, the best products, and all of them at the bottom.
void area_panel(Ui& ui, const VisitorContext& context, Session& session, const Area& area, const Rect& rect,
                Intents& intents);

} // namespace ocop::kiosk
