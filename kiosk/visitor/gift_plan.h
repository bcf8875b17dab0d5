// The gift builder's part of a visitor's session: an occasion and a budget become a set that the visitor edits.
#pragma once

#include "kiosk/visitor/view_model.h"
#include "kiosk/visitor/visitor_session.h"
#include "pos/selling/gift.h"

#include <array>
#include <vector>

namespace ocop::kiosk {

// Budgets offered, each within most_gift_budget.
inline constexpr std::array<Dong, 6> gift_budgets{Dong{200'000},   Dong{300'000},   Dong{500'000},
                                                  Dong{1'000'000}, Dong{2'000'000}, Dong{5'000'000}};
inline constexpr std::array<Occasion, 4> gift_occasions{Occasion::tet, Occasion::visiting, Occasion::business,
                                                        Occasion::souvenir};

// What may go into a gift today: marked as a gift, of a group of the occasion, with stars that may be shown, on the
// shelf here, sold by the piece.
std::vector<GiftCandidate> gift_candidates(const VisitorView& view, Occasion occasion);

// The suggested set, one piece of each.
GiftPlan plan_gift(const VisitorView& view, Occasion occasion, Dong budget);
// Another product in the place of `sku`, within the budget; unchanged when there is none.
GiftPlan swap_gift(GiftPlan plan, const VisitorView& view, const Sku& sku);
Dong gift_total(const GiftPlan& plan, const VisitorView& view);

} // namespace ocop::kiosk
