// The slips that did not come out, one row each, with what can be done.
#include "kiosk/till/paper_words.h"
#include "kiosk/till/screens.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "pos/text/format.h"

#include <algorithm>
#include <vector>

namespace ocop::kiosk {
namespace {

// Newest first: that customer may still be there.
std::vector<const PrintJob*> open_slips(const PaperDesk& paper) {
    std::vector<const PrintJob*> open;
    for (const auto& job : paper.jobs)
        if (job.state != PrintState::printed && !job.dismissed) open.push_back(&job);
    std::stable_sort(open.begin(), open.end(), [](const auto* a, const auto* b) { return b->at < a->at; });
    return open;
}

struct SlipButtons {
    std::string again;
    std::string enough;
    float width = 0; // of both, with gaps
};

SlipButtons buttons_of(const Ui& ui, const PrintJob& job) {
    SlipButtons buttons;
    buttons.again = job.state == PrintState::unknown
                        ? ui.format("paper.print_copy", {{"number", std::to_string(job.copy + 1)}})
                        : ui.text("paper.print_now");
    buttons.enough = ui.text(job.state == PrintState::unknown ? "paper.is_there" : "paper.not_needed");
    buttons.width = button_width(ui, buttons.again, {ButtonLook::secondary, Icon::printer}) +
                    button_width(ui, buttons.enough, {ButtonLook::tertiary}) + ui.px(space::m);
    return buttons;
}

float words_height(const Ui& ui, const PrintJob& job, float width) {
    const auto& canvas = ui.canvas();
    float height = ui.px(40) + canvas.paragraph_height(TextRole::M3, width, words_of(ui, job).words);
    if (job.wants_care()) height += canvas.paragraph_height(TextRole::T3, width, trouble_cure(ui, job.trouble));
    return height;
}

float row_height(const Ui& ui, const PrintJob& job, float width) {
    const bool stacked = ui.scale().portrait();
    const float inner = width - 2 * ui.px(space::xl);
    const float target = std::max(ui.px(72), ui.target_size(64));
    const float words = words_height(ui, job, stacked ? inner : inner - buttons_of(ui, job).width - ui.px(space::xl));
    if (!job.wants_care()) return words + 2 * ui.px(space::l);
    return (stacked ? words + target + ui.px(space::m) : std::max(words, target)) + 2 * ui.px(space::l);
}

void draw_slip(Ui& ui, const Rect& place, const PrintJob& job, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    panel(ui, place);
    Rect inner = inset(place, ui.px(space::xl), ui.px(space::l));
    if (job.wants_care()) {
        const auto buttons = buttons_of(ui, job);
        const float target = std::max(ui.px(72), ui.target_size(64));
        Rect room = ui.scale().portrait() ? cut_bottom(inner, target, ui.px(space::m))
                                          : cut_right(inner, buttons.width, ui.px(space::xl));
        room = centre(room, room.w, target);
        const ButtonSpec second{ButtonLook::tertiary};
        const ButtonSpec first{ButtonLook::secondary, Icon::printer, false, true, true};
        if (button(ui, "paper." + job.sale + ".enough",
                   cut_right(room, button_width(ui, buttons.enough, second), ui.px(space::m)), buttons.enough, second))
            intents.emplace_back(DismissSlip{job.sale});
        if (button(ui, "paper." + job.sale + ".again", cut_right(room, button_width(ui, buttons.again, first)),
                   buttons.again, first))
            intents.emplace_back(PrintSlip{job.sale, job.receipt});
    }
    const auto state = words_of(ui, job);
    Rect head = cut_top(inner, ui.px(40));
    const auto number = ui.format("till.order.title", {{"receipt", job.receipt}});
    const auto time = format_time(job.at);
    canvas.text(TextRole::B2, cut_left(head, canvas.text_width(TextRole::B2, number), ui.px(space::m)), number,
                colours.ink);
    canvas.text(TextRole::T3, head, time, colours.ink_2);
    const auto ink = job.wants_care() ? colours.hoe_7 : colours.ink_2;
    const float line = canvas.paragraph_height(TextRole::M3, inner.w, state.words);
    canvas.paragraph(TextRole::M3, cut_top(inner, line), state.words, ink);
    if (job.wants_care())
        canvas.paragraph(TextRole::T3, {inner.x, inner.y, inner.w, 0}, trouble_cure(ui, job.trouble), colours.ink);
}

} // namespace

void draw_papers(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    Rect room = inset(till_frame(ui, context, session, ui.text("paper.title"), intents), ui.px(space::till_margin),
                      ui.px(space::xl));
    auto& canvas = ui.canvas();
    const auto& sentence = ui.text("paper.sentence");
    const float said = canvas.paragraph_height(TextRole::T2, room.w, sentence);
    canvas.paragraph(TextRole::T2, cut_top(room, said, ui.px(space::l)), sentence, ui.colours().ink_2);
    const auto open = open_slips(context.paper);
    if (open.empty()) {
        const Rect middle = centre(room, room.w, ui.px(180));
        canvas.icon(Icon::check, {middle.x, middle.y, middle.w, ui.px(64)}, ui.colours().pine_7);
        canvas.paragraph(TextRole::S3, inset(middle, 0, ui.px(88), 0, 0), ui.text("paper.none"), ui.colours().ink,
                         {0, Align::centre});
        return;
    }
    const float gap = ui.px(space::m);
    float height = 0;
    for (const auto* job : open)
        height += row_height(ui, *job, room.w) + gap;
    scroll_area(ui, "papers", room, session.papers, height, [&](const Rect& content) {
        Rect rest = content;
        for (const auto* job : open) {
            const Rect place = cut_top(rest, row_height(ui, *job, content.w), gap);
            if (overlap(place, room)) draw_slip(ui, place, *job, intents);
        }
    });
}

} // namespace ocop::kiosk
