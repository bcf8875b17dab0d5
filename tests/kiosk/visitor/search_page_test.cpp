#include "kiosk/visitor/search_page.h"

#include "kiosk/visitor/idle.h"
#include "kiosk/visitor/visitor.h"
#include "pos/catalogue/import/package_reader.h"
#include "pos/text/fold.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace ocop;
using namespace ocop::kiosk;
using test::HeadlessUi;

namespace {

struct SearchPictures final : Pictures {
    Picture request(std::string_view, float, float) override { return {}; }
};

std::shared_ptr<const Catalogue> demo() {
    static const auto catalogue = [] {
        auto report = read_package(test::asset_root() / "demo");
        REQUIRE(report.package.has_value());
        return std::make_shared<const Catalogue>(std::move(report.package->catalogue));
    }();
    return catalogue;
}

std::shared_ptr<const ProductSearch> search_of_demo() {
    static const auto search = std::make_shared<const ProductSearch>(demo());
    return search;
}

// A visitor who has just opened the search.
struct Searching {
    SearchPictures pictures;
    VisitorView view{demo(), {}, *Day::parse("2026-11-23")};
    std::shared_ptr<const ProductSearch> search = search_of_demo();
    Visitor visitor;
    HeadlessUi ui;

    explicit Searching(float width = 1920, float height = 1080, const char* language = "vi")
        : visitor(language), ui([this](Ui& drawn) { draw(drawn); }, width, height) {
        ui.options.language = &test::language(language);
        ui.frame();
        ui.tap(std::string("attract.language/") + language);
        ui.tap("bar.search");
        ui.settle();
    }
    void draw(Ui& drawn) {
        visitor.draw(drawn, {view, pictures, Instant{1'795'000'000'000}, "Đặc sản Hạ Long", "", true, search.get()});
    }
    void tap_keys(std::initializer_list<const char*> keys) {
        for (const auto* key : keys)
            ui.tap(std::string("key/") + key);
    }
    // Names of the results that can be seen, from the top.
    std::vector<std::string> results() const {
        std::vector<std::string> names;
        for (const Target& target : ui.registry().targets())
            if (target.name.rfind("product/", 0) == 0 && target.visible()) names.push_back(target.label);
        return names;
    }
    std::string name_of(std::string_view label) const {
        for (const Target& target : ui.registry().targets())
            if (target.label == label && target.visible()) return target.name;
        return {};
    }
    const Session& session() const { return visitor.session(); }
};

bool any_holds(const std::vector<std::string>& names, std::string_view part) {
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return name.find(part) != std::string::npos; });
}

} // namespace

TEST_CASE("results come as one types, without accents, with them, and with a slip", "[kiosk][search]") {
    Searching visit;
    REQUIRE(visit.session().page == Page::search);
    visit.tap_keys({"m", "a", "t", "space", "o", "n", "g"});
    REQUIRE_FALSE(visit.results().empty());
    CHECK(any_holds(visit.results(), "Mật ong"));
    const auto first = visit.results().front();
    visit.ui.tap("search.clear");
    CHECK(visit.session().search.text.empty());
    visit.tap_keys({"m", "â", "t", "nang", "space", "o", "n", "g"});
    CHECK(visit.session().search.text == "mật ong");
    CHECK(visit.results().front() == first);
    visit.ui.tap("search.clear");
    visit.ui.type("binh liue");
    visit.ui.frame();
    CHECK(visit.ui.shows("Bình Liêu"));
    CHECK(visit.results().size() >= 1);
}

TEST_CASE("three results are seen above the keyboard, all of them without it", "[kiosk][search]") {
    Searching visit;
    visit.ui.type("htx");
    visit.ui.frame();
    CHECK(visit.results().size() >= 3);
    const auto above = visit.results().size();
    CHECK(visit.ui.target("key/1").rect.y >= visit.ui.target("search.field").rect.bottom());
    visit.ui.tap("key/enter");
    CHECK_FALSE(visit.ui.has("key/1"));
    CHECK(visit.results().size() > above);
    visit.ui.tap("search.field");
    CHECK(visit.ui.has("key/1"));
}

TEST_CASE("a result opens its story, and back leads to what was found", "[kiosk][search]") {
    Searching visit;
    visit.ui.type("mat ong");
    visit.ui.frame();
    const auto found = visit.results();
    REQUIRE_FALSE(found.empty());
    visit.ui.tap(visit.name_of(found.front()));
    CHECK(visit.session().page == Page::story);
    visit.ui.settle();
    visit.ui.press_key(Key::escape);
    if (visit.session().page == Page::story) visit.ui.tap("story.back");
    CHECK(visit.session().page == Page::search);
    CHECK(visit.session().search.text == "mat ong");
    CHECK(visit.results() == found);
    visit.ui.tap("search.back");
    CHECK(visit.session().page == Page::home);
}

TEST_CASE("suggestions narrow down what was typed", "[kiosk][search]") {
    Searching visit;
    CHECK(visit.ui.has("suggest/Thực phẩm"));
    visit.ui.tap("suggest/Thực phẩm");
    CHECK(visit.session().search.text == "Thực phẩm");
    const auto shown =
        search_results(visit.view, visit.search.get(), visit.session().search.text, test::language("vi"));
    CHECK(shown.kind == SearchResults::Kind::found);
    REQUIRE_FALSE(shown.suggestions.empty());
    for (const auto& suggestion : shown.suggestions) {
        const auto narrower = search_results(visit.view, visit.search.get(), suggestion.text, test::language("vi"));
        INFO(suggestion.text);
        CHECK(narrower.kind == SearchResults::Kind::found);
        CHECK(narrower.products.size() <= std::max(shown.products.size(), narrower.products.size()));
    }
}

TEST_CASE("every group, place and maker that is suggested finds something", "[kiosk][search]") {
    const VisitorView view(demo(), {}, *Day::parse("2026-11-23"));
    for (const auto* code : {"vi", "en"})
        for (const auto* typed : {"", "mat", "ruou", "htx", "qqqq"})
            for (const auto& suggestion :
                 search_results(view, search_of_demo().get(), typed, test::language(code)).suggestions) {
                INFO(code << " " << typed << " → " << suggestion.text);
                CHECK_FALSE(search_of_demo()->find(suggestion.text).empty());
            }
}

TEST_CASE("nothing found helps on: what comes near, and the groups", "[kiosk][search]") {
    Searching visit;
    visit.ui.type("mat ong sao hoa");
    visit.ui.frame();
    CHECK(visit.ui.shows("Chưa có “mat ong sao hoa”"));
    CHECK(any_holds(visit.results(), "Mật ong"));
    CHECK(visit.ui.has("suggest/Đồ uống"));
    visit.ui.tap("suggest/Đồ uống");
    CHECK(visit.session().search.text == "Đồ uống");
    CHECK_FALSE(visit.results().empty());
    visit.ui.tap("search.clear");
    visit.ui.type("qqqqqqq");
    visit.ui.frame();
    CHECK(visit.results().empty());
    CHECK(visit.ui.has("suggest/Đồ uống"));
}

TEST_CASE("what matched is marked in the name, the maker and the place", "[kiosk][search]") {
    Searching visit;
    visit.ui.type("le gia");
    visit.ui.frame();
    const auto marks =
        std::count_if(visit.ui.state.texts.fills.begin(), visit.ui.state.texts.fills.end(),
                      [](const auto& fill) { return fill.colour == standard_palette().hoe_1 && fill.rect.h < 60; });
    CHECK(marks >= 4);
}

TEST_CASE("an idle reset wipes what was typed", "[kiosk][search]") {
    Searching visit;
    visit.tap_keys({"m", "a"});
    visit.ui.type("t");
    CHECK(visit.session().search.text == "mat");
    visit.ui.frame(static_cast<int>(idle_after) - 1000);
    visit.ui.type("x");
    visit.ui.frame(static_cast<int>(idle_after) - 1000); // typing counts as being there
    CHECK(visit.session().search.text == "matx");
    visit.ui.frame(static_cast<int>(idle_answer) + 2000);
    visit.ui.frame(static_cast<int>(idle_answer) + 2000);
    visit.ui.frame();
    CHECK(visit.session().page == Page::attract);
    CHECK(visit.session().search == TypedText());
    CHECK(visit.session().keyboard.mode == KeyboardMode::telex);
}

TEST_CASE("readers of English meet plain letters", "[kiosk][search]") {
    Searching visit(1920, 1080, "en");
    CHECK(visit.ui.target("key/method").label == "EN");
    CHECK_FALSE(visit.ui.has("key/sac"));
    visit.tap_keys({"h", "o", "n", "e", "y"});
    CHECK(visit.session().search.text == "honey");
    CHECK_FALSE(visit.results().empty());
    visit.ui.tap("search.clear");
    visit.ui.type("handicrafts");
    visit.ui.frame();
    CHECK_FALSE(visit.results().empty());
}

TEST_CASE("a kiosk without a search finds nothing and says so", "[kiosk][search]") {
    Searching visit;
    visit.search = nullptr;
    visit.ui.type("mat ong");
    visit.ui.frame();
    CHECK(visit.results().empty());
    CHECK(visit.ui.shows("Chưa có “mat ong”"));
}

TEST_CASE("the search is laid out well on every screen, in every state", "[kiosk][search]") {
    const auto* code = GENERATE("vi", "en");
    const auto size = GENERATE(TextSize::normal, TextSize::largest);
    const bool contrast = GENERATE(false, true);
    for (const auto& [width, height] : {std::pair(1920.0f, 1080.0f), {1080.0f, 1920.0f}, {1366.0f, 768.0f}}) {
        Searching visit(width, height, code);
        visit.ui.options.text_size = size;
        visit.ui.options.high_contrast = contrast;
        for (const auto* typed : {"", "mat ong", "htx", "ba che", "qqqqq mat", "qqqqqqq"}) {
            for (const bool keys : {true, false}) {
                if (visit.ui.has("search.clear")) visit.ui.tap("search.clear");
                visit.ui.type(typed);
                if (!keys) visit.ui.tap("key/hide");
                visit.ui.settle();
                INFO(width << " × " << height << " " << code << " \"" << typed << "\" keys " << keys << " contrast "
                           << contrast << " size " << static_cast<int>(size));
                CHECK(visit.ui.problems() == std::vector<std::string>{});
                if (!keys) visit.ui.tap("search.field");
            }
        }
    }
}
