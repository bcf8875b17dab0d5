// The languages a visitor can choose, each in its own name.
#pragma once

#include <array>
#include <string_view>

namespace ocop::kiosk {

struct OfferedLanguage {
    std::string_view code;
    std::string_view name;
    bool reviewed = false; // complete, and read by people who speak it; the others say that they are not
};
// In the order they are offered. Chinese, Japanese and Korean only where their fonts are installed (kiosk/ui/fonts.h).
inline constexpr std::array<OfferedLanguage, 7> known_languages{{{"vi", "Tiếng Việt", true},
                                                                 {"en", "English", true},
                                                                 {"zh", "中文"},
                                                                 {"ko", "한국어"},
                                                                 {"ja", "日本語"},
                                                                 {"ru", "Русский"},
                                                                 {"fr", "Français"}}};

// Its own name; the code when it is none of them.
std::string_view language_name(std::string_view code);

} // namespace ocop::kiosk
