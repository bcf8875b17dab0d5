#include "kiosk/app/automation.h"

#include "kiosk/platform/window.h"

#include <nlohmann/json.hpp>

namespace ocop::kiosk {
namespace {

using nlohmann::json;

constexpr std::int64_t longest_turn = 1'000;        // ms
constexpr std::int64_t longest_advance = 1LL << 40; // ms, some decades

const char* name_of(TargetRole role) {
    switch (role) {
    case TargetRole::button:
        return "button";
    case TargetRole::commit:
        return "commit";
    case TargetRole::key:
        return "key";
    case TargetRole::chip:
        return "chip";
    case TargetRole::tab:
        return "tab";
    case TargetRole::card:
        return "card";
    case TargetRole::row:
        return "row";
    case TargetRole::field:
        return "field";
    case TargetRole::link:
        return "link";
    case TargetRole::surface:
        return "surface";
    }
    return "";
}

const char* name_of(Page page) {
    switch (page) {
    case Page::attract:
        return "attract";
    case Page::home:
        return "home";
    case Page::list:
        return "list";
    case Page::story:
        return "story";
    case Page::basket:
        return "basket";
    case Page::search:
        return "search";
    case Page::enquiry:
        return "enquiry";
    case Page::gift:
        return "gift";
    case Page::places:
        return "places";
    case Page::producer:
        return "producer";
    }
    return "";
}

const char* name_of(StaffPage page) {
    switch (page) {
    case StaffPage::pin:
        return "pin";
    case StaffPage::open_shift:
        return "open_shift";
    case StaffPage::selling:
        return "selling";
    case StaffPage::payment:
        return "payment";
    case StaffPage::done:
        return "done";
    case StaffPage::close_shift:
        return "close_shift";
    case StaffPage::devices:
        return "devices";
    case StaffPage::papers:
        return "papers";
    case StaffPage::orders:
        return "orders";
    case StaffPage::shift:
        return "shift";
    case StaffPage::cash_movement:
        return "cash_movement";
    case StaffPage::new_pin:
        return "new_pin";
    case StaffPage::stopped:
        return "stopped";
    }
    return "";
}

json ok() {
    return {{"ok", true}};
}
json refused(const std::string& why) {
    return {{"error", why}};
}

json list_targets(const Application& application) {
    json targets = json::array();
    for (const auto& target : application.ui().targets.shown().targets())
        targets.push_back({{"name", target.name},
                           {"role", name_of(target.role)},
                           {"label", target.label},
                           {"x", target.hit.x},
                           {"y", target.hit.y},
                           {"w", target.hit.w},
                           {"h", target.hit.h},
                           {"enabled", target.enabled},
                           {"visible", target.visible()}});
    const bool staff = application.side() == Side::staff;
    return {{"side", staff ? "staff" : "visitor"},
            {"safe", application.safe_content()},
            {"release", application.release()},
            {"waits", application.change_waits()},
            {"page", staff ? name_of(application.staff().page) : name_of(application.visitor().page)},
            {"targets", std::move(targets)}};
}

json settled(Application& application) {
    return application.settle() ? ok() : refused("the screen does not come to rest");
}

json figures(const Application& application) {
    const auto& figures = application.figures();
    const auto& pictures = application.pictures();
    return {{"frames", figures.frames().count()},
            {"frame_ms", figures.frames().milliseconds()},
            {"work_ms", figures.work().milliseconds()},
            {"answer_ms", figures.answers().milliseconds()},
            {"story_ms", figures.opened().milliseconds()},
            {"story_whole_ms", figures.opened_whole().milliseconds()},
            {"textures", pictures.textures()},
            {"texture_bytes", pictures.texture_bytes()}};
}

json carry_out(Application& application, TestClock& clock, const json& request) {
    const auto text = [&](const char* name) { return request.value(name, std::string()); };
    const auto deed = text("do");
    if (deed == "targets") return list_targets(application);
    if (deed == "tap") {
        if (!application.tap(text("target"))) return refused("no such target to be touched: " + text("target"));
        return settled(application);
    }
    if (deed == "type") {
        application.type(text("text"));
        return settled(application);
    }
    if (deed == "drag") {
        if (!application.drag(text("target"), request.value("by", 0.0f), request.value("steps", 8)))
            return refused("no such target to be dragged: " + text("target"));
        return settled(application);
    }
    if (deed == "scan") {
        application.scan(text("code"));
        return settled(application);
    }
    if (deed == "advance") {
        const auto milliseconds = request.value("ms", std::int64_t{0});
        if (milliseconds < 0 || milliseconds > longest_advance) return refused("a clock goes forward");
        clock.advance(milliseconds);
        return settled(application);
    }
    if (deed == "screenshot") {
        const auto saved = application.save_frame(text("file"));
        return saved ? ok() : refused(saved.error().detail);
    }
    if (deed == "display") {
        const auto saved = application.save_display(text("file"));
        return saved ? ok() : refused(saved.error().key + " " + saved.error().detail);
    }
    if (deed == "redraw") {
        application.redraw();
        return settled(application);
    }
    if (deed == "figures") return figures(application);
    if (deed == "quit") {
        application.close();
        return ok();
    }
    return refused("unknown request: " + deed);
}

} // namespace

Automation::Automation(Application& application, TestClock& clock, std::unique_ptr<AutomationSocket> socket)
    : application_(&application), clock_(&clock), socket_(std::move(socket)) {
    application_->on_change_shown([this](const std::string& sale) {
        socket_->send(json{{"event", "change_shown"}, {"sale", sale}}.dump());
    });
}

Result<std::unique_ptr<Automation>> Automation::open(Application& application, TestClock& clock,
                                                     const std::filesystem::path& socket) {
    OCOP_TRY_ASSIGN(auto listening, AutomationSocket::listen(socket, &Window::wake));
    return std::unique_ptr<Automation>(new Automation(application, clock, std::move(listening)));
}

std::string Automation::answer(std::string_view line) {
    const auto request = json::parse(line, nullptr, false);
    try {
        const auto answered =
            request.is_object() ? carry_out(*application_, *clock_, request) : refused("a request is a JSON object");
        return answered.dump(-1, ' ', false, json::error_handler_t::replace);
    } catch (const json::exception& wrong) { // a field of another type
        return refused(wrong.what()).dump();
    }
}

void Automation::run() {
    while (!application_->closing()) {
        application_->turn(longest_turn);
        while (const auto line = socket_->take())
            socket_->send(answer(*line));
    }
}

} // namespace ocop::kiosk
