#include "kiosk/ui/ui.h"

#include "kiosk/ui/key_map.h"

#include <algorithm>

namespace ocop::kiosk {

namespace {

Pointer read_pointer(const Pointer& before, float freed) {
    const ImGuiIO& io = ImGui::GetIO();
    Pointer pointer;
    pointer.position = {io.MousePos.x, io.MousePos.y - freed};
    pointer.down = io.MouseDown[0];
    pointer.pressed = pointer.down && !before.down;
    pointer.released = !pointer.down && before.down;
    return pointer;
}

std::string utf8(char32_t c) {
    std::string text;
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
    return text;
}

FrameOptions in_reach(FrameOptions options) {
    if (options.low_reach) options.scale = options.scale.lowered();
    return options;
}

} // namespace

Ui::Ui(UiState& state, const Fonts& fonts, const FrameOptions& options)
    : state_(state), options_(in_reach(options)), freed_(options.scale.height - options_.scale.height),
      palette_(options.high_contrast ? &high_contrast_palette() : &standard_palette()),
      canvas_(*ImGui::GetBackgroundDrawList(), fonts, *palette_, options.text_size, state.texts) {
    state_.texts.clear();
    if (freed_ > 0) canvas_.lower_by(freed_);
    state_.pointer = read_pointer(state_.pointer, freed_);
    state_.wake_at.reset();
    state_.targets.begin_frame(state_.pointer, options.now, freed_);
    const ImGuiIO& io = ImGui::GetIO();
    for (const ImWchar c : io.InputQueueCharacters)
        if (c >= 0x20 && c != 0x7F) typed_ += utf8(c);
    for (const auto& [key, code] : key_map)
        if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(code), false)) keys_.push_back(key);
    if (key(Key::tab)) state_.targets.move_focus(io.KeyShift ? -1 : 1);
    if (key(Key::enter) && !state_.targets.focused().empty()) state_.targets.activate_focused();
}

Ui::~Ui() {
    auto& targets = state_.targets.current();
    if (state_.texts.enabled) {
        for (const TextRecord& record : state_.texts.texts)
            if (!record.fits) targets.mark_overflow({record.rect.x, record.rect.centre_y()});
    }
    if (freed_ > 0) {
        canvas_.finish_lowering();
        state_.texts.move_down(freed_);
    }
    state_.targets.end_frame();
    if (state_.targets.animating(options_.now)) request_frames_until({options_.now.milliseconds + 1});
}

Colour Ui::accent() const {
    return audience() == Audience::organiser ? colours().indigo_6 : colours().pine_7;
}

Colour Ui::accent_pressed() const {
    return audience() == Audience::organiser ? colours().indigo_pressed : colours().pine_pressed;
}

Colour Ui::accent_soft() const {
    return audience() == Audience::organiser ? colours().indigo_1 : colours().pine_1;
}

bool Ui::key(Key key) const {
    if (keys_kept_) return false;
    return std::find(keys_.begin(), keys_.end(), key) != keys_.end();
}

float Ui::floor_mm(TargetRole role) const {
    if (role == TargetRole::key) return floor_mm::keyboard;
    if (options_.audience != Audience::visitor) return role == TargetRole::commit ? floor_mm::commit : floor_mm::till;
    return role == TargetRole::commit ? floor_mm::commit : floor_mm::visitor;
}

float Ui::target_size(float design, TargetRole role) const {
    return scale().target(design, floor_mm(role));
}

Tap Ui::tap_target(std::string_view name, TargetRole role, const Rect& rect, std::string_view label,
                   const TapOptions& options) {
    Target target;
    target.name = name;
    target.role = role;
    target.rect = rect;
    target.label = label;
    target.floor_mm = floor_mm(role);
    return state_.targets.target(std::move(target), canvas_.clip_rect(), options);
}

void Ui::scrim(float opacity) {
    canvas_.fill(window(), colours().scrim.with_alpha(opacity));
    state_.targets.block_below(window());
}

void Ui::focus_ring(const Rect& rect, float radius, bool on_dark) {
    const float gap = px(4);
    const float width = px(5);
    canvas_.stroke(grow(rect, gap + width), on_dark ? colours().hoe_5 : colours().indigo_6, width,
                   radius + gap + width);
}

void Ui::request_frames_until(Monotonic until) {
    state_.frames_until = std::max(state_.frames_until, until);
}

void Ui::wake_at(Monotonic moment) {
    if (!state_.wake_at || moment < *state_.wake_at) state_.wake_at = moment;
}

float Ui::progress(Monotonic start, int duration) {
    if (options_.reduced_motion || duration <= 0) return 1;
    const auto passed = options_.now.milliseconds - start.milliseconds;
    if (passed >= duration) return 1;
    request_frames_until({start.milliseconds + duration + 1});
    return std::clamp(static_cast<float>(passed) / static_cast<float>(duration), 0.0f, 1.0f);
}

float ease_out(float t) {
    return 1 - (1 - t) * (1 - t) * (1 - t);
}
float ease_in(float t) {
    return t * t * t;
}
float ease_in_out(float t) {
    return t < 0.5f ? 4 * t * t * t : 1 - 4 * (1 - t) * (1 - t) * (1 - t);
}

} // namespace ocop::kiosk
