// The parts of Application through which the guided demo and tests drive it: what fingers, scanners and keyboards do.
#include "kiosk/app/application.h"

#include <utility>

namespace ocop::kiosk {
namespace {

constexpr std::int64_t settle_limit = 20'000; // ms of real time

} // namespace

bool Application::settle() {
    const auto start = clock_->monotonic().milliseconds;
    pace_.activity();
    for (int quiet = 0; quiet < 3;) {
        if (clock_->monotonic().milliseconds - start > settle_limit) return false;
        turn(20);
        const bool moving = window_->input().pending() || pictures_->busy() || staff_.session().waiting ||
                            visitor_.session().enquiry.state == EnquiryForm::State::sending ||
                            staff_.session().baskets.asked > 0 || visitor_.session().pick_up.waiting ||
                            paper_.printing() || paper_.asking || pace_.moving(ui_);
        quiet = moving ? 0 : quiet + 1;
        if (!moving && quiet == 1) pace_.activity();
    }
    return true;
}

void Application::redraw() {
    host_->draw_anew();
    pace_.activity();
}

bool Application::tap(std::string_view target) {
    const auto* found = ui_.targets.shown().find(target);
    if (found == nullptr || !found->visible() || !found->enabled) return false;
    window_->input().tap({found->hit.centre_x(), found->hit.centre_y()});
    pace_.activity();
    return true;
}

bool Application::drag(std::string_view target, float by, int steps) {
    const auto* found = ui_.targets.shown().find(target);
    if (found == nullptr || !found->visible() || !found->enabled) return false;
    Point at{found->hit.centre_x(), found->hit.centre_y()};
    const float top = at.y;
    const auto push = [&](InputEvent::Kind kind, bool down) {
        window_->input().push({kind, at, down, 0, 0, Key::enter, false});
        turn(0); // a frame for every move, as from a finger
    };
    push(InputEvent::Kind::button, true);
    for (int step = 1; step <= steps; ++step) {
        at.y = top + by * static_cast<float>(step) / static_cast<float>(steps);
        push(InputEvent::Kind::move, true);
    }
    push(InputEvent::Kind::button, false);
    return true;
}

void Application::scan(const std::string& code) {
    window_->scan(code);
    pace_.activity();
}

void Application::type(std::string_view text) {
    window_->input().type(code_points(text));
    pace_.activity();
}

void Application::close() {
    window_->close();
}

Result<> Application::save_frame(const std::filesystem::path& file) {
    save_next_ = file;
    pace_.activity();
    while (!save_next_.empty())
        turn(20);
    return saved_;
}

} // namespace ocop::kiosk
