// ImGui in this window: context, fonts on the graphics card, input of one frame, drawing. UI thread.
#pragma once

#include "kiosk/platform/input_queue.h"
#include "kiosk/platform/texture.h"
#include "kiosk/ui/fonts.h"
#include "kiosk/ui/ui.h"

#include <functional>
#include <memory>

struct ImGuiContext;

namespace ocop::kiosk {

class ImguiHost {
public:
    // The window's OpenGL context is current.
    explicit ImguiHost(std::unique_ptr<Fonts> fonts);
    ~ImguiHost();
    ImguiHost(const ImguiHost&) = delete;
    ImguiHost& operator=(const ImguiHost&) = delete;

    // Between frames: another scale or other texts.
    void replace_fonts(std::unique_ptr<Fonts> fonts);
    const Fonts& fonts() const { return *fonts_; }

    // Runs `screen` with this frame's input. Nothing is drawn yet.
    void frame(UiState& state, const FrameOptions& options, const InputFrame& input, float seconds,
               const std::function<void(Ui&)>& screen);
    // Draws the last frame into the back buffer.
    void draw(int width, int height);

private:
    void upload_fonts();
    ImGuiContext* context_ = nullptr;
    std::unique_ptr<Fonts> fonts_;
    Texture font_texture_;
};

} // namespace ocop::kiosk
