#include "tests/support/headless_ui.h"

#include "kiosk/app/font_request.h"
#include "kiosk/visitor/languages.h"
#include "tests/support/layout_lint.h"
#include "tests/support/screens/showroom.h"

#include <catch2/catch.hpp>

#include <map>
#include <stdexcept>

namespace ocop::test {

using namespace ocop::kiosk;

std::filesystem::path asset_root() {
    return std::filesystem::path(OCOP_SOURCE_DIR) / "assets";
}

const Language& language(std::string_view code) {
    static std::map<std::string, Language, std::less<>> loaded;
    auto found = loaded.find(code);
    if (found == loaded.end()) {
        const bool complete = code == "vi" || code == "en";
        auto result = Language::load(asset_root(), code, complete ? nullptr : &language("en"));
        if (!result) throw std::runtime_error(result.error().key + " " + result.error().detail);
        found = loaded.emplace(std::string(code), std::move(*result)).first;
    }
    return found->second;
}

std::vector<const Language*> spoken_languages() {
    std::vector<const Language*> all;
    for (const auto& known : known_languages)
        if (!east_asian_face(known.code) || east_asian_fonts_installed()) all.push_back(&language(known.code));
    return all;
}

const Fonts& shared_fonts(float s, std::string_view code) {
    static std::map<std::pair<float, std::string>, std::unique_ptr<Fonts>> baked;
    const std::string script(east_asian_face(code) ? code : "vi");
    auto& fonts = baked[{s, script}];
    if (!fonts) {
        const auto& room = showroom();
        const auto request =
            font_request(asset_root() / "fonts", s, spoken_languages(), *room.catalogue, room.snapshot->staff, script);
        auto result = Fonts::bake(request);
        if (!result) throw std::runtime_error(result.error().key + " " + result.error().detail);
        fonts = std::move(*result);
        fonts->set_texture(1);
    }
    return *fonts;
}

HeadlessUi::HeadlessUi(Screen screen, float width, float height, Monotonic now, Prepare prepare)
    : screen_(std::move(screen)), prepare_(std::move(prepare)) {
    options.language = &language("vi");
    options.scale = Scale::of(width, height, 0);
    options.now = now;
    state.texts.enabled = true;
    frame();
}

HeadlessUi::~HeadlessUi() = default;

void HeadlessUi::frame(int milliseconds) {
    options.now.milliseconds += milliseconds;
    if (prepare_) prepare_(options);
    offscreen_.frame(state, shared_fonts(options.scale.s, options.language->code()), options, input_, screen_);
    input_.typed.clear();
    input_.key.reset();
}

void HeadlessUi::settle(int milliseconds) {
    frame();
    for (int passed = 16; passed < milliseconds; passed += 16) {
        if (!state.wants_frame(options.now)) return;
        frame();
    }
}

const Target& HeadlessUi::target(std::string_view name) const {
    const Target* found = registry().find(name);
    if (found == nullptr) {
        std::string present;
        for (const auto& other : names())
            present += "\n  " + other;
        FAIL("no target \"" << name << "\" on the screen; there are:" << present);
    }
    return *found;
}

bool HeadlessUi::has(std::string_view name) const {
    const Target* found = registry().find(name);
    return found != nullptr && found->visible();
}

std::vector<std::string> HeadlessUi::names() const {
    return registry().names();
}

void HeadlessUi::tap(std::string_view name) {
    const Target& found = target(name);
    if (!found.visible()) FAIL("target \"" << name << "\" cannot be touched: it is covered or scrolled away");
    press({found.hit.centre_x(), found.hit.centre_y()});
    release();
    frame();
}

void HeadlessUi::press(Point at) {
    input_.pointer = at;
    input_.down = true;
    frame();
}

void HeadlessUi::move(Point to) {
    input_.pointer = to;
    frame();
}

void HeadlessUi::release() {
    input_.down = false;
    frame();
    input_.pointer = {-1e9f, -1e9f};
}

void HeadlessUi::drag(Point from, Point to, int steps) {
    press(from);
    for (int i = 1; i <= steps; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(steps);
        move({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
    release();
}

void HeadlessUi::type(std::string_view text) {
    input_.typed = text;
    frame();
}

void HeadlessUi::press_key(Key key) {
    input_.key = key;
    frame();
    frame();
}

bool HeadlessUi::shows(std::string_view text) const {
    for (const TextRecord& record : texts())
        if (record.text.find(text) != std::string::npos) return true;
    return false;
}

std::vector<std::string> HeadlessUi::problems() const {
    return faults_of_frame(state, options);
}

} // namespace ocop::test
