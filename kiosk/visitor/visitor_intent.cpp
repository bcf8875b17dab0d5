#include "kiosk/visitor/visitor_intent.h"

#include "kiosk/ui/theme.h"
#include "kiosk/visitor/gift_plan.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {

namespace {

constexpr Quantity one = Quantity::of(1);
constexpr std::size_t longest_trail = 40;

struct Applying {
    Session session;
    const VisitorView& view;
    Monotonic now;

    void show(Page page) {
        if (page != Page::enquiry) forget_enquiry();
        session.page = page;
        session.page_since = now;
        session.sheet = VisitorSheet::none;
    }
    // Where "back" can lead from the page that is opened now: what an enquiry was about, as its form is forgotten.
    Page page_to_return_to() const { return session.page == Page::enquiry ? session.enquiry_from : session.page; }
    // What was written about a person does not outlive its page.
    void forget_enquiry() {
        session.enquiry = {};
        session.enquiry_in_view.reset();
        session.enquiry_scroll = {};
    }
    void set_line(const Sku& sku, Quantity quantity) {
        const ProductView* product = view.find(sku);
        if (product == nullptr) return;
        quantity = std::clamp(quantity, Quantity{}, most_of(*product));
        auto& lines = session.basket;
        const auto line = std::find_if(lines.begin(), lines.end(), [&](const BasketLine& l) { return l.sku == sku; });
        if (quantity.thousandths == 0) {
            if (line != lines.end()) lines.erase(line);
        } else if (line != lines.end()) {
            line->quantity = quantity;
        } else {
            lines.push_back({sku, quantity});
        }
        session.basket_changed = now;
    }
    // The second tap of an unsure finger adds nothing.
    bool just_added(const Sku& sku) const {
        const auto& said = session.notice;
        if (!said || said->line.sku != sku) return false;
        const bool added = said->kind == Notice::Kind::added || said->kind == Notice::Kind::added_all_there_is;
        return added && now.milliseconds - said->since.milliseconds < motion::guard;
    }

    // Remembers what is left for a story or a producer, so that "back" finds it again.
    void leave() {
        const Page from = session.page == Page::attract ? Page::home : session.page;
        if (from == Page::story || from == Page::producer) {
            session.trail.push_back({from, session.open_product, session.open_producer, session.chapter});
            if (session.trail.size() > longest_trail) session.trail.erase(session.trail.begin());
        } else {
            session.story_from = from;
            session.trail.clear();
        }
    }
    void go_back_on_trail() {
        if (session.trail.empty()) return show(session.story_from);
        const Visited before = session.trail.back();
        session.trail.pop_back();
        session.open_product = before.product;
        session.open_producer = before.producer;
        session.chapter = before.chapter;
        begin_reading();
        show(before.page);
    }
    void begin_reading() {
        session.pick = one;
        session.story_scroll = {};
        session.panel_scroll = {};
        session.producer_scroll = {};
    }

    void operator()(const StartBrowsing&) { show(Page::home); }
    void operator()(const ChooseLanguage& intent) {
        session.language = intent.code;
        session.sheet = VisitorSheet::none;
        if (session.page == Page::attract) show(Page::home);
    }
    void operator()(const GoHome&) {
        session.filters = {};
        session.filters_before = {};
        session.list_scroll = {};
        show(Page::home);
    }
    void operator()(const GoBack&) {
        if (session.page == Page::story || session.page == Page::producer) {
            go_back_on_trail();
        } else if (session.page == Page::places && session.open_area) {
            session.open_area.reset();
        } else if (session.page == Page::basket) {
            show(session.basket_from);
        } else if (session.page == Page::search) {
            show(session.search_from);
        } else if (session.page == Page::enquiry) {
            show(session.enquiry_from);
        } else if (session.page == Page::gift) {
            show(session.gift_from);
        } else {
            show(Page::home);
        }
    }
    void operator()(const OpenList& intent) {
        session.filters = intent.filters;
        session.filters_before = {};
        session.list_makers = false;
        session.list_scroll = {};
        show(Page::list);
    }
    void operator()(const ChangeFilters& intent) {
        if (intent.filters.count() > session.filters.count()) session.filters_before = session.filters;
        session.filters = intent.filters;
        session.list_scroll = {};
    }
    void operator()(const OpenStory& intent) {
        if (view.find(intent.sku) == nullptr) return;
        leave();
        session.open_product = intent.sku;
        session.chapter = 0;
        session.code_seen = false;
        begin_reading();
        show(Page::story);
    }
    void operator()(const OpenProducer& intent) {
        if (view.find_producer(intent.producer) == nullptr) return;
        leave();
        session.open_producer = intent.producer;
        begin_reading();
        show(Page::producer);
    }
    void operator()(const OpenPlaces&) {
        session.open_area.reset();
        session.places_scroll = {};
        show(Page::places);
    }
    void operator()(const ShowArea& intent) {
        session.open_area = intent.area;
        session.area_scroll = {};
    }
    void operator()(const ListMakers& intent) {
        session.list_makers = intent.on;
        session.list_scroll = {};
    }
    void operator()(const OpenChapter& intent) {
        session.chapter = std::max(0, intent.index);
        session.story_scroll.scroll = {};
    }
    void operator()(const SetPick& intent) {
        if (const ProductView* product = view.find(session.open_product))
            session.pick = std::clamp(intent.quantity, one, std::max(one, most_of(*product)));
    }
    void operator()(const AddToBasket& intent) {
        const ProductView* product = view.find(intent.sku);
        if (product == nullptr || !product->can_be_picked() || just_added(intent.sku)) return;
        const Quantity before = session.in_basket(intent.sku);
        if (before.thousandths == 0 && session.basket.size() >= most_basket_lines) {
            session.notice = Notice{Notice::Kind::basket_full, {}, now};
            return;
        }
        set_line(intent.sku, before + intent.quantity);
        session.pick = one;
        const bool all = session.in_basket(intent.sku) < before + intent.quantity;
        session.notice =
            Notice{all ? Notice::Kind::added_all_there_is : Notice::Kind::added, {intent.sku, intent.quantity}, now};
    }
    void operator()(const SetBasketLine& intent) {
        const Quantity before = session.in_basket(intent.sku);
        set_line(intent.sku, intent.quantity);
        if (before.thousandths > 0 && intent.quantity.thousandths == 0)
            session.notice = Notice{Notice::Kind::removed, {intent.sku, before}, now};
        else if (session.notice && session.notice->kind == Notice::Kind::removed)
            session.notice.reset();
    }
    void operator()(const OpenBasket&) {
        if (session.page == Page::basket) return;
        session.basket_from = page_to_return_to();
        session.notice.reset();
        show(Page::basket);
    }
    void operator()(const OpenSearch&) {
        session.keyboard.shown = true;
        if (session.page == Page::search) return;
        // Whoever reads Vietnamese meets its keys; other readers meet plain letters, one key away from them.
        if (session.search.text.empty())
            session.keyboard.mode = session.language == "vi" ? KeyboardMode::telex : KeyboardMode::plain;
        // Never a story or a basket: they may lead back here.
        session.search_from = session.page == Page::list ? Page::list : Page::home;
        show(Page::search);
    }
    void operator()(const SearchFor& intent) {
        session.search = TypedText(intent.text);
        session.search_scroll = {};
    }
    void operator()(const OpenEnquiry& intent) {
        if (view.find(intent.sku) == nullptr || session.page == Page::enquiry) return;
        session.enquiry_from = session.page;
        session.notice.reset();
        forget_enquiry();
        session.enquiry.product = intent.sku;
        session.enquiry.reason = intent.reason;
        show(Page::enquiry);
    }
    void operator()(const SendEnquiry&) {
        if (session.page != Page::enquiry || !can_be_sent(session.enquiry)) return;
        move_to(session.enquiry, std::nullopt);
        session.enquiry.refused.reset();
        session.enquiry.state = EnquiryForm::State::sending;
    }
    void operator()(const GiveFace& intent) { session.faces_given.insert(intent.sku); }
    void operator()(const AskPickUpCode&) {
        if (session.basket.empty() || session.pick_up.waiting) return;
        session.pick_up.waiting = true;
        session.pick_up.refused.reset();
    }
    void operator()(const OpenGift&) {
        if (session.page == Page::gift) return;
        session.gift_from = page_to_return_to();
        session.notice.reset();
        if (session.gift.lines.empty()) session.gift = plan_gift(view, session.gift.occasion, session.gift.budget);
        show(Page::gift);
    }
    void operator()(const PlanGift& intent) {
        session.gift = plan_gift(view, intent.occasion, intent.budget);
        session.gift_scroll = {};
    }
    void operator()(const SwapGift& intent) {
        auto swapped = swap_gift(session.gift, view, intent.sku);
        if (swapped.lines == session.gift.lines) session.notice = Notice{Notice::Kind::no_other_gift, {}, now};
        session.gift = std::move(swapped);
    }
    void operator()(const SetGiftLine& intent) {
        auto& lines = session.gift.lines;
        const auto line =
            std::find_if(lines.begin(), lines.end(), [&](const BasketLine& l) { return l.sku == intent.sku; });
        const ProductView* product = view.find(intent.sku);
        if (line == lines.end() || product == nullptr) return;
        line->quantity = std::clamp(intent.quantity, Quantity{}, most_of(*product));
        if (line->quantity == Quantity{}) lines.erase(line);
    }
    void operator()(const TakeGift&) {
        bool full = false;
        for (const BasketLine& line : session.gift.lines) {
            const Quantity before = session.in_basket(line.sku);
            full = full || (before == Quantity{} && session.basket.size() >= most_basket_lines);
            if (!full) set_line(line.sku, before + line.quantity);
        }
        (*this)(OpenBasket{});
        if (full) session.notice = Notice{Notice::Kind::basket_full, {}, now};
    }
    void operator()(const OpenSheet& intent) {
        session.sheet = intent.sheet;
        session.sheet_since = now;
        session.sheet_scroll = {};
    }
    void operator()(const CloseSheet&) { session.sheet = VisitorSheet::none; }
    void operator()(const SetTextSize& intent) { session.text_size = intent.size; }
    void operator()(const SetHighContrast& intent) { session.high_contrast = intent.on; }
    void operator()(const SetReducedMotion& intent) { session.reduced_motion = intent.on; }
    void operator()(const SetLowReach& intent) { session.low_reach = intent.on; }
    void operator()(const StartOver&) {
        session = Session{};
        session.page_since = now;
    }
    void operator()(const OpenStaff&) {}
};

} // namespace

Quantity most_of(const ProductView& product) {
    if (product.stock_state == StockState::unknown) return most_basket_quantity;
    // A basket holds whole units: 2.4 kg on the shelf are two to pick.
    return std::min(most_basket_quantity, Quantity::of(std::max<std::int64_t>(0, product.stock.thousandths / 1000)));
}

Session apply(Session session, const Intent& intent, const VisitorView& view, Monotonic now) {
    Applying applying{std::move(session), view, now};
    std::visit(applying, intent);
    return std::move(applying.session);
}

} // namespace ocop::kiosk
