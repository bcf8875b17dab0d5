// The command line of ocop-kiosk (architecture.md, Commands).
#pragma once

#include "kiosk/platform/display_window.h"

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace ocop::kiosk {

enum class StartAt { visitor, till };

struct KioskOptions {
    std::string data;                        // empty: the usual place
    std::optional<std::pair<int, int>> size; // of the window; nothing: the whole screen
    std::string language = "vi";             // of the staff's screens, and of visitors at first
    StartAt start = StartAt::visitor;
    std::optional<DisplayPlace> customer_display; // second window; nothing: none
    std::string comes_later;          // an option of the command-line contract that this version does not serve
    std::filesystem::path automation; // socket through which a test drives the window; empty: none
    std::filesystem::path play;       // guided demo: plays a visitor and a sale and leaves pictures in this folder
};

// The options, or the exit status when the program is already over (help, usage error), told on `out` or `err`.
std::variant<KioskOptions, int> read_options(const std::vector<std::string>& arguments, std::ostream& out,
                                             std::ostream& err);

} // namespace ocop::kiosk
