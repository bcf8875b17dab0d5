#include "kiosk/ui/theme.h"

#include <catch2/catch.hpp>

#include <vector>

using namespace ocop;
using namespace ocop::kiosk;

TEST_CASE("the scale follows the design guide's rule and its limits", "[kiosk][ui]") {
    CHECK(Scale::of(1920, 1080, 0).s == 1.0f);
    CHECK(Scale::of(3840, 2160, 0).s == 2.0f);
    CHECK(Scale::of(1080, 1920, 0).s == 1.0f);
    CHECK(Scale::of(1366, 768, 0).s == 0.8f);
    CHECK(Scale::of(7680, 4320, 0).s == 2.0f);
    CHECK(Scale::of(1366, 768, 0).compact());
    CHECK(Scale::of(1080, 1920, 0).portrait());
}

TEST_CASE("a target is never smaller than its floor in millimetres", "[kiosk][ui]") {
    const Scale dense = Scale::of(1920, 1080, 8); // a small, sharp screen
    CHECK(dense.target(64, floor_mm::visitor) == 120);
    const Scale usual = Scale::of(1920, 1080, 4);
    CHECK(usual.target(64, floor_mm::visitor) == 64);
    CHECK(usual.target(64, floor_mm::commit) == 80);
    CHECK(Scale::of(1920, 1080, 0).px_per_mm == Approx(4.03).margin(0.01)); // 21.5 inches are assumed
}

TEST_CASE("text colours reach 4.5 to 1 on the grounds they are used on", "[kiosk][ui]") {
    for (const Palette* p : {&standard_palette(), &high_contrast_palette()}) {
        for (const Colour ground : {p->paper, p->surface, p->sunken})
            for (const Colour text : {p->ink, p->ink_2, p->ink_3})
                CHECK(contrast(text, ground) >= 4.5);
        CHECK(contrast(p->white, p->pine_7) >= 4.5);
        CHECK(contrast(p->white, p->pine_9) >= 4.5);
        CHECK(contrast(p->on_pine, p->pine_9) >= 4.5);
        CHECK(contrast(p->on_pine_accent, p->pine_9) >= 4.5);
        CHECK(contrast(p->pine_9, p->pine_1) >= 4.5);
        CHECK(contrast(p->indigo_8, p->indigo_1) >= 4.5);
        CHECK(contrast(p->son_7, p->son_1) >= 4.5);
        CHECK(contrast(p->hoe_7, p->hoe_1) >= 4.5);
        CHECK(contrast(p->ink, p->hoe_5) >= 4.5);
        CHECK(contrast(p->on_selected, p->selected) >= 4.5);
        CHECK(contrast(p->cream, p->son_7) >= 4.5);
        CHECK(contrast(p->line_strong, p->surface) >= 3.0);
        CHECK(contrast(p->star, p->paper) >= 3.0);
    }
}

TEST_CASE("every product group has its own colour that cream text can be read on", "[kiosk][ui]") {
    std::vector<Colour> seen;
    for (const char* code : {"food", "drink", "herbal", "craft", "ornamental", "tourism"}) {
        const GroupLook look = group_look(GroupCode(code));
        CHECK(contrast(standard_palette().cream, look.colour) >= 4.5);
        CHECK(contrast(standard_palette().cream, look.tint) >= 3.0);
        for (const Colour other : seen)
            CHECK_FALSE(other == look.colour);
        seen.push_back(look.colour);
    }
}

TEST_CASE("measured contrast agrees with the design guide's table", "[kiosk][ui]") {
    const Palette& p = standard_palette();
    CHECK(contrast(p.ink, p.surface) == Approx(15.7).margin(0.1));
    CHECK(contrast(p.ink_3, p.sunken) == Approx(4.9).margin(0.1));
    CHECK(contrast(p.hoe_7, p.hoe_1) == Approx(5.1).margin(0.1));
}
