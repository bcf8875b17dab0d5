#include "kiosk/platform/imgui_host.h"

#include "kiosk/ui/key_map.h"

#include <GL/gl.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <stdexcept>

namespace ocop::kiosk {

ImguiHost::ImguiHost(std::unique_ptr<Fonts> fonts) : fonts_(std::move(fonts)) {
    context_ = ImGui::CreateContext(&fonts_->atlas());
    ImGui::SetCurrentContext(context_);
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    for (const auto& [key, code] : key_map)
        io.KeyMap[code] = code;
    if (!ImGui_ImplOpenGL3_Init("#version 330")) throw std::runtime_error("OpenGL 3.3 is missing");
    // The backend bakes and uploads whatever atlas is set while it makes its shaders; ours is baked and uploaded
    // already.
    ImFontAtlas passing;
    io.Fonts = &passing;
    const bool made = ImGui_ImplOpenGL3_CreateDeviceObjects();
    io.Fonts = &fonts_->atlas();
    if (!made) throw std::runtime_error("OpenGL shaders cannot be made");
    upload_fonts();
}

ImguiHost::~ImguiHost() {
    ImGui::SetCurrentContext(context_);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::GetIO().Fonts = nullptr; // the atlas belongs to Fonts
    ImGui::DestroyContext(context_);
}

void ImguiHost::upload_fonts() {
    const auto pixels = fonts_->pixels();
    font_texture_ = Texture::of_coverage(pixels.data, pixels.width, pixels.height);
    fonts_->set_texture(font_texture_.id());
    fonts_->release_pixels();
}

void ImguiHost::replace_fonts(std::unique_ptr<Fonts> fonts) {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().Fonts = &fonts->atlas();
    fonts_ = std::move(fonts);
    upload_fonts();
    draw_anew();
}

void ImguiHost::frame(UiState& state, const FrameOptions& options, const InputFrame& input, float seconds,
                      const std::function<void(Ui&)>& screen) {
    ImGui::SetCurrentContext(context_); // another window may have drawn meanwhile
    auto& io = ImGui::GetIO();
    io.DisplaySize = {options.scale.width, options.scale.height};
    // After a long wait an animation goes on from where it was instead of jumping to its end.
    io.DeltaTime = std::clamp(seconds, 1.0f / 1000, 1.0f / 30);
    io.MousePos = {input.pointer.x, input.pointer.y};
    io.MouseDown[0] = input.down;
    io.MouseWheel = input.wheel;
    io.KeyShift = input.shift;
    for (const auto& [key, down] : input.keys)
        for (const auto& [mapped, code] : key_map)
            if (mapped == key) io.KeysDown[code] = down;
    if (!input.typed.empty()) io.AddInputCharactersUTF8(input.typed.c_str());
    ImGui::NewFrame();
    {
        Ui ui(state, *fonts_, options);
        screen(ui);
    }
    ImGui::Render();
}

void ImguiHost::clear(const std::vector<PixelArea>& areas, int height) const {
    const auto paper = standard_palette().paper;
    glClearColor(static_cast<float>(paper.r) / 255, static_cast<float>(paper.g) / 255,
                 static_cast<float>(paper.b) / 255, 1);
    glEnable(GL_SCISSOR_TEST);
    for (const auto& area : areas) {
        glScissor(area.x, height - area.y - area.h, area.w, area.h);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    glDisable(GL_SCISSOR_TEST);
}

std::vector<PixelArea> ImguiHost::draw(int width, int height, bool kept) {
    const PixelArea whole{0, 0, width, height};
    ImGui::SetCurrentContext(context_);
    auto* frame = ImGui::GetDrawData();
    auto areas = damage_.compare(*frame, width, height);
    if (areas.empty()) return areas;
    if (!kept) areas = {whole};
    glViewport(0, 0, width, height);
    clear(areas, height);
    if (areas.front() != whole) keep_areas(*frame, areas);
    ImGui_ImplOpenGL3_RenderDrawData(frame);
    return areas;
}

} // namespace ocop::kiosk
