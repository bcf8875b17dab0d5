#include "kiosk/visitor/gift_plan.h"
#include "tests/support/screens/screen_list.h"

#pragma GCC diagnostic error "-Wswitch"

namespace ocop::test {

using namespace ocop::kiosk;

namespace {

void fill_basket(Session& session, const Showroom& room, std::size_t lines) {
    session.basket = {{room.full, Quantity::of(12)}, {room.spirit, Quantity::of(1)}, {room.expired, Quantity::of(2)}};
    for (const auto& product : room.view->products()) {
        if (session.basket.size() >= lines) break;
        if (product.can_be_picked()) session.basket.push_back({product.product->sku, Quantity::of(99)});
    }
}

auto story_of(Sku Showroom::*product, int chapter = 0) {
    return [product, chapter](Session& session, const Showroom& room) {
        session.open_product = room.*product;
        session.chapter = chapter;
    };
}

void many_filters(Session& session, const Showroom& room) {
    session.filters.group = GroupCode("food");
    session.filters.stars = {3, 4, 5};
    session.filters.makers = {ProducerType::cooperative, ProducerType::enterprise, ProducerType::household};
    session.filters.in_stock = true;
    if (!room.view->areas().empty()) session.filters.area = room.view->areas().front().name;
}

auto notice(Notice::Kind kind) {
    return [kind](Session& session, const Showroom& room) {
        session.notice = Notice{kind, {room.full, Quantity::of(1)}, shown_at};
    };
}

auto enquiry_about(Sku Showroom::*product) {
    return [product](Session& session, const Showroom& room) { session.enquiry.product = room.*product; };
}

constexpr std::int64_t one_round = 8 * 8000; // ms in which attract shows all its slides

} // namespace

States<VisitorState> states_of(Page page) {
    switch (page) {
    case Page::attract:
        return {"attract",
                {{"first slide"},
                 {.name = "second slide", .wait = 8000},
                 {.name = "mirrored", .wait = one_round},
                 {.name = "nothing to show", .empty_booth = true}}};
    case Page::home:
        return {"home",
                {{"as it begins"},
                 {"just added", notice(Notice::Kind::added)},
                 {"with a basket", [](Session& s, const Showroom& room) { fill_basket(s, room, 4); }},
                 {.name = "nobody there", .nobody_there = true},
                 {.name = "nothing to show", .empty_booth = true}}};
    case Page::list:
        return {"list",
                {{"everything"},
                 {"a group", [](Session& s, const Showroom&) { s.filters.group = GroupCode("herbal"); }},
                 {"many filters", many_filters},
                 {"nothing found",
                  [](Session& s, const Showroom& room) {
                      many_filters(s, room);
                      s.filters.in_season = true;
                      s.filters.makers = {ProducerType::other};
                  }},
                 {.name = "nothing to show", .empty_booth = true}}};
    case Page::story:
        return {"story",
                {{"long names", story_of(&Showroom::full)},
                 {"last chapter", story_of(&Showroom::full, 99)},
                 {"sold out, not graded", story_of(&Showroom::plain)},
                 {"expired, dear", story_of(&Showroom::expired)},
                 {"potential five, no price", story_of(&Showroom::potential)},
                 {"by weight, few left", story_of(&Showroom::weighed)},
                 {"spirit, due soon", story_of(&Showroom::spirit)},
                 {"all in the basket",
                  [](Session& s, const Showroom& room) {
                      s.open_product = room.expired;
                      s.basket = {{room.expired, Quantity::of(2)}};
                  }},
                 {.name = "nobody there", .arrange = story_of(&Showroom::plain), .nobody_there = true}}};
    case Page::basket:
        return {"basket",
                {{"empty"},
                 {"one line",
                  [](Session& s, const Showroom& room) {
                      s.basket = {{room.full, Quantity::of(1)}};
                  }},
                 {"few left",
                  [](Session& s, const Showroom& room) {
                      s.basket = {{room.weighed, Quantity::of(2)}};
                  }},
                 {"full", [](Session& s, const Showroom& room) { fill_basket(s, room, 14); }},
                 {"just removed", notice(Notice::Kind::removed)}}};
    case Page::search:
        return {"search",
                {{"as it begins"},
                 {"found", [](Session& s, const Showroom&) { s.search = TypedText("mật ong rừng"); }},
                 {"nothing found", [](Session& s, const Showroom&) { s.search = TypedText("qqqqqqqq zzzzzzzz"); }},
                 {.name = "nothing to show", .empty_booth = true}}};
    case Page::enquiry:
        return {"enquiry",
                {{"empty", enquiry_about(&Showroom::full)},
                 {"filled",
                  [](Session& s, const Showroom& room) {
                      enquiry_about (&Showroom::full)(s, room);
                      s.enquiry.person = {"Nguyễn Thị Hạnh", "Cửa hàng đặc sản Hương Quê", "0900 000 000", "",
                                          "Cần hàng trước Tết"};
                      s.enquiry.agrees = true;
                  }},
                 {"sent", [](Session& s, const Showroom& room) {
                      enquiry_about (&Showroom::plain)(s, room);
                      s.enquiry.state = EnquiryForm::State::sent;
                  }}}};
    case Page::gift:
        return {
            "gift",
            {{"suggested",
              [](Session& s, const Showroom& room) { s.gift = plan_gift(*room.view, Occasion::tet, Dong{1'000'000}); }},
             {.name = "nothing to show", .empty_booth = true}}};
    case Page::places:
        return {"places",
                {{"map"},
                 {"an area", [](Session& s, const Showroom& room) { s.open_area = room.view->areas().front().name; }},
                 {.name = "nothing to show", .empty_booth = true}}};
    case Page::producer:
        return {"producer",
                {{"long names",
                  [](Session& s, const Showroom& room) { s.open_producer = room.view->find(room.full)->producer->id; }},
                 {"few words", [](Session& s, const Showroom& room) {
                      s.open_producer = room.view->find(room.plain)->producer->id;
                  }}}};
    }
    return {};
}

States<VisitorState> states_of(VisitorSheet sheet) {
    switch (sheet) {
    case VisitorSheet::none:
        return {};
    case VisitorSheet::filters:
        return {"sheet", {{"filters", many_filters}}};
    case VisitorSheet::areas:
        return {"sheet", {{"places"}}};
    case VisitorSheet::access:
        return {"sheet", {{"accessibility"}}};
    case VisitorSheet::languages:
        return {"sheet", {{"languages"}}};
    case VisitorSheet::consent:
        return {"sheet", {{"consent", [](Session& s, const Showroom& room) {
                               s.page = Page::enquiry;
                               enquiry_about (&Showroom::full)(s, room);
                           }}}};
    }
    return {};
}

std::vector<ScrollState*> scrolls_of(Session& session) {
    std::vector<ScrollState*> all;
    for (Scrolled* each : {&session.home_scroll, &session.list_scroll, &session.filter_scroll, &session.story_scroll,
                           &session.panel_scroll, &session.basket_scroll, &session.search_scroll, &session.sheet_scroll,
                           &session.enquiry_scroll, &session.gift_scroll, &session.wishes_scroll,
                           &session.places_scroll, &session.area_scroll, &session.producer_scroll})
        all.push_back(&each->scroll);
    return all;
}

} // namespace ocop::test
