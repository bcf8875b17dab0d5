// Runs screen functions without a window: fonts baked once, a pointer that is moved by name, time that is advanced by
// the test.
#pragma once

#include "kiosk/ui/fonts.h"
#include "kiosk/ui/offscreen.h"
#include "pos/text/language.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ocop::test {

std::filesystem::path asset_root();
const Language& language(std::string_view code); // loaded once
std::vector<const Language*> spoken_languages(); // that can be written here: without zh, ko, ja where no font is

// Fonts of a scale, baked once per process, with the texts of the languages and of the showroom (screens/showroom.h).
// Those of Chinese, Japanese and Korean are apart.
const kiosk::Fonts& shared_fonts(float s, std::string_view code = "vi");

class HeadlessUi {
public:
    using Screen = std::function<void(kiosk::Ui&)>;

    using Prepare = std::function<void(kiosk::FrameOptions&)>;

    // 1920×1080 on a 21.5" screen unless told otherwise. `prepare` sets the options of every frame.
    explicit HeadlessUi(Screen screen, float width = 1920, float height = 1080, Monotonic now = Monotonic{1000},
                        Prepare prepare = {});
    ~HeadlessUi();
    HeadlessUi(const HeadlessUi&) = delete;
    HeadlessUi& operator=(const HeadlessUi&) = delete;

    kiosk::FrameOptions options; // language (vi), audience, text size, high contrast: change between frames
    kiosk::UiState state;

    void frame(int milliseconds = 16);    // one frame after so much time
    void settle(int milliseconds = 2000); // frames while any is wanted, for at most so long

    // The named target of the last frame; fails the test and lists what is there when it is missing.
    const kiosk::Target& target(std::string_view name) const;
    bool has(std::string_view name) const; // visible
    std::vector<std::string> names() const;

    // Press and release inside the target, one frame each, and one more to settle.
    void tap(std::string_view name);
    void press(kiosk::Point at);
    void move(kiosk::Point to);
    void release();
    void drag(kiosk::Point from, kiosk::Point to, int steps = 8);
    void type(std::string_view text);
    void press_key(kiosk::Key key);

    const kiosk::TargetRegistry& registry() const { return state.targets.shown(); }
    const std::vector<kiosk::TextRecord>& texts() const { return state.texts.texts; }
    bool shows(std::string_view text) const; // some text of the last frame contains it

    // Everything that is wrong with the last frame (layout_lint.h). One line each; empty when all is well.
    std::vector<std::string> problems() const;

private:
    Screen screen_;
    Prepare prepare_;
    kiosk::Offscreen offscreen_;
    kiosk::OffscreenInput input_;
};

} // namespace ocop::test
