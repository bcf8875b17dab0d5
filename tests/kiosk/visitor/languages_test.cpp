// Seven languages: what a visitor can choose, what stands in for what is not translated, and that nothing pretends.
#include "kiosk/visitor/languages.h"

#include "kiosk/app/font_request.h"
#include "kiosk/visitor/story_text.h"
#include "kiosk/visitor/visitor_intent.h"
#include "tests/support/headless_ui.h"
#include "tests/support/screens/screen_list.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

TEST_CASE("only Vietnamese and English call themselves complete", "[visitor][language]") {
    REQUIRE(known_languages.size() == 7);
    for (const auto& known : known_languages)
        CHECK(known.reviewed == (known.code == "vi" || known.code == "en"));
    CHECK(language_name("ja") == "日本語");
    CHECK(language_name("xx") == "xx");
}

TEST_CASE("what a translation lacks is English", "[visitor][language]") {
    CHECK(language("fr").text("visitor.bar.home") == "Accueil");
    CHECK(language("fr").text("till.pay.cash") == language("en").text("till.pay.cash"));
    CHECK(language("fr").keys() == language("en").keys());
}

TEST_CASE("the choice names each language in its own and marks those nobody has read", "[visitor][language]") {
    for (const auto& listed : {listed_screen("sheet/languages"), listed_screen("attract/first slide")}) {
        const auto screen = listed.open({});
        HeadlessUi ui([&](Ui& drawn) { screen->draw(drawn); }, 1920, 1080, shown_at,
                      [&](FrameOptions& options) { screen->prepare(options); });
        ui.settle();
        for (const Language* spoken : spoken_languages())
            CHECK(ui.shows(language_name(spoken->code())));
    }
    const auto screen = listed_screen("sheet/languages").open({});
    HeadlessUi ui([&](Ui& drawn) { screen->draw(drawn); }, 1920, 1080, shown_at,
                  [&](FrameOptions& options) { screen->prepare(options); });
    const auto marked = std::count_if(ui.texts().begin(), ui.texts().end(),
                                      [](const TextRecord& text) { return text.text == "Chưa duyệt"; });
    CHECK(marked == static_cast<long>(spoken_languages().size()) - 2);
}

TEST_CASE("choosing a language stays where the visitor is and closes the sheet", "[visitor][language]") {
    Session session;
    session.page = Page::story;
    session.sheet = VisitorSheet::languages;
    session.story_scroll.scroll.position = 120;
    session = apply(session, ChooseLanguage{"ru"}, *showroom().view, shown_at);
    CHECK(session.language == "ru");
    CHECK(session.page == Page::story);
    CHECK(session.sheet == VisitorSheet::none);
    CHECK(session.story_scroll.scroll.position == 120);
}

TEST_CASE("a story without a translation is Vietnamese and says so", "[visitor][language]") {
    const auto& product = *showroom().view->find(showroom().full);
    const auto sections = story_sections(language("fr"), product);
    REQUIRE_FALSE(sections.empty());
    CHECK(sections.front().lines.front().kind == StoryLine::Kind::fallback);
    CHECK(sections.front().lines.front().text.rfind("Tiếng Việt", 0) == 0);
    CHECK(sections.front().title == product.product->stories.at("vi").chapters.front().title);
    CHECK(story_sections(language("en"), product).front().lines.front().kind != StoryLine::Kind::fallback);
}

TEST_CASE("every letter of every language can be drawn", "[visitor][language][font]") {
    for (const Language* spoken : spoken_languages()) {
        const auto& fonts = shared_fonts(1, spoken->code());
        for (const auto& key : spoken->keys())
            for (const TextRole role : {TextRole::D2, TextRole::S2, TextRole::T3, TextRole::M3, TextRole::B2}) {
                INFO(spoken->code() << " " << key << ": " << spoken->text(key));
                CHECK(fonts.missing(role, spoken->text(key)).empty());
            }
    }
}

TEST_CASE("an atlas holds one east Asian script and stays under the largest texture", "[visitor][language][font]") {
    CHECK(east_asian_face("fr") == std::nullopt);
    CHECK(east_asian_face("ko") == EastAsianFace::korean);
    if (!east_asian_fonts_installed()) return;
    const auto& japanese = shared_fonts(1, "ja");
    CHECK(japanese.has(TextRole::T2, U'見'));
    CHECK_FALSE(japanese.has(TextRole::T2, U'览')); // only the Chinese texts have it
    CHECK(japanese.pixels().height < 8192);
    CHECK(japanese.pixels().width == 4096);
}
