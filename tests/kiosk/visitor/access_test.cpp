// The ways to read and reach more easily, the question before starting over, and that nothing of it outlives the visit.
#include "kiosk/visitor/visitor.h"

#include "tests/support/headless_ui.h"
#include "tests/support/screens/screen_list.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

namespace {

// A visitor at the real screens, with a finger and a clock.
struct Visit {
    NoPictures pictures;
    Visitor visitor;
    std::optional<SessionEnd> ended;
    HeadlessUi ui;

    explicit Visit(float width = 1920, float height = 1080)
        : ui([this](Ui& drawn) { draw(drawn); }, width, height, shown_at,
             [this](FrameOptions& options) { visitor.prepare(options, spoken_languages()); }) {}
    void draw(Ui& drawn) {
        VisitorContext context{*showroom().view, pictures, showroom_time(), "Đặc sản mẫu", "Hội chợ mẫu", true};
        context.languages = offered();
        const auto outcome = visitor.draw(drawn, context);
        if (outcome.ended) ended = outcome.ended;
    }
    const Session& session() const { return visitor.session(); }
    void tap(const char* target) {
        ui.tap(target);
        ui.settle();
    }
    static std::vector<OfferedLanguage> offered() {
        std::vector<OfferedLanguage> all;
        for (const auto& known : known_languages)
            for (const Language* spoken : spoken_languages())
                if (spoken->code() == known.code) all.push_back(known);
        return all;
    }
};

// The session as a new visitor finds it, times left out.
bool is_fresh(const Session& session) {
    return session.page == Page::attract && session.language == "vi" && session.text_size == TextSize::normal &&
           !session.high_contrast && !session.low_reach && !session.reduced_motion && session.basket.empty() &&
           session.filters == Filters{} && session.sheet == VisitorSheet::none;
}

} // namespace

TEST_CASE("the figure button opens four switches, and each does what it says", "[visitor]") {
    Visit visit;
    visit.tap("attract.start");
    visit.tap("bar.access");
    REQUIRE(visit.session().sheet == VisitorSheet::access);
    visit.tap("access.size/2");
    CHECK(visit.session().text_size == TextSize::largest);
    visit.tap("access.size/0");
    CHECK(visit.session().text_size == TextSize::normal);
    visit.tap("access.contrast");
    CHECK(visit.session().high_contrast);
    visit.tap("access.motion");
    CHECK(visit.session().reduced_motion);
    visit.tap("access.reach");
    CHECK(visit.session().low_reach);
    visit.tap("sheet/close");
    CHECK(visit.session().sheet == VisitorSheet::none);
}

TEST_CASE("on a lowered screen every control but the second exit is within reach", "[visitor]") {
    for (const auto& [width, height, share] : {std::tuple{1920.f, 1080.f, 0.72f}, std::tuple{1080.f, 1920.f, 0.60f}}) {
        Visit visit(width, height);
        visit.tap("attract.start");
        visit.tap("bar.access");
        visit.tap("access.reach");
        visit.tap("sheet/close");
        const float top = height * (1 - share) - 1;
        for (const auto& target : visit.ui.registry().targets())
            if (target.visible() && target.name != "reach.access") CHECK(target.hit.y >= top);
        CHECK(visit.ui.target("reach.access").hit.bottom() <= top + 1);
        CHECK(visit.ui.shows("Màn hình đã hạ thấp"));
        // A finger lands on what it sees.
        visit.tap("bar.basket");
        CHECK(visit.session().page == Page::basket);
        visit.tap("reach.access");
        CHECK(visit.session().sheet == VisitorSheet::access);
        visit.tap("access.reach");
        visit.tap("sheet/close");
        CHECK_FALSE(visit.ui.has("reach.access"));
    }
}

TEST_CASE("what does not fit can be reached by tapping alone", "[visitor]") {
    Visit visit;
    visit.tap("attract.start");
    visit.tap("bar.products");
    const float before = visit.session().list_scroll.scroll.position;
    visit.tap("list/down");
    const float after = visit.session().list_scroll.scroll.position;
    CHECK(after > before + 200);
    visit.tap("list/up");
    CHECK(visit.session().list_scroll.scroll.position < 1);
}

TEST_CASE("nobody there: it asks, waits twenty seconds and starts over with nothing kept", "[visitor]") {
    Visit visit;
    visit.tap("attract.language/en");
    visit.tap("bar.access");
    visit.tap("access.contrast");
    visit.tap("access.reach");
    visit.tap("access.size/1");
    visit.tap("sheet/close");
    const auto limit = static_cast<int>(idle_limit(0, TextSize::large));
    visit.ui.frame(limit - 1000);
    CHECK_FALSE(visit.ui.has("idle"));
    visit.ui.frame(1500);
    REQUIRE(visit.ui.has("idle.continue"));
    CHECK(visit.ui.shows("Still there?"));
    visit.ui.frame(18'000);
    CHECK_FALSE(visit.ended);
    visit.ui.frame(2'000);
    visit.ui.settle();
    CHECK(visit.ended == SessionEnd::idle);
    CHECK(is_fresh(visit.session()));
}

TEST_CASE("any touch answers the question, above a lowered screen too, and gives the whole time again", "[visitor]") {
    Visit visit;
    visit.tap("attract.start");
    visit.tap("bar.access");
    visit.tap("access.reach");
    visit.tap("sheet/close");
    visit.ui.frame(static_cast<int>(idle_after) + 500);
    REQUIRE(visit.ui.has("idle"));
    visit.ui.press({960, 40});
    visit.ui.release();
    visit.ui.settle();
    CHECK_FALSE(visit.ui.has("idle"));
    CHECK(visit.session().page == Page::home);
    visit.ui.frame(static_cast<int>(idle_after) - 2000);
    CHECK_FALSE(visit.ui.has("idle"));
    CHECK_FALSE(visit.ended);
}

TEST_CASE("long reading and large text have more time", "[visitor]") {
    CHECK(idle_limit(0, TextSize::normal) == 90'000);
    CHECK(idle_limit(900, TextSize::normal) == 300'000);
    CHECK(idle_limit(0, TextSize::large) == 135'000);
    CHECK(idle_limit(900, TextSize::largest) == 450'000);
}
