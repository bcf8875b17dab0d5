// The choices that narrow a list: in a rail beside it, or in a sheet where there is no room for a rail.
#pragma once

#include "kiosk/visitor/visitor_context.h"

#include <optional>
#include <string>
#include <vector>

namespace ocop::kiosk {

// Draws the facets with their counts from the top of `rect`, scrolling when they are higher. `listing` belongs to
// session.filters.
void filter_panel(Ui& ui, const Session& session, const Listing& listing, const Rect& rect, Scrolled& scrolled,
                  Intents& intents);

// A choice in force, and the filters without it.
struct ActiveFilter {
    std::string name;  // of its target
    std::string label; // "4 sao"
    Filters without;
};
std::vector<ActiveFilter> active_filters(const Language& language, const Filters& filters);

// The choice made last: one of session.filters that session.filters_before lacks, else the last in reading order.
// nullopt: nothing is chosen.
std::optional<ActiveFilter> last_chosen(const Language& language, const Session& session);

} // namespace ocop::kiosk
