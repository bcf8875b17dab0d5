#include "kiosk/ui/offscreen.h"

#include "kiosk/ui/key_map.h"

#include <imgui.h>

namespace ocop::kiosk {

Offscreen::~Offscreen() {
    if (context_ != nullptr) ImGui::DestroyContext(context_);
}

Offscreen::Offscreen() = default;

void Offscreen::frame(UiState& state, const Fonts& fonts, const FrameOptions& options, const OffscreenInput& input,
                      const std::function<void(Ui&)>& screen) {
    ImGuiContext* const before = ImGui::GetCurrentContext();
    if (context_ == nullptr) context_ = ImGui::CreateContext(&fonts.atlas());
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.Fonts = &fonts.atlas();
    io.DisplaySize = {options.scale.width, options.scale.height};
    io.DeltaTime = 1.0f / 60;
    io.MousePos = {input.pointer.x, input.pointer.y};
    io.MouseDown[0] = input.down;
    io.KeyShift = input.shift;
    for (const auto& [key, code] : key_map) {
        io.KeyMap[code] = code;
        io.KeysDown[code] = input.key == key;
    }
    if (!input.typed.empty()) io.AddInputCharactersUTF8(input.typed.c_str());
    ImGui::NewFrame();
    {
        Ui ui(state, fonts, options);
        screen(ui);
    }
    ImGui::Render();
    if (before != nullptr) ImGui::SetCurrentContext(before);
}

ImDrawData* Offscreen::draw_data() const {
    ImGuiContext* const before = ImGui::GetCurrentContext();
    ImGui::SetCurrentContext(context_);
    ImDrawData* const data = ImGui::GetDrawData();
    ImGui::SetCurrentContext(before);
    return data;
}

} // namespace ocop::kiosk
