#include "kiosk/till/screens.h"
#include "kiosk/till/till_frame.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/number_pad.h"
#include "kiosk/ui/text_field.h"
#include "pos/text/format.h"

#include <cstdlib>

namespace ocop::kiosk {
namespace {

Dong counted_of(const StaffSession& session) {
    return session.counted.empty() ? Dong{} : Dong{std::atoll(session.counted.c_str())};
}

std::string money_or_zero(const Ui& ui, const StaffSession& session) {
    return session.counted.empty() ? std::string("0 ₫") : format_money(counted_of(session), ui.language());
}

// A column in the middle with a title, a sentence, the amount and the pad; what is left below is for the button.
Rect count_column(Ui& ui, const Rect& room, const std::string& title, const std::string& sentence,
                  const std::string& words, StaffSession& session, StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    Rect column = centre(room, std::min(ui.px(720), room.w - ui.px(64)), std::min(ui.px(900), room.h - ui.px(48)));
    canvas.text(TextRole::S1, cut_top(column, ui.px(56)), title, colours.ink);
    const float height = canvas.paragraph_height(TextRole::T2, column.w, sentence);
    canvas.paragraph(TextRole::T2, cut_top(column, height, ui.px(space::l)), sentence, colours.ink_2);
    const float commit = std::max(ui.px(104), ui.target_size(104, TargetRole::commit));
    const Rect foot = cut_bottom(column, commit, ui.px(space::l));
    amount_field(ui, "count.amount", cut_top(column, ui.px(112), ui.px(space::l)), words, money_or_zero(ui, session),
                 true);
    if (const auto press = number_pad(ui, "count", column, PadLayout::money, !session.waiting))
        intents.emplace_back(PressCounted{press});
    return foot;
}

void draw_comparison(Ui& ui, Rect area, const StaffContext& context, const StaffSession& session,
                     StaffIntents& intents) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto& figures = context.view.snapshot().figures;
    const auto difference = counted_of(session) - figures.expected_cash;
    area = centre(area, std::min(ui.px(1080), area.w - ui.px(64)), std::min(ui.px(880), area.h - ui.px(48)));
    canvas.text(TextRole::S1, cut_top(area, ui.px(56), ui.px(space::m)), ui.text("till.close.compare"), colours.ink);
    const float commit = std::max(ui.px(104), ui.target_size(104, TargetRole::commit));
    Rect foot = cut_bottom(area, commit, ui.px(space::l));
    const auto row = [&](const std::string& label, const std::string& value, TextRole role, Colour colour) {
        Rect line = cut_top(area, ui.px(role == TextRole::N2 ? 84 : 60));
        canvas.text(TextRole::T2, line, label, colours.ink_2);
        canvas.text(role, line, value, colour, Align::right);
        canvas.fill({line.x, line.bottom() - ui.px(2), line.w, ui.px(2)}, colours.line);
    };
    const auto money = [&](Dong amount) { return format_money(amount, ui.language()); };
    row(ui.text("till.close.sales"), std::to_string(figures.sales), TextRole::B2, colours.ink);
    row(ui.text("till.close.net"), money(figures.net), TextRole::B2, colours.ink);
    row(ui.text("till.close.expected"), money(figures.expected_cash), TextRole::B2, colours.ink);
    row(ui.text("till.close.counted"), money(counted_of(session)), TextRole::B2, colours.ink);
    const bool equal = difference == Dong{};
    const auto& verdict = ui.text(equal                 ? "till.close.match"
                                  : difference < Dong{} ? "till.close.short"
                                                        : "till.close.over");
    row(ui.text("till.close.difference") + " · " + verdict, money(difference), TextRole::N2,
        equal                 ? colours.pine_7
        : difference < Dong{} ? colours.son_7
                              : colours.hoe_7);
    cut_top(area, ui.px(space::l));
    if (!equal) {
        canvas.text(TextRole::B2, cut_top(area, ui.px(44), ui.px(space::xs)), ui.text("till.close.reason"),
                    colours.ink);
        const float height = std::max(ui.px(64), ui.target_size(56));
        for (int pair = 0; pair < count_reasons; pair += 2) {
            const auto places = columns(cut_top(area, height, ui.px(space::s)), 2, ui.px(space::m));
            for (int i = 0; i < 2; ++i)
                if (choice(ui, "reason." + std::to_string(pair + i), places[static_cast<std::size_t>(i)],
                           count_reason(ui.language(), pair + i), session.reason == pair + i))
                    intents.emplace_back(ChooseReason{pair + i});
        }
    }
    const Rect again = cut_left(foot, foot.w * 0.34f, ui.px(space::m));
    if (button(ui, "close.again", again, ui.text("till.close.again"),
               {ButtonLook::secondary, Icon::refresh, false, !session.waiting, false, false, TextRole::B2,
                TargetRole::commit}))
        intents.emplace_back(CountAgain{});
    if (button(ui, "close.confirm", foot, ui.text("till.close.confirm"),
               {ButtonLook::primary, Icon::check, false, (equal || session.reason >= 0) && !session.waiting, true,
                false, TextRole::B1, TargetRole::commit}))
        intents.emplace_back(ConfirmCloseShift{});
}

void draw_z_report(Ui& ui, Rect area, const ZReport& report) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    area = centre(area, std::min(ui.px(820), area.w - ui.px(64)), ui.px(560));
    panel(ui, area);
    Rect inner = inset(area, ui.px(48), ui.px(40));
    canvas.text(TextRole::S1, cut_top(inner, ui.px(60), ui.px(space::m)),
                ui.format("till.close.closed", {{"number", std::to_string(report.number)}}), colours.ink);
    const auto row = [&](const std::string& label, const std::string& value) {
        Rect line = cut_top(inner, ui.px(60));
        canvas.text(TextRole::T2, line, label, colours.ink_2);
        canvas.text(TextRole::B2, line, value, colours.ink, Align::right);
    };
    row(ui.text("till.close.sales"), std::to_string(report.figures.sales));
    row(ui.text("till.close.net"), format_money(report.figures.net, ui.language()));
    row(ui.text("till.close.counted"), format_money(report.counted_cash, ui.language()));
    row(ui.text("till.close.difference"), format_money(report.difference, ui.language()));
}

} // namespace

std::string count_reason(const Language& language, int reason) {
    return language.text("till.reason." + std::to_string(reason));
}

void draw_open_shift(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    const Rect room = till_frame(ui, context, session, ui.text("till.open.title"), intents);
    const Rect foot = count_column(ui, room, ui.text("till.open.heading"), ui.text("till.open.sentence"),
                                   ui.text("till.open.float"), session, intents);
    if (button(
            ui, "open.confirm", foot, ui.text("till.open.confirm"),
            {ButtonLook::primary, Icon::check, false, !session.waiting, true, false, TextRole::B1, TargetRole::commit}))
        intents.emplace_back(ConfirmOpenShift{});
}

void draw_close_shift(Ui& ui, const StaffContext& context, StaffSession& session, StaffIntents& intents) {
    const Rect room = till_frame(ui, context, session, ui.text("till.close.title"), intents);
    if (session.z_report) return draw_z_report(ui, room, *session.z_report);
    if (session.counted_done) return draw_comparison(ui, room, context, session, intents);
    const Rect foot = count_column(ui, room, ui.text("till.close.heading"), ui.text("till.close.sentence"),
                                   ui.text("till.close.cash"), session, intents);
    if (button(ui, "close.compare", foot, ui.text("till.close.do_compare"),
               {ButtonLook::primary, Icon::arrow_right, true, true, true, false, TextRole::B1, TargetRole::commit}))
        intents.emplace_back(FinishCount{});
}

void draw_stopped(Ui& ui, const StaffSession& session) {
    auto& canvas = ui.canvas();
    const auto& colours = ui.colours();
    canvas.fill(ui.screen(), colours.son_7);
    Rect column = centre(ui.screen(), std::min(ui.px(1200), ui.screen().w - ui.px(96)), ui.px(560));
    canvas.icon(Icon::alert, cut_top(column, ui.px(120), ui.px(space::xl)), colours.white, 2.5f);
    canvas.paragraph(TextRole::D2, cut_top(column, ui.px(180)), ui.text("till.stopped.title"), colours.white,
                     {0, Align::centre});
    canvas.paragraph(TextRole::T1, column, ui.language().sentence(session.stop), colours.white, {0, Align::centre});
}

} // namespace ocop::kiosk
