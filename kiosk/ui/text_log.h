// What a frame wrote and filled, kept for tests, the layout check and automation. Off in normal running.
#pragma once

#include "kiosk/ui/rect.h"
#include "kiosk/ui/text_role.h"
#include "kiosk/ui/theme.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ocop::kiosk {

struct TextRecord {
    std::string text;
    Rect rect;                    // of the glyph line or paragraph, no wider than its widest line
    Rect clip;                    // what of the screen it could be drawn on
    std::size_t fills_before = 0; // how many fills lie under it: later ones may hide it
    TextRole role = TextRole::T2;
    Colour colour;
    Colour background;      // of the last opaque fill under its middle
    bool fits = true;       // inside the room it was given
    bool truncated = false; // … was drawn
    std::u32string missing; // characters the face lacks
};

struct TextLog {
    bool enabled = false;
    std::vector<TextRecord> texts;
    struct Fill {
        Rect rect;
        Colour colour;
    };
    std::vector<Fill> fills;

    void move_down(float by) {
        for (TextRecord& record : texts) {
            record.rect.y += by;
            record.clip.y += by;
        }
        for (Fill& each : fills)
            each.rect.y += by;
    }
    void clear() {
        texts.clear();
        fills.clear();
    }
};

} // namespace ocop::kiosk
