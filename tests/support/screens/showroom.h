// What the listed screens are about: the demo catalogue with some products that are hard to lay out, a booth with
// staff, stock and an open shift. Always Monday 23 November 2026, 10:42.
#pragma once

#include "kiosk/till/till_view.h"
#include "kiosk/visitor/pictures.h"
#include "kiosk/visitor/view_model.h"

#include <memory>
#include <string>
#include <vector>

namespace ocop::test {

Day showroom_day();
Instant showroom_time();

// Pictures that never come: every product shows the placeholder of its group.
struct NoPictures final : kiosk::Pictures {
    kiosk::Picture request(std::string_view, float, float) override { return {}; }
};

struct Showroom {
    std::shared_ptr<const Catalogue> catalogue;
    std::shared_ptr<const kiosk::TillSnapshot> snapshot; // with an open shift
    std::unique_ptr<kiosk::VisitorView> view;
    std::unique_ptr<kiosk::TillView> till;

    // Products of the kinds that are hard to lay out.
    Sku full{"HARD-FULL"};       // every field filled, each about as long as it gets
    Sku plain{"HARD-PLAIN"};     // no story, no certificate, not of the programme, sold out
    Sku expired{"HARD-EXPIRED"}; // certificate past, dear
    Sku potential{"HARD-FIVE"};  // potential five stars, no price
    Sku weighed{"HARD-WEIGHED"}; // sold by weight, few left
    Sku spirit{"HARD-SPIRIT"};   // alcohol, due for reassessment
};

// Made once per process.
const Showroom& showroom();
const Showroom& training_showroom(); // the same, where staff are learning
const Showroom& empty_showroom();    // no product at all

} // namespace ocop::test
