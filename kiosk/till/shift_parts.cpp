#include "kiosk/till/shift_parts.h"

#include "kiosk/ui/banknote.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/charts.h"
#include "pos/text/format.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

float note_row_height(const Ui& ui) {
    return std::max(ui.px(84), ui.target_size(56, TargetRole::row));
}

void draw_note_row(Ui& ui, const Rect& row, const NoteTally& tally, std::size_t index, bool enabled,
                   StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const std::int64_t note = counted_notes[index];
    const std::int64_t count = tally.counts[index];
    const auto words = format_number(note, ui.language());
    if (tally.selected == index) canvas.fill(row, ui.accent_soft());
    if (index + 1 < counted_notes.size()) canvas.fill({row.x, row.bottom() - ui.px(2), row.w, ui.px(2)}, colours.line);
    Rect inner = inset(row, ui.px(24), 0);
    const float wide = std::min(ui.px(188), inner.w * 0.3f);
    const float high = std::max(ui.px(64), ui.target_size(56));
    const float amount = std::min(ui.px(230), inner.w * 0.3f);
    const Rect step{inner.right() - amount - wide, row.centre_y() - high / 2, wide, high};
    // The row is tapped left of its buttons, or between them.
    const Rect note_part{row.x, row.y, step.x - row.x, row.h};
    const Tap tap =
        ui.tap_target("note." + std::to_string(note), TargetRole::row, note_part, words, {enabled, false, false});
    const Tap count_tap =
        ui.tap_target("note." + std::to_string(note) + "/count", TargetRole::row, step, words, {enabled, false, false});
    if (tap.focused) ui.focus_ring(note_part, ui.px(radius::tag));
    const float swatch = ui.px(148);
    banknote(ui, centre(cut_left(inner, swatch), swatch, std::min(ui.px(56), row.h - ui.px(12))), Dong{note}, words);
    const auto worth = format_money(Dong{note * count}, ui.language());
    canvas.text(canvas.fitting({TextRole::B2, TextRole::B3, TextRole::B4}, amount - ui.px(space::s), worth),
                cut_right(inner, amount), worth, colours.ink, Align::right);
    canvas.text(TextRole::T2, {inner.x, inner.y, step.x - inner.x, inner.h}, "×", colours.ink_2, Align::centre);
    const int steps = stepper(ui, "notes." + std::to_string(note), step, format_number(count, ui.language()),
                              enabled && count > 0, enabled);
    if (steps != 0)
        intents.emplace_back(ShiftIntent(StepNote{index, steps}));
    else if (tap || count_tap)
        intents.emplace_back(ShiftIntent(SelectNote{index}));
}

struct ReportRow {
    std::string label;
    std::string value;
    bool strong = false;
};

Icon group_icon(const std::string& group) {
    return group == "food"         ? Icon::bowl
           : group == "drink"      ? Icon::cup
           : group == "herbal"     ? Icon::herb
           : group == "craft"      ? Icon::weave
           : group == "ornamental" ? Icon::flower
                                   : Icon::house;
}

std::vector<LyingBar> group_bars(const Ui& ui, const ShiftFigures& figures) {
    std::vector<LyingBar> bars;
    for (const char* code : {"food", "drink", "herbal", "craft", "ornamental", "tourism"}) {
        const auto found = figures.by_group.find(code);
        if (found == figures.by_group.end()) continue;
        bars.push_back({ui.text("till.group." + found->first), static_cast<double>(found->second.amount),
                        format_number(found->second.amount, ui.language()), group_look(GroupCode(found->first)).colour,
                        group_icon(found->first)});
    }
    return bars;
}

std::vector<ReportRow> report_rows(const Ui& ui, const ShiftFigures& figures, bool expected) {
    const auto money = [&](Dong amount) { return format_money(amount, ui.language()); };
    // What did not happen is on paper, not on the screen.
    std::vector<ReportRow> rows{{ui.text("shift.sales"), format_number(figures.sales, ui.language())},
                                {ui.text("shift.items"), format_number(figures.items, ui.language())},
                                {ui.text("shift.gross"), money(figures.gross)}};
    if (figures.discount != Dong{}) rows.push_back({ui.text("shift.discount"), money(-figures.discount)});
    rows.push_back({ui.text("shift.net"), money(figures.net), true});
    if (figures.refunds > 0) rows.push_back({ui.text("shift.refunded"), money(-figures.refunded)});
    if (figures.removed_lines > 0)
        rows.push_back({ui.text("shift.removed_lines"), format_number(figures.removed_lines, ui.language())});
    for (const auto& [method, amount] : figures.by_method)
        rows.push_back({ui.text("shift.method." + method), money(amount)});
    if (figures.unconfirmed_transfers != Dong{})
        rows.push_back({ui.text("shift.unconfirmed"), money(figures.unconfirmed_transfers)});
    if (expected) {
        for (const auto& row : cash_rows(figures))
            if (row.amount != Dong{}) rows.push_back({ui.text(row.words), money(row.amount)});
        rows.push_back({ui.text("shift.expected"), money(figures.expected_cash), true});
    }
    if (figures.drawer_openings > 0)
        rows.push_back({ui.text("shift.drawer_openings"), format_number(figures.drawer_openings, ui.language())});
    return rows;
}

} // namespace

ClockVerdict StaffContext::clock() const {
    auto evidence = view.snapshot().clock_evidence;
    evidence.hub_offset = hub_offset;
    return check_clock(now, evidence);
}

float notes_table_height(const Ui& ui) {
    return note_row_height(ui) * static_cast<float>(counted_notes.size());
}

void draw_notes_table(Ui& ui, const Rect& area, const NoteTally& tally, bool enabled, StaffIntents& intents) {
    panel(ui, area);
    const auto places = rows(area, static_cast<int>(counted_notes.size()), 0);
    for (std::size_t i = 0; i < places.size(); ++i)
        draw_note_row(ui, inset(places[i], ui.px(3), i == 0 || i + 1 == places.size() ? ui.px(3) : 0), tally, i,
                      enabled, intents);
}

void draw_notes_pad(Ui& ui, const Rect& area, const NoteTally& tally, bool enabled, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    Rect rest = area;
    const Rect head = cut_top(rest, ui.px(48), ui.px(space::s));
    const auto note = format_money(Dong{counted_notes[tally.selected]}, ui.language());
    canvas.text(TextRole::B2, head, ui.format("till.count.notes_of", {{"note", note}}), ui.colours().ink);
    canvas.text(TextRole::B0, head, format_number(tally.counts[tally.selected], ui.language()), ui.colours().ink,
                Align::right);
    if (const auto press = number_pad(ui, "count", rest, PadLayout::count, enabled))
        intents.emplace_back(ShiftIntent(PressCount{press}));
    if (enabled && (ui.key(Key::down) || ui.key(Key::enter)))
        intents.emplace_back(ShiftIntent(SelectNote{tally.selected + 1}));
    if (enabled && ui.key(Key::up) && tally.selected > 0)
        intents.emplace_back(ShiftIntent(SelectNote{tally.selected - 1}));
}

void draw_report(Ui& ui, const Rect& area, const ReportWords& words, const ShiftFigures& figures, ScrollState& scroll) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    panel(ui, area);
    Rect inner = inset(area, ui.px(32), ui.px(28));
    Rect head = cut_top(inner, ui.px(48));
    const float about = canvas.text_width(TextRole::T3, words.about);
    canvas.text(TextRole::T3, cut_right(head, about, ui.px(space::m)), words.about, colours.ink_2, Align::right);
    canvas.text(TextRole::S2, head, words.title, colours.ink);
    canvas.text(TextRole::T3, cut_top(inner, ui.px(38), ui.px(space::m)), words.when, colours.ink_2, Align::left,
                Fit::ellipsis);
    const auto lines = report_rows(ui, figures, words.expected);
    const auto bars = group_bars(ui, figures);
    const float row = ui.px(46);
    const float strong = ui.px(56);
    const float bars_head = bars.empty() ? 0 : ui.px(72);
    float height = bars_head + row * static_cast<float>(bars.size());
    for (const auto& line : lines)
        height += line.strong ? strong : row;
    scroll_area(ui, "report", inner, scroll, height, [&](Rect content) {
        for (const auto& line : lines) {
            Rect place = cut_top(content, line.strong ? strong : row);
            if (line.strong) {
                canvas.fill({place.x, place.y, place.w, ui.px(2)}, colours.ink);
                canvas.fill({place.x, place.bottom() - ui.px(2), place.w, ui.px(2)}, colours.ink);
            }
            const TextRole value = line.strong ? TextRole::B2 : TextRole::B3;
            const float room = canvas.text_width(value, line.value);
            canvas.text(value, cut_right(place, room, ui.px(space::s)), line.value, colours.ink, Align::right);
            canvas.text(line.strong ? TextRole::B2 : TextRole::T3, place, line.label, colours.ink);
        }
        if (bars.empty()) return;
        canvas.text(TextRole::B3, cut_top(content, bars_head), ui.text("shift.groups"), colours.ink);
        lying_bars(ui, content, bars);
    });
}

std::string shift_times(const Ui& ui, Day day, Instant from, std::optional<Instant> to) {
    auto words = format_date(day, ui.language()) + ", " + format_time(from);
    if (to) words += " – " + format_time(*to);
    return words;
}

bool in_training(const StaffContext& context, const StaffSession& session) {
    const auto& snapshot = context.view.snapshot();
    const auto& desk = session.shift_desk;
    if (session.page == StaffPage::open_shift) return desk.training;
    if (session.page == StaffPage::close_shift) {
        if (desk.z_report) return desk.z_report->training;
        for (const auto& pulled : snapshot.pulled)
            if (pulled.shift.id == desk.counting) return pulled.shift.training;
    }
    return snapshot.shift && snapshot.shift->training;
}

float training_band_height(const Ui& ui) {
    return ui.px(44);
}

void draw_training_band(Ui& ui, const Rect& strip) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(strip, colours.hoe_5);
    const auto& words = ui.text("till.training.band");
    const float icon = ui.px(28);
    const float width = icon + ui.px(space::s) + canvas.text_width(TextRole::M3, words);
    Rect inner = centre(strip, width, strip.h);
    canvas.icon(Icon::info, centre(cut_left(inner, icon, ui.px(space::s)), icon, icon), colours.ink);
    canvas.text(TextRole::M3, inner, words, colours.ink);
}

std::string backup_words(const Ui& ui, const BackupOutcome& outcome) {
    switch (outcome.state) {
    case BackupState::running:
        return ui.text("till.backup.running");
    case BackupState::done:
        return ui.format("till.backup.done",
                         {{"entries", format_number(outcome.backup.entries, ui.language())},
                          {"place", outcome.backup.folder.parent_path().parent_path().parent_path().string()}});
    case BackupState::no_place:
        return ui.text("till.backup.none");
    case BackupState::failed:
        break;
    }
    return ui.language().sentence(outcome.error);
}

bool sees_expected_cash(const StaffSession& session) {
    return session.staff && session.staff->role != Role::cashier;
}

} // namespace ocop::kiosk
