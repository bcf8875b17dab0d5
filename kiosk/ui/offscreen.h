// Frames without a window: an ImGui context of its own, driven by the input given to it. For tests, layout checks and
// pictures of screens.
#pragma once

#include "kiosk/ui/ui.h"

#include <functional>
#include <optional>
#include <string>

struct ImGuiContext;
struct ImDrawData;

namespace ocop::kiosk {

struct OffscreenInput {
    Point pointer{-1e9f, -1e9f};
    bool down = false;
    std::string typed;      // UTF-8
    std::optional<Key> key; // goes down in this frame
    bool shift = false;
};

class Offscreen {
public:
    Offscreen();
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    // Draws one frame. `fonts` must be baked for options.scale and have a texture set.
    void frame(UiState& state, const Fonts& fonts, const FrameOptions& options, const OffscreenInput& input,
               const std::function<void(Ui&)>& screen);

    // What the last frame drew, for a renderer; valid until the next frame.
    ImDrawData* draw_data() const;

private:
    ImGuiContext* context_ = nullptr;
};

} // namespace ocop::kiosk
