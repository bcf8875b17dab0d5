// The screen that waits for somebody: products in rotation, one sentence, one button. Every touch starts.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Which slide is shown at a moment: all slides in turn, 8 s each, for ever.
struct SlideClock {
    int index = 0;
    int before = 0;       // the slide it replaced
    int round = 0;        // how often all were shown: crop and side change with it, so that nothing burns in
    std::int64_t age = 0; // ms since this slide came
};
SlideClock slide_clock(Monotonic now, int slides);

void draw_attract(Ui& ui, const VisitorContext& context, const Session& session, Intents& intents);

} // namespace ocop::kiosk
