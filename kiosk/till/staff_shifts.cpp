// What StaffSide does about shifts and drawers.
#include "kiosk/till/staff_side.h"

#include "kiosk/till/shift_parts.h"
#include "pos/text/format.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {
namespace {

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

const PulledShift* pulled_shift(const TillView& view, const ShiftId& id) {
    for (const auto& pulled : view.snapshot().pulled)
        if (pulled.shift.id == id) return &pulled;
    return nullptr;
}

} // namespace

std::string count_reason(const Language& language, int reason) {
    return language.text("till.reason." + std::to_string(reason));
}

std::string movement_reason(const Language& language, bool paying_out, int reason) {
    return language.text((paying_out ? "till.move.out." : "till.move.in.") + std::to_string(reason));
}

// Without an open shift the float is counted, unless drawers of earlier shifts wait for somebody to count them.
StaffPage StaffSide::page_of_shift(const TillView& view) const {
    const auto& snapshot = view.snapshot();
    return snapshot.shift || !snapshot.pulled.empty() ? StaffPage::shift : StaffPage::open_shift;
}

// Never refused for the clock's sake: a person says which day it is.
void StaffSide::ask_open_shift(Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.shift_desk;
    desk.ask_empty_float = false;
    const auto clock = context.clock();
    if (clock.trouble == ClockTrouble::wrong && !desk.ask_day) {
        desk.ask_day = true;
        desk.ask_since = ui.now();
        if (!desk.day) desk.day = clock.likely_day;
        return;
    }
    const auto day = desk.ask_day ? desk.day : std::nullopt;
    desk.ask_day = false;
    session_.waiting = true;
    outcome.commands.emplace_back(
        OpenShift{{session_.staff->id, total_of(desk.tally), cash_count_of(desk.tally), desk.training, day}});
}

void StaffSide::ask_count(Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.shift_desk;
    const auto* pulled = pulled_shift(context.view, desk.counting);
    if (pulled == nullptr) return;
    ShiftCount count;
    count.shift = desk.counting;
    count.by = session_.staff->id;
    count.counted_cash = total_of(desk.tally);
    count.notes = cash_count_of(desk.tally);
    count.earlier_counts = desk.earlier_counts;
    const bool differs = count.counted_cash != pulled->figures.expected_cash;
    if (differs && desk.reason < 0) return;
    if (differs) count.reason = count_reason(written(ui), desk.reason);
    count.note = desk.note.text;
    session_.waiting = true;
    outcome.commands.emplace_back(CloseShift{std::move(count)});
}

void StaffSide::apply_shift(const ShiftIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome) {
    if (session_.waiting || !session_.staff) return;
    auto& desk = session_.shift_desk;
    const auto& snapshot = context.view.snapshot();
    std::visit(Overloaded{
                   [&](const SelectNote& asked) { select_note(desk.tally, asked.row); },
                   [&](const StepNote& asked) { step_note(desk.tally, asked.row, asked.steps); },
                   [&](const PressCount& asked) { press_note(desk.tally, asked.press); },
                   [&](const ToggleTraining&) { desk.training = !desk.training; },
                   [&](const BackUpNow&) { outcome.commands.emplace_back(BackUp{}); },
                   [&](const TakeLastCount&) {
                       if (snapshot.last_z) desk.tally = tally_of(snapshot.last_z->notes);
                   },
                   [&](const ConfirmOpenShift&) {
                       if (!desk.tally.empty()) return ask_open_shift(ui, context, outcome);
                       desk.ask_empty_float = true;
                       desk.ask_since = ui.now();
                   },
                   [&](const AnswerEmptyFloat& answer) {
                       if (answer.open) return ask_open_shift(ui, context, outcome);
                       desk.ask_empty_float = false;
                   },
                   [&](const StepDay& asked) {
                       if (desk.day) desk.day->number += asked.days;
                   },
                   [&](const AnswerDay& answer) {
                       if (answer.open) return ask_open_shift(ui, context, outcome);
                       desk.ask_day = false;
                   },
                   [&](const ShowOpenShift&) {
                       if (!snapshot.shift) go(StaffPage::open_shift);
                   },
                   [&](const ShowMovement& asked) {
                       go(StaffPage::cash_movement);
                       session_.shift_desk.paying_out = asked.paying_out;
                   },
                   [&](const PressMovement& asked) {
                       desk.amount = applied(desk.amount, asked.press, PadLayout::money, most_money_digits);
                   },
                   [&](const ChooseMovementReason& asked) { desk.movement_reason = asked.reason; },
                   [&](const ConfirmMovement&) {
                       const Dong amount{typed_number(desk.amount)};
                       if (amount == Dong{} || desk.movement_reason < 0) return;
                       session_.waiting = true;
                       outcome.commands.emplace_back(
                           MoveCash{{desk.paying_out ? -amount : amount,
                                     movement_reason(written(ui), desk.paying_out, desk.movement_reason),
                                     session_.staff->id,
                                     {}}});
                   },
                   [&](const OpenDrawer&) {
                       session_.waiting = true;
                       outcome.commands.emplace_back(LogDrawer{session_.staff->id, ui.text("till.drawer.no_sale")});
                   },
                   [&](const AskPull&) {
                       if (!session_.cart.empty()) return say(ui, ui.text("till.close.cart_open"), true);
                       desk.ask_pull = true;
                       desk.ask_since = ui.now();
                   },
                   [&](const AnswerPull& answer) {
                       desk.ask_pull = false;
                       if (!answer.pull) return;
                       session_.waiting = true;
                       outcome.commands.emplace_back(PullShift{session_.staff->id});
                   },
                   [&](const StartCount& asked) {
                       go(StaffPage::close_shift);
                       session_.shift_desk.counting = asked.shift;
                   },
                   [&](const FinishCount&) {
                       desk.counted = true;
                       desk.report = {};
                   },
                   [&](const CountAgain&) {
                       desk.earlier_counts.push_back(total_of(desk.tally));
                       desk.tally = {};
                       desk.counted = false;
                       desk.reason = -1;
                   },
                   [&](const ChooseReason& asked) { desk.reason = asked.reason; },
                   [&](const EditNote& asked) {
                       desk.typing_note = asked.typing;
                       desk.keyboard.shown = true;
                   },
                   [&](const ConfirmCount&) { ask_count(ui, context, outcome); },
               },
               intent);
}

bool StaffSide::answer_shift(const StorageAnswer& answer) {
    if (std::holds_alternative<ShiftOpened>(answer)) {
        go(StaffPage::selling);
    } else if (const auto* pulled = std::get_if<ShiftPulled>(&answer)) {
        go(StaffPage::close_shift);
        session_.shift_desk.counting = pulled->shift.id;
    } else if (const auto* closed = std::get_if<ShiftClosed>(&answer)) {
        go(StaffPage::close_shift);
        session_.shift_desk.z_report = closed->report;
    } else if (const auto* backup = std::get_if<BackupOutcome>(&answer)) {
        session_.backup = *backup;
        backup_told_ = backup->state == BackupState::running;
    } else if (const auto* moved = std::get_if<CashMoved>(&answer)) {
        go(StaffPage::shift);
        moved_.push_back(moved->movement);
    } else if (std::holds_alternative<DrawerLogged>(answer)) {
        session_.waiting = false;
        drawer_logged_ = true;
    } else {
        return false;
    }
    return true;
}

void StaffSide::say_of_drawer(Ui& ui) {
    for (const auto& movement : std::exchange(moved_, {})) {
        const bool out = movement.amount < Dong{};
        const auto amount = format_money(out ? -movement.amount : movement.amount, ui.language());
        say(ui, out ? ui.format("till.move.paid_out", {{"amount", amount}})
                    : ui.format("till.move.paid_in", {{"amount", amount}}));
    }
    // Whoever still looks at the closed shift reads it there.
    const bool read_there = session_.page == StaffPage::close_shift && session_.shift_desk.z_report;
    if (session_.backup && !std::exchange(backup_told_, true) && !read_there)
        say(ui, backup_words(ui, *session_.backup), session_.backup->state != BackupState::done);
    if (std::exchange(drawer_logged_, false)) say(ui, ui.text("till.drawer.logged"));
}

} // namespace ocop::kiosk
