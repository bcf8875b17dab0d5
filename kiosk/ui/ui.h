// What a screen is given to draw one frame with. A screen is a function of (Ui, view model, its own small state) that
// draws and returns intents; it never sees ImGui, a database or a clock.
#pragma once

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/targets.h"
#include "kiosk/ui/theme.h"
#include "pos/base/time.h"
#include "pos/text/language.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ocop::kiosk {

enum class Audience { visitor, till, organiser };

enum class Key { enter, escape, backspace, del, tab, left, right, up, down, home, end };

// Lives as long as the window: what frames remember about fingers, focus and wanted frames. UI thread.
struct UiState {
    Targets targets;
    TextLog texts; // enable in tests and automation
    Pointer pointer;
    // The earliest moment the next frame is wanted without input; nullopt: sleep until an event.
    std::optional<Monotonic> wake_at;
    // Frames are wanted continuously until then (animations).
    Monotonic frames_until;

    bool wants_frame(Monotonic now) const { return now < frames_until || (wake_at && *wake_at <= now); }
};

struct FrameOptions {
    const Language* language = nullptr;
    Monotonic now;
    Scale scale;
    Audience audience = Audience::visitor;
    TextSize text_size = TextSize::normal;
    bool high_contrast = false;
    bool reduced_motion = false;
    bool low_reach = false; // screens have the lower part of the screen, as if it were all
};

class Ui {
public:
    // Between ImGui::NewFrame and ImGui::Render, with the pointer and keys of this frame in ImGui's IO. The destructor
    // closes the frame.
    Ui(UiState& state, const Fonts& fonts, const FrameOptions& options);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    Canvas& canvas() { return canvas_; }
    const Canvas& canvas() const { return canvas_; } // for measuring
    const Palette& colours() const { return *palette_; }
    // The colour of actions and selections: pine, for organisers indigo; its pressed and its soft tint.
    Colour accent() const;
    Colour accent_pressed() const;
    Colour accent_soft() const;
    Colour selected() const { return high_contrast() ? colours().selected : accent(); }
    const Scale& scale() const { return options_.scale; }
    float px(float design) const { return options_.scale.px(design); }
    // What screens are laid out in. In the low-reach layout it is the lower part of the window, with its own origin,
    // and freed() is what lies above it; else the whole window, and freed() is empty.
    Rect screen() const { return {0, 0, options_.scale.width, options_.scale.height}; }
    Rect freed() const { return {0, -freed_, options_.scale.width, freed_}; }
    Rect window() const { return {0, -freed_, options_.scale.width, options_.scale.height + freed_}; }

    const Language& language() const { return *options_.language; }
    const std::string& text(std::string_view key) const { return language().text(key); }
    std::string format(std::string_view key, const std::vector<std::pair<std::string, std::string>>& values) const {
        return language().format(key, values);
    }

    Monotonic now() const { return options_.now; }
    Audience audience() const { return options_.audience; }
    bool reduced_motion() const { return options_.reduced_motion; }
    bool low_reach() const { return freed_ > 0; }
    bool high_contrast() const { return options_.high_contrast; }
    TextSize text_size() const { return options_.text_size; }

    // --- input ---------------------------------------------------------------------------------------------------
    // Whether `name` was tapped in this frame: a press and a release both inside it. `label` is what the target says.
    Tap tap_target(std::string_view name, TargetRole role, const Rect& rect, std::string_view label,
                   const TapOptions& options = {});
    // The smallest side in px of such a target on this screen: max(design px, mm floor of role and audience).
    float target_size(float design, TargetRole role = TargetRole::button) const;
    float floor_mm(TargetRole role) const;

    const Pointer& pointer() const { return state_.targets.pointer(); }
    bool key(Key key) const;                                                    // went down in this frame
    const std::string& typed() const { return keys_kept_ ? nothing_ : typed_; } // in this frame, UTF-8
    // What is drawn while keys are kept lies below something that they are meant for, and sees none.
    void keep_keys(bool kept) { keys_kept_ = kept; }
    Targets& targets() { return state_.targets; }

    // Dims everything drawn so far and makes it untouchable; what is drawn next is the dialog.
    void scrim(float opacity = 1);
    // The ring of keyboard focus around a rectangle (design guide 2.6).
    void focus_ring(const Rect& rect, float radius, bool on_dark = false);

    // --- time ----------------------------------------------------------------------------------------------------
    void request_frames_until(Monotonic until); // while something moves
    void wake_at(Monotonic moment);             // one frame then, for a clock or a countdown
    // 0..1 of an animation of `duration` ms that began at `start`; asks for frames while it runs; 1 at once under
    // reduced motion.
    float progress(Monotonic start, int duration);

private:
    UiState& state_;
    FrameOptions options_;
    float freed_ = 0; // px, in the low-reach layout
    const Palette* palette_;
    Canvas canvas_;
    std::string typed_;
    std::string nothing_;
    std::vector<Key> keys_;
    bool keys_kept_ = false;
};

// Easing curves (design guide 2.5), for values of Ui::progress.
float ease_out(float t);
float ease_in(float t);
float ease_in_out(float t);

} // namespace ocop::kiosk
