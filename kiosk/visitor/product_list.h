// The list of products that pass the filters: cards in columns, each filter undone by its own chip.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Whether the filters stand in a rail beside the list; otherwise a button opens them in a sheet.
bool has_filter_rail(const Ui& ui, const Session& session);

// Draws everything above the bottom bar. `listing` belongs to session.filters.
void draw_product_list(Ui& ui, const VisitorContext& context, Session& session, const Listing& listing,
                       Intents& intents);

} // namespace ocop::kiosk
