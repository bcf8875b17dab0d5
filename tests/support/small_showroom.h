// A showroom of a few products whose facts a test knows, and a visitor in front of it.
#pragma once

#include "kiosk/visitor/visitor.h"
#include "tests/support/headless_ui.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ocop::test {

struct BlankPictures final : kiosk::Pictures {
    kiosk::Picture request(std::string_view, float, float) override { return {}; }
};

inline constexpr const char* showroom_today = "2026-11-23";

// Products of five makers in four provinces: honey (in season, 3 stars), fish sauce in two strengths (5 stars, a gift,
// sold abroad), tea (potential five), noodles (expired), spirit (due soon), a stay (no certificate), and pottery that
// is sold out.
Catalogue showroom_catalogue();
kiosk::StockLevels showroom_stock();

// Everything a visitor sees, drawn without a window. 1920×1080 unless told otherwise.
class SmallShowroom {
public:
    explicit SmallShowroom(float width = 1920, float height = 1080, Catalogue catalogue = showroom_catalogue(),
                           kiosk::StockLevels stock = showroom_stock());

    void tap(std::string_view target) {
        ui.tap(target);
        settle();
    }
    void settle(); // with the language and sizes of the session
    // Taps the targets in turn from the start screen on.
    void walk(const std::vector<std::string>& targets) {
        for (const auto& target : targets)
            tap(target);
    }
    // Drags from one point to the other and stays there before letting go, so that nothing flies on.
    void pull(kiosk::Point from, kiosk::Point to);
    // Pulls upwards until the target can be touched; then taps it.
    void pull_up_to(std::string_view target, kiosk::Point from, float distance);
    const kiosk::Session& session() const { return visitor.session(); }
    std::string problems() const; // of the last frame, one line each

    kiosk::VisitorView view;
    kiosk::Visitor visitor;
    BlankPictures pictures;
    HeadlessUi ui;

private:
    void draw(kiosk::Ui& drawn);
};

// The sizes every screen is tried in.
struct ScreenSize {
    float width;
    float height;
};
inline constexpr ScreenSize screen_sizes[]{{1920, 1080}, {1080, 1920}, {1366, 768}};

} // namespace ocop::test
