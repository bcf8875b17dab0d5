#include "tests/support/screens/screen_list.h"

#include "kiosk/till/customer_screen.h"
#include "kiosk/till/staff_side.h"
#include "kiosk/visitor/visitor.h"
#include "pos/base/clock.h"
#include "tests/support/headless_ui.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ocop::test {

using namespace ocop::kiosk;

namespace {

constexpr int most_enumerators = 64; // of a page: states_of() answers nothing for numbers that are none

std::vector<OfferedLanguage> offered() {
    std::vector<OfferedLanguage> languages;
    for (const Language* spoken : spoken_languages())
        for (const auto& known : known_languages)
            if (known.code == spoken->code()) languages.push_back(known);
    return languages;
}

bool scroll_all(const std::vector<ScrollState*>& scrolls) {
    bool moved = false;
    for (ScrollState* scroll : scrolls) {
        const float last = scroll->content - scroll->viewport;
        if (scroll->position >= last - 1) continue;
        scroll->position = std::min(last, scroll->position + scroll->viewport * 0.8f);
        scroll->goal.reset();
        scroll->velocity = 0;
        moved = true;
    }
    return moved;
}

class VisitorScreen final : public ShownScreen {
public:
    VisitorScreen(const Look& look, Session session, const VisitorState& state, const Showroom& room) : room_(room) {
        wait_ = state.nobody_there ? idle_limit(0, look.text_size) + 5000 : state.wait;
        session.language = look.language;
        session.text_size = look.text_size;
        session.high_contrast = look.high_contrast;
        session.reduced_motion = true;
        session.low_reach = look.low_reach && session.page != Page::attract; // attract follows nobody's wishes
        visitor_.show(std::move(session));
    }
    void prepare(FrameOptions& options) const override {
        visitor_.prepare(options, {&language(visitor_.session().language)});
    }
    void draw(Ui& ui) override {
        const auto& booth = room_.snapshot->booth;
        VisitorContext context{
            *room_.view, pictures_, showroom_time(), booth.shop_name, booth.fair_name + " · " + booth.booth_name, true};
        context.search = room_.snapshot->search.get();
        context.languages = offered();
        context.takes_enquiries = true;
        visitor_.draw(ui, context);
    }
    std::int64_t wait() const override { return wait_; }
    bool scroll_on() override {
        Session session = visitor_.session();
        const bool moved = scroll_all(scrolls_of(session));
        if (moved) visitor_.show(std::move(session));
        return moved;
    }

private:
    const Showroom& room_;
    NoPictures pictures_;
    Visitor visitor_;
    std::int64_t wait_ = 0;
};

class StaffScreen final : public ShownScreen {
public:
    StaffScreen(const Look& look, StaffSession session, const PaperDesk& paper, const DeviceDesk& devices,
                const Showroom& room)
        : room_(room), look_(look), paper_(paper), devices_(devices) {
        if (session.page != StaffPage::pin && !session.staff) session.staff = room.snapshot->staff[1];
        staff_.show(std::move(session));
    }
    void prepare(FrameOptions& options) const override {
        options.language = &language(look_.language);
        options.audience = Audience::till;
        options.reduced_motion = true;
    }
    void draw(Ui& ui) override {
        staff_.draw(ui, {*room_.till, pictures_, {true, 14}, showroom_time(), 0, std::nullopt, paper_, devices_});
    }
    bool scroll_on() override {
        StaffSession session = staff_.session();
        const bool moved = scroll_all(scrolls_of(session));
        if (moved) staff_.show(std::move(session));
        return moved;
    }

private:
    const Showroom& room_;
    Look look_;
    PaperDesk paper_;
    DeviceDesk devices_;
    NoPictures pictures_;
    SeededRandomness randomness_{7};
    StaffSide staff_{randomness_};
};

// The customer display, which has nothing to touch.
class CustomerScreen final : public ShownScreen {
public:
    CustomerScreen(const Look& look, StaffSession session, const Showroom& room)
        : room_(room), look_(look), session_(std::move(session)) {}
    void prepare(FrameOptions& options) const override {
        options.language = &language(look_.language);
        options.audience = Audience::visitor;
        options.reduced_motion = true;
    }
    void draw(Ui& ui) override { draw_customer(ui, {*room_.till, *room_.view, session_, pictures_}); }
    bool scroll_on() override { return false; }

private:
    const Showroom& room_;
    Look look_;
    StaffSession session_;
    NoPictures pictures_;
};

ListedScreen listed(const std::string& page, const VisitorState& state, Session start) {
    return {page + "/" + state.name, Seat::visitor, [state, start](const Look& look) -> std::unique_ptr<ShownScreen> {
                const Showroom& room = state.empty_booth ? empty_showroom() : showroom();
                Session session = start;
                state.arrange(session, room);
                return std::make_unique<VisitorScreen>(look, std::move(session), state, room);
            }};
}

ListedScreen listed(const std::string& page, const StaffState& state, StaffPage which) {
    return {page + "/" + state.name, Seat::staff, [state, which](const Look& look) -> std::unique_ptr<ShownScreen> {
                const Showroom& room = state.training ? training_showroom() : showroom();
                StaffSession session;
                session.page = which;
                session.cart.sale_id = "sale-1";
                state.arrange(session, room);
                return std::make_unique<StaffScreen>(look, std::move(session), state.paper, state.devices, room);
            }};
}

std::vector<ListedScreen> made_list() {
    std::vector<ListedScreen> all;
    const auto customer = customer_states();
    for (const auto& state : customer.all)
        all.push_back(
            {customer.page + "/" + state.name, Seat::staff, [state](const Look& look) -> std::unique_ptr<ShownScreen> {
                 StaffSession session;
                 session.page = StaffPage::selling;
                 state.arrange(session, showroom());
                 return std::make_unique<CustomerScreen>(look, std::move(session), showroom());
             }});
    for (int i = 0; i < most_enumerators; ++i) {
        Session session;
        session.page = static_cast<Page>(i);
        const auto states = states_of(session.page);
        for (const auto& state : states.all)
            all.push_back(listed(states.page, state, session));
    }
    for (int i = 0; i < most_enumerators; ++i) {
        Session session;
        session.page = Page::list;
        session.sheet = static_cast<VisitorSheet>(i);
        const auto states = states_of(session.sheet);
        for (const auto& state : states.all)
            all.push_back(listed(states.page, state, session));
    }
    for (int i = 0; i < most_enumerators; ++i) {
        const auto page = static_cast<StaffPage>(i);
        const auto states = states_of(page);
        for (const auto& state : states.all)
            all.push_back(listed(states.page, state, page));
    }
    return all;
}

} // namespace

std::string Look::words() const {
    std::string words = language;
    if (text_size == TextSize::large) words += ", large text";
    if (text_size == TextSize::largest) words += ", largest text";
    if (high_contrast) words += ", high contrast";
    if (low_reach) words += ", lowered";
    return words;
}

const std::vector<ListedScreen>& listed_screens() {
    static const auto all = made_list();
    return all;
}

const ListedScreen& listed_screen(std::string_view name) {
    for (const auto& screen : listed_screens())
        if (screen.name == name) return screen;
    throw std::out_of_range("no screen is listed as " + std::string(name));
}

} // namespace ocop::test
