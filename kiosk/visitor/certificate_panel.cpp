#include "kiosk/visitor/certificate_panel.h"

#include "kiosk/ui/progress.h"
#include "kiosk/ui/stars.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/story_text.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace ocop::kiosk {

namespace {

using CertificateFact = std::pair<std::string, std::string>; // what, and its value

std::vector<CertificateFact> facts_of(const Language& language, const ProductView& product) {
    std::vector<CertificateFact> facts;
    const Certificate& certificate = *product.certificate;
    if (!certificate.decision.empty())
        facts.emplace_back(language.text("visitor.certificate.decision"), certificate.decision);
    if (!certificate.issuer.empty())
        facts.emplace_back(language.text("visitor.certificate.issuer"), certificate.issuer);
    if (certificate.issued)
        facts.emplace_back(language.text(product.certificate_state == CertificateState::proposed
                                             ? "visitor.certificate.proposed_on"
                                             : "visitor.certificate.issued"),
                           date_text(language, *certificate.issued));
    const bool in_force =
        product.certificate_state == CertificateState::valid || product.certificate_state == CertificateState::due_soon;
    if (const auto end = first_invalid_day(certificate); end && in_force)
        facts.emplace_back(language.text("visitor.certificate.valid_until"), day_text(language, Day{end->number - 1}));
    return facts;
}

// "Quyết định số 1114/QĐ-UBND": the value bold on the same line, or under it when there is no room.
float draw_fact(Ui& ui, const CertificateFact& fact, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const float line = canvas.line_height(TextRole::T3);
    const float label = canvas.text_width(TextRole::T3, fact.first + " ");
    if (label + canvas.text_width(TextRole::B3, fact.second) <= rect.w) {
        canvas.text(TextRole::T3, {rect.x, rect.y, rect.w, line}, fact.first, colours.ink_2);
        canvas.text(TextRole::B3, {rect.x + label, rect.y, rect.w - label, line}, fact.second, colours.ink);
        return line;
    }
    canvas.text(TextRole::T3, {rect.x, rect.y, rect.w, line}, fact.first, colours.ink_2);
    return line + canvas.paragraph(TextRole::B3, {rect.x, rect.y + line, rect.w, 0}, fact.second, colours.ink);
}

float draw_facts(Ui& ui, const std::vector<CertificateFact>& facts, const Rect& rect) {
    float y = rect.y;
    for (const CertificateFact& fact : facts)
        y += draw_fact(ui, fact, {rect.x, y, rect.w, 0});
    return y - rect.y;
}

float draw_source(Ui& ui, const ProductView& product, const Rect& rect) {
    const Certificate& certificate = *product.certificate;
    const std::string source =
        source_text(ui.language(), certificate.source, certificate.source_date, certificate.source_read);
    if (source.empty()) return 0;
    return ui.canvas().paragraph(TextRole::T4, {rect.x, rect.y, rect.w, 0}, source, ui.colours().ink_2);
}

// How much of the 36 months is gone, and how many are left in words.
float draw_validity(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect) {
    const auto end = first_invalid_day(*product.certificate);
    if (!end || !product.certificate->issued) return 0;
    Canvas& canvas = ui.canvas();
    const Day today = context.view.today();
    const Day start = product.certificate->issued->earliest;
    const int months = months_left(today, *end);
    const std::string words = ui.format("visitor.certificate.months_left", {{"months", std::to_string(months)}});
    const float height = std::max(ui.px(32), canvas.line_height(TextRole::M5));
    Rect row{rect.x, rect.y, rect.w, height};
    const bool due = product.certificate_state == CertificateState::due_soon;
    const Rect label = cut_right(row, canvas.text_width(TextRole::M5, words), ui.px(space::s));
    const float total = static_cast<float>(std::max(1, end->number - start.number));
    const float share = static_cast<float>(today.number - start.number) / total;
    progress_bar(ui, centre(row, row.w, ui.px(14)), std::clamp(share, 0.0f, 1.0f),
                 due ? ui.colours().hoe_6 : ui.colours().pine_7);
    canvas.text(TextRole::M5, label, words, due ? ui.colours().hoe_7 : ui.colours().pine_7, Align::right);
    return height;
}

float draw_in_force(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const float seal = ui.px(148);
    star_seal(ui, {rect.x, rect.y, seal, seal}, *product.stars);
    Rect text{rect.x + seal + ui.px(space::xl), rect.y, 0, 0};
    text.w = rect.right() - text.x;
    float y = text.y;
    const float line = std::max(ui.px(44), canvas.line_height(TextRole::B2));
    star_line(ui, {text.x, y, text.w, line}, *product.stars, ui.px(36), TextRole::B2);
    y += line + ui.px(space::xxs);
    y += draw_facts(ui, facts_of(ui.language(), product), {text.x, y, text.w, 0});
    y = std::max(y, rect.y + seal) + ui.px(space::s);
    if (*product.stars == Stars::potential_five)
        y += canvas.paragraph(TextRole::T3, {rect.x, y, rect.w, 0}, ui.text("visitor.certificate.potential_help"),
                              ui.colours().ink_2) +
             ui.px(space::xs);
    if (product.certificate_state == CertificateState::due_soon) {
        tag(ui, {rect.x, y}, ui.text("visitor.certificate.due_soon"), TagLook::hoe, Icon::clock);
        y += tag_height(ui) + ui.px(space::xs);
    }
    if (const float bar = draw_validity(ui, context, product, {rect.x, y, rect.w, 0}); bar > 0)
        y += bar + ui.px(space::xxs);
    y += draw_source(ui, product, {rect.x, y, rect.w, 0});
    return y - rect.y;
}

struct Statement {
    std::string title;
    std::string explanation;
    TagLook look = TagLook::grey;
    Icon icon = Icon::info;
    bool with_facts = false;
};

Statement statement_of(const Language& language, const ProductView& product) {
    if (!product.product->ocop)
        return {language.text("visitor.certificate.not_ocop"), language.text("visitor.certificate.not_ocop_help"),
                TagLook::grey, Icon::store, false};
    switch (product.certificate_state) {
    case CertificateState::expired: {
        const auto since = first_invalid_day(*product.certificate);
        return {since ? language.format("visitor.certificate.expired_since", {{"date", day_text(language, *since)}})
                      : language.text("visitor.certificate.undated"),
                language.text("visitor.certificate.expired_help"), TagLook::grey, Icon::clock, true};
    }
    case CertificateState::proposed:
        return {language.text("visitor.certificate.proposed"), language.text("visitor.certificate.proposed_help"),
                TagLook::hoe, Icon::clock, true};
    default:
        return {language.text("visitor.certificate.none"), language.text("visitor.certificate.none_help"),
                TagLook::grey, Icon::info, false};
    }
}

// No stars to show: the state in words, why, and what was once decided.
float draw_statement(Ui& ui, const ProductView& product, const Rect& rect) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Statement statement = statement_of(ui.language(), product);
    float y = rect.y;
    const float icon = ui.px(36);
    const float line = canvas.line_height(TextRole::S3);
    const bool proposed = statement.look == TagLook::hoe;
    canvas.icon(statement.icon, {rect.x, y + line / 2 - icon / 2, icon, icon},
                proposed ? colours.hoe_7 : colours.ink_2);
    const float x = rect.x + icon + ui.px(space::s);
    y += canvas.paragraph(TextRole::S3, {x, y, rect.right() - x, 0}, statement.title, colours.ink) + ui.px(space::xs);
    y += canvas.paragraph(TextRole::T3, {rect.x, y, rect.w, 0}, statement.explanation, colours.ink_2);
    if (statement.with_facts) {
        y += ui.px(space::s);
        y += draw_facts(ui, facts_of(ui.language(), product), {rect.x, y, rect.w, 0});
        y += draw_source(ui, product, {rect.x, y + ui.px(space::xxs), rect.w, 0}) + ui.px(space::xxs);
    }
    return y - rect.y;
}

} // namespace

float certificate_panel(Ui& ui, const VisitorContext& context, const ProductView& product, const Rect& rect) {
    if (product.stars) return draw_in_force(ui, context, product, rect);
    return draw_statement(ui, product, rect);
}

} // namespace ocop::kiosk
