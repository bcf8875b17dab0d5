// Which keys a screen hears of, and what ImGui calls them. Included by the drawing layer only.
#pragma once

#include "kiosk/ui/ui.h"

#include <imgui.h>

#include <array>
#include <utility>

namespace ocop::kiosk {

inline constexpr std::array<std::pair<Key, ImGuiKey_>, 11> key_map{{{Key::enter, ImGuiKey_Enter},
                                                                    {Key::escape, ImGuiKey_Escape},
                                                                    {Key::backspace, ImGuiKey_Backspace},
                                                                    {Key::del, ImGuiKey_Delete},
                                                                    {Key::tab, ImGuiKey_Tab},
                                                                    {Key::left, ImGuiKey_LeftArrow},
                                                                    {Key::right, ImGuiKey_RightArrow},
                                                                    {Key::up, ImGuiKey_UpArrow},
                                                                    {Key::down, ImGuiKey_DownArrow},
                                                                    {Key::home, ImGuiKey_Home},
                                                                    {Key::end, ImGuiKey_End}}};

} // namespace ocop::kiosk
