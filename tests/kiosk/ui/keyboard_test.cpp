#include "kiosk/ui/keyboard.h"

#include "kiosk/ui/text_field.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

#include <string>

using namespace ocop;
using namespace ocop::kiosk;
using test::HeadlessUi;

namespace {

// A field with its keyboard at the bottom of the screen.
struct Form {
    explicit Form(float width = 1920, float height = 1080) : ui([this](Ui& frame) { draw(frame); }, width, height) {}

    void draw(Ui& frame) {
        frame.canvas().fill(frame.screen(), frame.colours().paper);
        Rect page = frame.screen();
        const Rect keys = cut_bottom(page, keyboard_height(frame, state));
        const Rect line{frame.px(64), frame.px(32), page.w - frame.px(128), frame.target_size(88)};
        if (text_field(frame, "field", line, {.value = field.text, .placeholder = "Tên", .active = true}))
            state.shown = true;
        const auto press = keyboard(frame, keys, state, field, spec);
        changes += press.changed ? 1 : 0;
        actions += press.action ? 1 : 0;
    }

    void tap_all(std::initializer_list<const char*> keys) {
        for (const auto* key : keys)
            ui.tap(std::string("key/") + key);
    }

    KeyboardState state;
    TypedText field;
    KeyboardSpec spec{"Tìm", Icon::search, true, 40};
    int changes = 0;
    int actions = 0;
    HeadlessUi ui;
};

} // namespace

TEST_CASE("tapped letters and tone keys write Vietnamese", "[kiosk][keyboard]") {
    Form form;
    form.tap_all({"c", "h", "e"});
    CHECK(form.ui.target("key/huyen").label == "è");
    form.tap_all({"huyen", "space", "c", "a", "â", "m", "hoi"});
    CHECK(form.field.text == "chè cẩm");
    form.tap_all({"space", "d", "đ", "o", "i"});
    CHECK(form.field.text == "chè cẩm đoi");
    CHECK(form.changes > 0);
}

TEST_CASE("tone keys are off until there is a vowel", "[kiosk][keyboard]") {
    Form form;
    CHECK_FALSE(form.ui.target("key/sac").enabled);
    form.tap_all({"n", "ư"});
    CHECK(form.ui.target("key/sac").enabled);
    CHECK(form.ui.target("key/sac").label == "ứ");
}

TEST_CASE("Telex, VNI, tone keys alone and plain letters take turns", "[kiosk][keyboard]") {
    Form form;
    form.tap_all({"v", "i", "e", "e", "t", "j"});
    CHECK(form.field.text == "việt");
    form.tap_all({"method", "space", "v", "i", "e", "6", "t", "5"});
    CHECK(form.field.text == "việt việt");
    form.tap_all({"method", "space", "a", "a", "s", "sac"});
    CHECK(form.field.text == "việt việt aás");
    form.tap_all({"method"});
    CHECK(form.ui.target("key/method").label == "EN");
    CHECK_FALSE(form.ui.has("key/sac"));
    CHECK_FALSE(form.ui.has("key/ă"));
    CHECK(form.ui.has("key/enter"));
    form.tap_all({"a", "a"});
    CHECK(form.field.text == "việt việt aásaa");
    form.tap_all({"method"});
    CHECK(form.ui.has("key/sac"));
}

TEST_CASE("shift holds for one letter, twice for all", "[kiosk][keyboard]") {
    Form form;
    form.tap_all({"shift"});
    CHECK(form.ui.target("key/ư").label == "Ư");
    form.tap_all({"đ", "a"});
    CHECK(form.field.text == "Đa");
    form.tap_all({"shift", "shift", "k", "ê", "shift", "n"});
    CHECK(form.field.text == "ĐaKÊn");
}

TEST_CASE("signs are one key away", "[kiosk][keyboard]") {
    Form form;
    form.tap_all({"symbols", "#", "1", "₫"});
    CHECK(form.ui.target("key/symbols").label == "abc");
    form.tap_all({"symbols", "a"});
    CHECK(form.field.text == "#1₫a");
}

TEST_CASE("backspace repeats while it is held: after 400 ms, then every 60", "[kiosk][keyboard]") {
    Form form;
    form.field = TypedText("mật ong rừng");
    form.ui.frame();
    const Rect key = form.ui.target("key/backspace").hit;
    form.ui.press({key.centre_x(), key.centre_y()});
    form.ui.frame(300);
    CHECK(form.field.text == "mật ong rừng");
    form.ui.frame(100);
    CHECK(form.field.text == "mật ong rừn");
    form.ui.frame(60);
    form.ui.frame(60);
    CHECK(form.field.text == "mật ong rư");
    form.ui.release();
    CHECK(form.field.text == "mật ong rư");
}

TEST_CASE("a real keyboard types into the same field by the same rules", "[kiosk][keyboard]") {
    Form form;
    form.tap_all({"m", "a"});
    form.ui.type("atj");
    CHECK(form.field.text == "mật");
    form.ui.press_key(Key::backspace);
    CHECK(form.field.text == "mât");
    form.tap_all({"nang"});
    form.tap_all({"hide"});
    CHECK_FALSE(form.ui.has("key/a"));
    form.ui.type(" ong");
    CHECK(form.field.text == "mật ong");
    form.ui.tap("field");
    CHECK(form.ui.has("key/a"));
}

TEST_CASE("Enter is the action its key names, and only when it may be", "[kiosk][keyboard]") {
    Form form;
    CHECK(form.ui.target("key/enter").label == "Tìm");
    form.tap_all({"enter"});
    CHECK(form.actions == 1);
    form.ui.press_key(Key::enter);
    CHECK(form.actions == 2);
    form.spec.action_enabled = false;
    form.ui.frame();
    form.tap_all({"enter"});
    form.ui.press_key(Key::enter);
    CHECK(form.actions == 2);
}

TEST_CASE("a full field takes nothing more", "[kiosk][keyboard]") {
    Form form;
    form.spec.most = 3;
    form.tap_all({"a", "b", "c", "d"});
    CHECK(form.field.text == "abc");
    form.ui.type("x");
    CHECK(form.field.text == "abc");
    form.tap_all({"backspace"});
    CHECK(form.field.text == "ab");
}

TEST_CASE("every key is large enough and legible on every screen", "[kiosk][keyboard]") {
    const auto mode = GENERATE(KeyboardMode::telex, KeyboardMode::vni, KeyboardMode::plain);
    const auto size = GENERATE(TextSize::normal, TextSize::largest);
    const bool contrast = GENERATE(false, true);
    const auto* code = GENERATE("vi", "en");
    for (const auto& [width, height] : {std::pair(1920.0f, 1080.0f), {1080.0f, 1920.0f}, {1366.0f, 768.0f}}) {
        Form form(width, height);
        form.state.mode = mode;
        form.field = TypedText("tiên");
        form.ui.options.language = &test::language(code);
        form.ui.options.text_size = size;
        form.ui.options.high_contrast = contrast;
        for (const bool symbols : {false, true}) {
            form.state.symbols = symbols;
            form.ui.frame();
            INFO(width << " × " << height << " " << code << " mode " << static_cast<int>(mode));
            CHECK(form.ui.problems() == std::vector<std::string>{});
        }
    }
}

TEST_CASE("a small screen of fine pixels keeps its keys at 13 mm", "[kiosk][keyboard]") {
    Form form(1280, 800);
    form.ui.options.scale = Scale::of(1280, 800, 5.9f);
    form.ui.frame();
    CHECK(form.ui.registry().too_small(5.9f) == std::vector<std::string>{});
    CHECK(form.ui.target("key/sac").rect.y < form.ui.target("key/1").rect.y);
}
