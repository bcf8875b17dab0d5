#include "kiosk/app/options.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>

namespace ocop::kiosk {

std::variant<KioskOptions, int> read_options(const std::vector<std::string>& arguments, std::ostream& out,
                                             std::ostream& err) {
    constexpr int usage_status = 2;
    KioskOptions options;
    std::string size;
    std::string start = "visitor";
    std::string customer_display;
    CLI::App app("OCOP showroom and till", "ocop-kiosk");
    app.add_option("--data", options.data, "data directory");
    app.add_option("--window", size, "width x height instead of the whole screen, 1280x800");
    app.add_option("--lang", options.language, "vi or en")->check(CLI::IsMember({"vi", "en"}));
    app.add_option("--start", start, "visitor or till")->check(CLI::IsMember({"visitor", "till", "organiser"}));
    app.add_option("--customer-display", customer_display, "second window, 1280x800+1920+0");
    app.add_option("--automation", options.automation, "socket through which a test drives the window");
    app.add_option("--play", options.play, "play the guided demo and leave its pictures in this folder");
    try {
        auto reversed = arguments;
        std::reverse(reversed.begin(), reversed.end()); // CLI11 takes its arguments last first
        app.parse(reversed);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem, out, err) == 0 ? 0 : usage_status;
    }
    if (start == "organiser") options.comes_later = "--start organiser";
    if (!customer_display.empty()) {
        DisplayPlace place;
        char rest = 0;
        const int read = std::sscanf(customer_display.c_str(), "%5dx%5d%6d%6d%c", &place.width, &place.height, &place.x,
                                     &place.y, &rest);
        if ((read != 2 && read != 4) || place.width < 640 || place.height < 480) {
            err << "--customer-display: " << customer_display << " is no place such as 1280x800+1920+0" << std::endl;
            return usage_status;
        }
        options.customer_display = place;
    }
    options.start = start == "till" ? StartAt::till : StartAt::visitor;
    if (!size.empty()) {
        int width = 0;
        int height = 0;
        char rest = 0;
        if (std::sscanf(size.c_str(), "%5dx%5d%c", &width, &height, &rest) != 2 || width < 640 || height < 480) {
            err << "--window: " << size << " is no size such as 1280x800" << std::endl;
            return usage_status;
        }
        options.size = {width, height};
    }
    return options;
}

} // namespace ocop::kiosk
