// What a frame wrote and filled, kept for tests, the layout check and automation. Off in normal running.
#pragma once

#include "kiosk/ui/rect.h"
#include "kiosk/ui/text_role.h"
#include "kiosk/ui/theme.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

struct TextRecord {
    std::string text;
    Rect rect; // of the glyph line or paragraph
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

    void clear() {
        texts.clear();
        fills.clear();
    }
};

} // namespace ocop::kiosk
