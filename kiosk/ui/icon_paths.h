#pragma once

#include "kiosk/ui/icons.h"

#include <string_view>

namespace ocop::kiosk {

// The drawing of an icon in the language of parse_icon.
std::string_view icon_path(Icon icon);

} // namespace ocop::kiosk
