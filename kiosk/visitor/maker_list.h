// The list of products seen from the other side: who makes what passes the filters.
#pragma once

#include "kiosk/visitor/visitor_context.h"

#include <vector>

namespace ocop::kiosk {

struct MakerRow {
    const Producer* producer = nullptr;
    const Place* place = nullptr;
    int products = 0; // of those listed
};

// In Vietnamese alphabetical order of their names.
std::vector<MakerRow> makers_of(const Listing& listing);

// Rows that lead to the producers' pages, scrolling inside `rect`.
void maker_list(Ui& ui, Session& session, const std::vector<MakerRow>& makers, const Rect& rect, Intents& intents);

} // namespace ocop::kiosk
