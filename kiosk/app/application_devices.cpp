// The parts of Application that have to do with devices: which printer there is, what becomes of slips.
#include "kiosk/app/application.h"

#include "kiosk/app/font_request.h"
#include "kiosk/app/print_hooks.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {

// The first one comes before anything that is to be printed.
void Application::take(const PaperChanged& paper) {
    const bool other_printer = !(paper.printer == paper_.printer);
    paper_.jobs = paper.jobs;
    paper_.printer = paper.printer;
    if (const auto* job = paper_.find(paper_.asked);
        job != nullptr && (job->state == PrintState::waiting || job->state == PrintState::printing))
        paper_.asked.clear();
    if (!printing_)
        printing_ = std::make_unique<PrintThread>(paper.printer, assets_, languages_.front(),
                                                  print_hooks(*storage_, printer_health_, &Window::wake),
                                                  real_lines(directory_.printed()));
    else if (other_printer)
        printing_->use(paper.printer);
    if (other_printer) paper_.health = {};
}

void Application::asked_for_paper(const StorageCommand& command) {
    if (const auto* slip = std::get_if<PrintAgain>(&command)) paper_.asked = slip->sale;
}

void Application::take(const PrintWanted& wanted) {
    if (printing_) printing_->print({wanted.job, wanted.sale, wanted.booth});
}

void Application::take(const DevicesFound& found) {
    devices_.found = found;
    devices_.looked_at = clock_->now();
}

void Application::ask_printer(const StaffSide::Outcome& outcome) {
    if (!printing_ || !paper_.printer.configured()) return;
    if (outcome.test_print)
        printing_->test(snapshot_->booth);
    else if (outcome.look_at_printer)
        printing_->look();
    else
        return;
    paper_.asking = true;
    pace_.activity();
}

const VisitorView& Application::visitor_view() {
    if (!visitor_view_)
        visitor_view_ = std::make_unique<VisitorView>(
            safe_content() ? std::make_shared<const Catalogue>() : snapshot_->catalogue, snapshot_->stock, view_day_);
    return *visitor_view_;
}

CustomerDisplay::Bake Application::display_fonts() const {
    return [this](float scale) {
        return Fonts::bake(
            font_request(assets_ / "fonts", scale, language_list_, *snapshot_->catalogue, snapshot_->staff));
    };
}

Result<> Application::open_display() {
    if (!options_.customer_display) return {};
    OCOP_TRY_ASSIGN(display_, CustomerDisplay::open(*options_.customer_display, display_fonts()));
    devices_.display_width = static_cast<int>(display_->scale().width);
    devices_.display_height = static_cast<int>(display_->scale().height);
    return {};
}

void Application::draw_display() {
    if (display_)
        display_->frame({*till_view_, visitor_view(), staff_.session(), *pictures_, safe_content()}, *staff_language_,
                        clock_->monotonic());
}

void Application::draw_display_when_due() {
    if (display_ && display_->wake_at() && *display_->wake_at() <= clock_->monotonic()) draw_display();
}

std::int64_t Application::display_wait(std::int64_t longest) const {
    if (!display_ || !display_->wake_at()) return longest;
    return std::clamp<std::int64_t>(display_->wake_at()->milliseconds - clock_->monotonic().milliseconds, 0, longest);
}

Result<> Application::save_display(const std::filesystem::path& file) {
    if (!display_) return fail(ErrorKind::not_found, "error.no_display");
    display_->save_next(file);
    draw_display();
    return display_->saved();
}

void Application::take_printer_health() {
    while (const auto health = printer_health_.take()) {
        paper_.health = *health;
        paper_.health_at = clock_->now();
        paper_.asking = false;
        pace_.activity();
    }
}

} // namespace ocop::kiosk
