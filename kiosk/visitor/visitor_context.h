// What every visitor screen is handed for one frame.
#pragma once

#include "kiosk/ui/ui.h"
#include "kiosk/visitor/languages.h"
#include "kiosk/visitor/pictures.h"
#include "kiosk/visitor/view_model.h"
#include "kiosk/visitor/visitor_intent.h"
#include "kiosk/visitor/visitor_session.h"
#include "pos/catalogue/search.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

struct VisitorContext {
    const VisitorView& view;
    Pictures& pictures;
    Instant now;            // wall clock, for the clock in the corner only
    std::string shop_name;  // "Đặc sản Hạ Long"
    std::string event_line; // "Hội chợ OCOP Quảng Ninh · Nhà trưng bày Hạ Long", may be empty
    // With a software renderer slides cut instead of fading, and nothing moves by itself.
    bool software_rendering = true;
    const ProductSearch* search = nullptr; // of the view's catalogue; nullptr: nothing is found
    // What can be chosen here; Chinese, Japanese and Korean may be missing.
    std::vector<OfferedLanguage> languages{known_languages.begin(), known_languages.end()};
    bool takes_enquiries = false; // there is somebody who could read them
    // With a software renderer that shows parts of a frame: a small motion costs next to nothing.
    bool small_motion = false;
};

} // namespace ocop::kiosk
