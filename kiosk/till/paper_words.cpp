#include "kiosk/till/paper_words.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

const char* key_of(PrinterTrouble trouble) {
    switch (trouble) {
    case PrinterTrouble::none:
        return "none";
    case PrinterTrouble::unreachable:
        return "unreachable";
    case PrinterTrouble::no_paper:
        return "no_paper";
    case PrinterTrouble::cover_open:
        return "cover_open";
    case PrinterTrouble::not_ready:
        return "not_ready";
    case PrinterTrouble::stuck:
        return "stuck";
    case PrinterTrouble::gone:
        return "gone";
    case PrinterTrouble::silent:
        return "silent";
    case PrinterTrouble::interrupted:
        return "interrupted";
    }
    return "none";
}

} // namespace

std::string trouble_words(const Ui& ui, PrinterTrouble trouble) {
    return ui.text("paper.trouble." + std::string(key_of(trouble)));
}

std::string trouble_cure(const Ui& ui, PrinterTrouble trouble) {
    return ui.text("paper.cure." + std::string(key_of(trouble)));
}

PaperWords words_of(const Ui& ui, const PrintJob& job) {
    const auto why = trouble_words(ui, job.trouble);
    switch (job.state) {
    case PrintState::waiting:
        return {ui.text("paper.waiting"), Icon::clock, StatusLook::quiet};
    case PrintState::printing:
        return {ui.text("paper.printing"), Icon::printer, StatusLook::quiet};
    case PrintState::printed:
        if (job.copy > 0)
            return {ui.format("paper.printed_copy", {{"number", std::to_string(job.copy)}}), Icon::printer,
                    StatusLook::fine};
        return {ui.text("paper.printed"), Icon::printer, StatusLook::fine};
    case PrintState::failed:
        return {ui.format("paper.failed", {{"why", why}}), Icon::alert, StatusLook::warning};
    case PrintState::unknown:
        return {ui.format("paper.unknown", {{"why", why}}), Icon::alert, StatusLook::warning};
    }
    return {};
}

void draw_paper_item(Ui& ui, float& right, const Rect& bar, const StaffContext& context, StaffIntents& intents) {
    const auto& paper = context.paper;
    const auto place = [&](Icon icon, const std::string& words, StatusLook look) {
        const float width = status_item(ui, right, bar, icon, words, look);
        const Rect drawn{right - width, bar.y, width, bar.h};
        right -= width + ui.px(space::xxl);
        return drawn;
    };
    if (const auto count = paper.wanting_care(); count > 0) {
        const auto words = ui.format("paper.bar.unprinted", {{"count", std::to_string(count)}});
        const Rect drawn = place(Icon::alert, words, StatusLook::warning);
        const Rect hit = centre(drawn, drawn.w + ui.px(space::xl), bar.h - ui.px(space::xxs));
        const auto tap = ui.tap_target("bar.papers", TargetRole::button, hit, words);
        if (tap.focused) ui.focus_ring(hit, ui.px(radius::key));
        if (tap.tapped) intents.emplace_back(ShowPapers{});
    } else if (paper.printer.configured() && paper.health.known && !ui.scale().portrait()) {
        if (paper.health.trouble != PrinterTrouble::none)
            place(Icon::printer, trouble_words(ui, paper.health.trouble), StatusLook::warning);
        else if (paper.health.low_paper)
            place(Icon::printer, ui.text("paper.bar.low"), StatusLook::warning);
        else
            place(Icon::printer, ui.text("paper.bar.ready"), StatusLook::fine);
    }
}

} // namespace ocop::kiosk
