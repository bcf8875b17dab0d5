#include "kiosk/till/paper_words.h"
#include "kiosk/till/receipt_preview.h"
#include "kiosk/till/screens.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/banknote.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/flow.h"
#include "pos/text/format.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {

void draw_change_notes(Ui& ui, const Rect& area, Dong change) {
    std::vector<float> widths;
    std::vector<std::pair<Dong, std::string>> notes;
    for (const auto& [note, count] : change_notes(change)) {
        auto words = format_number(note.amount, ui.language());
        if (count > 1) words.insert(0, std::to_string(count).append(" × "));
        widths.push_back(std::max(ui.px(148), ui.canvas().text_width(TextRole::B3, words) + ui.px(48)));
        notes.emplace_back(note, std::move(words));
    }
    const auto places = flow(area, widths, ui.px(56), ui.px(space::s));
    for (std::size_t i = 0; i < notes.size(); ++i)
        if (places[i].bottom() <= area.bottom() + 1) banknote(ui, places[i], notes[i].first, notes[i].second);
}

namespace {

const char* paid_words(const Sale& sale) {
    if (sale.payments.size() > 1) return "till.done.split";
    const auto method = sale.payments.empty() ? PaymentMethod::cash : sale.payments.front().method;
    switch (method) {
    case PaymentMethod::transfer:
        return "till.done.transfer";
    case PaymentMethod::card:
        return "till.done.card";
    case PaymentMethod::cash:
        break;
    }
    return "till.done.cash";
}

void draw_heading(Ui& ui, Rect head, const Sale& sale) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Rect disc = centre(cut_left(head, ui.px(96), ui.px(space::xl)), ui.px(96), ui.px(96));
    canvas.fill(disc, colours.pine_7, disc.w / 2);
    canvas.icon(Icon::check, inset(disc, ui.px(22)), colours.white, 3);
    const auto title = ui.format("till.done.receipt", {{"receipt", sale.receipt}});
    canvas.text(canvas.fitting({TextRole::D3, TextRole::S1, TextRole::S2}, head.w, title), cut_top(head, ui.px(70)),
                title, colours.ink);
    canvas.text(TextRole::T2, head,
                ui.format(paid_words(sale),
                          {{"amount", format_money(sale.total, ui.language())}, {"time", format_time(sale.sold_at)}}),
                colours.ink_2);
}

void draw_big_change(Ui& ui, const Rect& change, const Sale& sale) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(change, colours.pine_9, ui.px(radius::card));
    Rect inner = inset(change, ui.px(48), ui.px(36));
    canvas.text(TextRole::T1, cut_top(inner, ui.px(52)), ui.text("till.pay.change"), colours.white);
    const auto back = format_money(sale.change, ui.language());
    canvas.text(canvas.fitting({TextRole::N0, TextRole::N1, TextRole::N2}, inner.w, back), cut_top(inner, ui.px(150)),
                back, colours.white);
    draw_change_notes(ui, inner, sale.change);
}

struct Said {
    std::string words;
    Icon icon = Icon::check;
};

// What is done, side by side where there is room, else below each other.
void draw_said(Ui& ui, Rect& room, const std::vector<Said>& all) {
    const auto& colours = ui.colours();
    std::vector<float> widths;
    widths.reserve(all.size());
    for (const auto& each : all)
        widths.push_back(ui.px(32) + ui.px(space::s) + ui.canvas().text_width(TextRole::M2, each.words) + 1);
    const float line = ui.px(44);
    const float gap = ui.px(space::xl);
    const Rect area = cut_top(room, flow_height(room.w, widths, line, gap), ui.px(space::xl));
    const auto places = flow(area, widths, line, gap);
    for (std::size_t i = 0; i < all.size(); ++i) {
        Rect place = places[i];
        ui.canvas().icon(all[i].icon, cut_left(place, ui.px(32), ui.px(space::s)), colours.pine_7);
        ui.canvas().text(TextRole::M2, place, all[i].words, colours.pine_7);
    }
}

float trouble_words_width(const Ui& ui, float room_width) {
    return room_width - ui.px(2 * space::xl + 28 + space::m);
}

float trouble_height(const Ui& ui, float room_width, const PrintJob& job) {
    if (!job.wants_care()) return 0;
    const float width = trouble_words_width(ui, room_width);
    return ui.canvas().paragraph_height(TextRole::M2, width, words_of(ui, job).words) +
           ui.canvas().paragraph_height(TextRole::T3, width, trouble_cure(ui, job.trouble)) + 2 * ui.px(space::m) +
           ui.px(space::l);
}

// What is wrong with the slip and what to do; nothing when all is well.
void draw_trouble(Ui& ui, Rect& room, const PrintJob& job) {
    if (!job.wants_care()) return;
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto state = words_of(ui, job).words;
    const auto cure = trouble_cure(ui, job.trouble);
    const float width = trouble_words_width(ui, room.w);
    const float first = canvas.paragraph_height(TextRole::M2, width, state);
    const float second = canvas.paragraph_height(TextRole::T3, width, cure);
    const Rect strip = cut_top(room, first + second + 2 * ui.px(space::m), ui.px(space::l));
    canvas.fill(strip, colours.hoe_1, ui.px(radius::button));
    Rect inner = inset(strip, ui.px(space::xl), ui.px(space::m));
    Rect icon = cut_left(inner, ui.px(28), ui.px(space::m));
    canvas.icon(Icon::alert, cut_top(icon, ui.px(36)), colours.hoe_7);
    canvas.paragraph(TextRole::M2, cut_top(inner, first), state, colours.hoe_7);
    canvas.paragraph(TextRole::T3, {inner.x, inner.y, inner.w, 0}, cure, colours.ink);
}

void draw_print_button(Ui& ui, Rect& room, const Sale& sale, const PrintJob* job, StaffIntents& intents) {
    const bool again = job != nullptr && job->state != PrintState::failed;
    const bool busy = job != nullptr && (job->state == PrintState::waiting || job->state == PrintState::printing);
    const bool copy = job != nullptr && (job->state == PrintState::printed || job->state == PrintState::unknown);
    ButtonSpec spec{ButtonLook::secondary, Icon::printer, false, !busy, true};
    const auto& label = ui.text(again ? "paper.print_again" : "paper.print_now");
    const float height = std::max(ui.px(72), ui.target_size(64));
    Rect row = cut_top(room, height, ui.px(space::l));
    const float width = std::min(row.w, std::max(ui.px(300), button_width(ui, label, spec)));
    if (button(ui, "done.print", cut_left(row, width, ui.px(space::l)), label, spec))
        intents.emplace_back(PrintSlip{sale.id, sale.receipt});
    if (copy)
        ui.canvas().text(TextRole::T3, row, ui.format("paper.will_say", {{"number", std::to_string(job->copy + 1)}}),
                         ui.colours().ink_2, Align::left, Fit::ellipsis);
}

} // namespace

void draw_done(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    Rect room = till_frame(ui, context, session, ui.text("till.done.title"), intents);
    if (!session.sold) return;
    const auto& sale = *session.sold;
    const PrintJob* job = context.paper.find(sale.id);
    const bool prints = context.paper.printer.configured() || job != nullptr;
    if (prints && !ui.scale().portrait()) draw_receipt_side(ui, cut_right(room, room.w * 0.33f), sale, context);
    room = inset(room, ui.px(72), ui.px(prints ? 40 : 64));
    room.w = std::min(room.w, ui.px(1200));
    const float commit = std::max(ui.px(116), ui.target_size(104, TargetRole::commit));
    draw_heading(ui, cut_top(room, ui.px(110), ui.px(prints ? space::xl : space::h)), sale);
    const float gap = ui.px(prints ? space::xl : space::xxl);
    const float print = prints ? std::max(ui.px(72), ui.target_size(64)) + ui.px(space::l) : 0;
    const float below =
        gap + ui.px(44) + ui.px(space::xl) + (job == nullptr ? 0 : trouble_height(ui, room.w, *job)) + print + commit;
    draw_big_change(ui, cut_top(room, std::clamp(room.h - below, ui.px(244), ui.px(346)), gap), sale);
    std::vector<Said> said;
    if (job != nullptr && !job->wants_care() && job->state != PrintState::failed && job->state != PrintState::unknown) {
        const auto state = words_of(ui, *job);
        said.push_back({state.words, state.icon});
    }
    said.push_back({ui.text("till.done.saved"), Icon::check});
    draw_said(ui, room, said);
    if (job != nullptr) draw_trouble(ui, room, *job);
    if (prints) draw_print_button(ui, room, sale, job, intents);
    if (button(ui, "done.next", cut_top(room, commit, ui.px(space::m)), ui.text("till.done.next"),
               {ButtonLook::primary, Icon::plus, false, true, true, false, TextRole::B0, TargetRole::commit}))
        intents.emplace_back(NextCustomer{});
}

} // namespace ocop::kiosk
