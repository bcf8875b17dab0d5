// ImGui in this window: context, fonts on the graphics card, input of one frame, drawing. UI thread.
#pragma once

#include "kiosk/platform/damage.h"
#include "kiosk/platform/input_queue.h"
#include "kiosk/platform/texture.h"
#include "kiosk/ui/fonts.h"
#include "kiosk/ui/ui.h"

#include <functional>
#include <memory>
#include <vector>

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
    // Draws into the back buffer what the last frame changes, and returns those areas: none when the screen shows this
    // frame already. `kept`: the back buffer holds the frame before, so that the rest need not be drawn.
    std::vector<PixelArea> draw(int width, int height, bool kept);
    // Draws all of the next frame: the window lost what it showed, or textures hold other pictures.
    void draw_anew() { damage_.forget(); }

private:
    void clear(const std::vector<PixelArea>& areas, int height) const;
    void upload_fonts();
    ImGuiContext* context_ = nullptr;
    std::unique_ptr<Fonts> fonts_;
    Texture font_texture_;
    Damage damage_;
};

} // namespace ocop::kiosk
