// The bar at the bottom of every visitor screen but attract: where it is, because everybody can reach it there.
#pragma once

#include "kiosk/visitor/visitor_context.h"

#include <array>
#include <string_view>

namespace ocop::kiosk {

// Languages this kiosk speaks completely, each in its own name.
struct OfferedLanguage {
    std::string_view code;
    std::string_view name;
    std::string_view short_name;
};
inline constexpr std::array<OfferedLanguage, 2> offered_languages{
    {{"vi", "Tiếng Việt", "VI"}, {"en", "English", "EN"}}};

float bottom_bar_height(const Ui& ui);
void bottom_bar(Ui& ui, const Session& session, Intents& intents);

} // namespace ocop::kiosk
