#include "kiosk/visitor/visitor.h"

#include "kiosk/ui/toast.h"
#include "kiosk/visitor/attract.h"
#include "kiosk/visitor/basket.h"
#include "kiosk/visitor/bottom_bar.h"
#include "kiosk/visitor/enquiry.h"
#include "kiosk/visitor/gift.h"
#include "kiosk/visitor/home.h"
#include "kiosk/visitor/offer_panel.h"
#include "kiosk/visitor/places.h"
#include "kiosk/visitor/producer.h"
#include "kiosk/visitor/product_list.h"
#include "kiosk/visitor/reach_band.h"
#include "kiosk/visitor/search_page.h"
#include "kiosk/visitor/story.h"
#include "kiosk/visitor/story_text.h"
#include "kiosk/visitor/visitor_sheets.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {

void Visitor::prepare(FrameOptions& options, const std::vector<const Language*>& languages) const {
    options.audience = Audience::visitor;
    options.text_size = session_.text_size;
    options.high_contrast = session_.high_contrast;
    options.reduced_motion = session_.reduced_motion;
    options.low_reach = session_.low_reach;
    for (const Language* language : languages)
        if (language->code() == session_.language) options.language = language;
}

void Visitor::reset(Monotonic now) {
    session_ = Session{};
    session_.page_since = now;
    begin_session(now);
}

void Visitor::begin_session(Monotonic now) {
    ++visit_;
    session_.language = language_;
    asked_at_.reset();
    idle_.restart(now);
}

void Visitor::give_code(std::uint64_t visit, const Basket& basket, const std::string& qr_text, Monotonic until) {
    if (visit != visit_) return;
    auto matrix = qr_matrix(qr_text);
    session_.pick_up = {false, basket.code, basket.lines, {}, until, {}};
    if (matrix) session_.pick_up.qr = std::move(*matrix);
}

void Visitor::refuse_code(std::uint64_t visit, const Error& error) {
    if (visit != visit_) return;
    session_.pick_up.waiting = false;
    session_.pick_up.refused = error;
}

const Listing& Visitor::listing(const VisitorContext& context) {
    if (made_.view != &context.view || !(made_.filters == session_.filters))
        made_ = {&context.view, session_.filters, context.view.list(session_.filters)};
    return made_.listing;
}

const SearchResults& Visitor::found(const VisitorContext& context, const Language& language) {
    const std::string& typed = session_.search.text;
    if (found_.view != &context.view || found_.typed != typed || found_.language != language.code())
        found_ = {&context.view, typed, language.code(), search_results(context.view, context.search, typed, language)};
    return found_.results;
}

int Visitor::words_to_read(Ui& ui, const VisitorContext& context) const {
    if (session_.page == Page::producer) return producer_words(ui.language(), context.view, session_.open_producer);
    if (session_.page != Page::story) return 0;
    const ProductView* product = context.view.find(session_.open_product);
    return product == nullptr ? 0 : word_count(story_sections(ui.language(), *product));
}

void Visitor::draw_page(Ui& ui, const VisitorContext& context, Intents& intents) {
    switch (session_.page) {
    case Page::attract:
        draw_attract(ui, context, session_, intents);
        return;
    case Page::home:
        draw_home(ui, context, session_, intents);
        break;
    case Page::list:
        draw_product_list(ui, context, session_, listing(context), intents);
        break;
    case Page::story:
        draw_story(ui, context, session_, intents);
        break;
    case Page::basket:
        draw_basket(ui, context, session_, intents);
        break;
    case Page::search:
        draw_search(ui, context, session_, found(context, ui.language()), intents);
        break;
    case Page::enquiry:
        draw_enquiry(ui, context, session_, intents);
        break;
    case Page::gift:
        draw_gift(ui, context, session_, intents);
        break;
    case Page::places:
        draw_places(ui, context, session_, intents);
        break;
    case Page::producer:
        draw_producer(ui, context, session_, intents);
        break;
    }
    bottom_bar(ui, session_, intents);
    if (ui.low_reach()) reach_band(ui, intents);
}

void Visitor::draw_notice(Ui& ui, const VisitorContext& context, Intents& intents) {
    if (!session_.notice) return;
    const Notice notice = *session_.notice;
    const bool removed = notice.kind == Notice::Kind::removed;
    Toast toast;
    toast.icon = removed ? Icon::trash : Icon::check;
    switch (notice.kind) {
    case Notice::Kind::added:
        toast.words = ui.text("visitor.basket.added");
        break;
    case Notice::Kind::added_all_there_is:
        toast.words = ui.text("visitor.basket.added_all");
        break;
    case Notice::Kind::removed:
        toast.words = ui.text("visitor.basket.removed");
        break;
    case Notice::Kind::basket_full:
        toast.words = ui.format("visitor.basket.full", {{"most", std::to_string(most_basket_lines)}});
        toast.icon = Icon::info;
        break;
    case Notice::Kind::no_other_gift:
        toast.words = ui.text("visitor.gift.no_other");
        toast.icon = Icon::info;
        break;
    }
    if (notice.kind != Notice::Kind::no_other_gift) {
        toast.action = ui.text(removed ? "visitor.undo" : "visitor.basket.see");
        toast.action_name = "notice.action";
    }
    ToastState state;
    state.show(std::move(toast), notice.since);
    // Above the bar, and above the price and the button that an upright story has there.
    const ProductView* told = session_.page == Page::story ? context.view.find(session_.open_product) : nullptr;
    const float dock = told != nullptr && ui.scale().portrait() ? offer_dock_height(ui, *told) : 0;
    const float bottom = ui.screen().h - bottom_bar_height(ui) - ui.px(space::m) - dock;
    if (draw_toast(ui, state, bottom)) {
        if (removed)
            intents.emplace_back(SetBasketLine{notice.line.sku, notice.line.quantity});
        else
            intents.emplace_back(OpenBasket{});
    }
    if (!state.shown) session_.notice.reset();
}

void Visitor::draw_idle(Ui& ui, Intents& intents, Outcome& outcome) {
    if (session_.page == Page::attract) {
        idle_.restart(ui.now());
        asked_at_.reset();
        return;
    }
    // The touch that answers must not count as activity before it is released on the answer.
    if (!asked_at_) idle_.observe(ui);
    switch (idle_.state(ui, idle_limit_)) {
    case IdleWatch::State::active:
        asked_at_.reset();
        return;
    case IdleWatch::State::over:
        intents = {StartOver{}};
        outcome.ended = SessionEnd::idle;
        return;
    case IdleWatch::State::asking:
        break;
    }
    if (!asked_at_) asked_at_ = ui.now();
    const PickUp& pick_up = session_.pick_up;
    const std::string sentence = pick_up.shows(session_.basket)
                                     ? ui.format("visitor.idle.held", {{"code", pick_up.code}})
                                     : ui.text("visitor.idle.sentence");
    switch (draw_idle_question(ui, idle_.time_left(ui.now(), idle_limit_), *asked_at_, sentence)) {
    case IdleAnswer::none:
        break;
    case IdleAnswer::continue_looking:
        idle_.restart(ui.now());
        asked_at_.reset();
        break;
    case IdleAnswer::start_over:
        intents = {StartOver{}};
        outcome.ended = SessionEnd::asked;
        break;
    }
}

void Visitor::enquiry_saved(std::uint64_t number) {
    EnquiryForm& form = session_.enquiry;
    if (form.state != EnquiryForm::State::sending || form.number != number) return;
    EnquiryForm sent; // nothing of the person stays on the screen
    sent.reason = form.reason;
    sent.product = form.product;
    sent.state = EnquiryForm::State::sent;
    form = std::move(sent);
}

void Visitor::enquiry_refused(std::uint64_t number, Error error) {
    EnquiryForm& form = session_.enquiry;
    if (form.state != EnquiryForm::State::sending || form.number != number) return;
    form.state = EnquiryForm::State::writing;
    form.refused = std::move(error);
}

// What an intent did to the counts; `before` is the session it met.
void Visitor::count(const VisitorContext& context, const Session& before, const Intent& intent, const Outcome& outcome,
                    Monotonic now) {
    const UsageHour hour = hour_of(context.now);
    if (const auto* added = std::get_if<AddToBasket>(&intent);
        added != nullptr && before.in_basket(added->sku) < session_.in_basket(added->sku))
        usage_.picked(added->sku, hour);
    if (const auto* given = std::get_if<GiveFace>(&intent);
        given != nullptr && before.faces_given.count(given->sku) == 0)
        usage_.face(given->sku, given->face, hour);
    // What was looked for is not kept: that it was, and whether something was found.
    if (before.page == Page::search && session_.page != Page::search && !before.search.text.empty())
        usage_.searched(found_.results.kind == SearchResults::Kind::found, hour);
    if (std::holds_alternative<StartOver>(intent))
        usage_.ended(before, outcome.ended.value_or(SessionEnd::asked), hour, now);
    if (std::holds_alternative<OpenStaff>(intent)) usage_.ended(before, SessionEnd::staff, hour, now);
}

void Visitor::apply_all(Ui& ui, const VisitorContext& context, const Intents& intents, Outcome& outcome) {
    for (const Intent& intent : intents) {
        const Session before = session_;
        session_ = apply(std::move(session_), intent, context.view, ui.now());
        count(context, before, intent, outcome, ui.now());
        if (std::holds_alternative<SendEnquiry>(intent) && session_.enquiry.state == EnquiryForm::State::sending &&
            before.enquiry.state == EnquiryForm::State::writing) {
            session_.enquiry.number = ++enquiries_;
            if (const ProductView* product = context.view.find(session_.enquiry.product))
                outcome.enquiry = Outcome::Sent{
                    enquiries_, enquiry_of(session_.enquiry, consent_words(ui, *product), ui.language().code())};
        }
        if (std::holds_alternative<OpenStaff>(intent)) outcome.open_staff = true;
        if (const auto* story = std::get_if<OpenStory>(&intent)) outcome.opened_story = story->sku;
        if (std::holds_alternative<StartOver>(intent)) {
            begin_session(ui.now());
            if (!outcome.ended) outcome.ended = SessionEnd::asked;
        }
        if (std::holds_alternative<AskPickUpCode>(intent) && session_.pick_up.waiting)
            outcome.wants_code = CodeRequest{visit_, session_.basket, session_.pick_up.code};
        // What is held down on the old page must not press anything on the new one.
        if (session_.page != before.page) ui.targets().forget_press();
    }
    if (!intents.empty()) ui.request_frames_until({ui.now().milliseconds + 1});
}

Visitor::Outcome Visitor::draw(Ui& ui, const VisitorContext& context) {
    Outcome outcome;
    Intents intents;
    draw_page(ui, context, intents);
    draw_notice(ui, context, intents);
    if (session_.sheet != VisitorSheet::none) draw_sheet(ui, context, session_, listing(context), intents);
    idle_limit_ = idle_limit(words_to_read(ui, context), session_.text_size);
    draw_idle(ui, intents, outcome);
    apply_all(ui, context, intents, outcome);
    usage_.look(session_, !asked_at_, idle_limit_, hour_of(context.now), ui.now());
    return outcome;
}

} // namespace ocop::kiosk
