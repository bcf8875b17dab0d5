#include "kiosk/visitor/visitor_intent.h"

#include "tests/support/small_showroom.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

struct Walk {
    VisitorView view{std::make_shared<const Catalogue>(test::showroom_catalogue()), test::showroom_stock(),
                     *Day::parse(test::showroom_today)};
    Session session;
    void go(const Intent& intent) { session = apply(std::move(session), intent, view, Monotonic{1}); }
    std::string where() const {
        switch (session.page) {
        case Page::story:
            return "story " + session.open_product.text();
        case Page::producer:
            return "producer " + session.open_producer.text();
        case Page::list:
            return "list";
        case Page::places:
            return session.open_area ? "map of " + *session.open_area : "map";
        case Page::home:
            return "home";
        default:
            return "elsewhere";
        }
    }
    std::string back() {
        go(GoBack{});
        return where();
    }
};

} // namespace

TEST_CASE("back walks the way through stories and producers that was come", "[visitor][producer]") {
    Walk walk;
    walk.go(OpenList{});
    walk.go(OpenStory{Sku{"ONG"}});
    walk.go(OpenChapter{1});
    walk.go(OpenProducer{ProducerId{"htx-ong"}});
    walk.go(OpenStory{Sku{"SAP"}});
    walk.go(OpenProducer{ProducerId{"htx-ong"}});
    CHECK(walk.back() == "story SAP");
    CHECK(walk.back() == "producer htx-ong");
    CHECK(walk.back() == "story ONG");
    CHECK(walk.session.chapter == 1);
    CHECK(walk.back() == "list");
    CHECK(walk.back() == "home");
}

TEST_CASE("a producer opened from the list or the map leads back there", "[visitor][producer]") {
    Walk walk;
    walk.go(OpenList{});
    walk.go(OpenProducer{ProducerId{"gom"}});
    CHECK(walk.back() == "list");
    walk.go(OpenPlaces{});
    walk.go(ShowArea{"Quảng Ninh"});
    walk.go(OpenStory{Sku{"MIEN"}});
    CHECK(walk.back() == "map of Quảng Ninh");
    CHECK(walk.back() == "map");
    CHECK(walk.back() == "home");
}

TEST_CASE("a new beginning forgets the way", "[visitor][producer]") {
    Walk walk;
    walk.go(OpenStory{Sku{"ONG"}});
    walk.go(OpenProducer{ProducerId{"htx-ong"}});
    walk.go(OpenList{});
    walk.go(OpenStory{Sku{"TRA"}});
    CHECK(walk.back() == "list");
}

TEST_CASE("going round in circles keeps only the latest steps", "[visitor][producer]") {
    Walk walk;
    for (int i = 0; i < 500; ++i) {
        walk.go(OpenStory{Sku{"ONG"}});
        walk.go(OpenProducer{ProducerId{"htx-ong"}});
    }
    CHECK(walk.session.trail.size() <= 40);
    CHECK(walk.back() == "story ONG");
}

TEST_CASE("whoever leaves an enquiry for the basket comes back to what it was about", "[visitor][basket][enquiry]") {
    Walk walk;
    walk.go(OpenStory{Sku{"ONG"}});
    walk.go(OpenEnquiry{Sku{"ONG"}});
    walk.go(OpenBasket{});
    CHECK(walk.back() == "story ONG");
    CHECK(walk.back() == "home");
}

TEST_CASE("unknown products and producers open nothing", "[visitor][producer]") {
    Walk walk;
    walk.go(OpenList{});
    walk.go(OpenProducer{ProducerId{"nobody"}});
    walk.go(OpenStory{Sku{"NOTHING"}});
    CHECK(walk.where() == "list");
    CHECK(walk.session.trail.empty());
}

TEST_CASE("what was chosen last is known until the list is opened anew", "[visitor][filters]") {
    Walk walk;
    walk.go(OpenList{});
    Filters filters;
    filters.gift = true;
    walk.go(ChangeFilters{filters});
    filters.stars = {3};
    walk.go(ChangeFilters{filters});
    CHECK(walk.session.filters_before.gift);
    CHECK(walk.session.filters_before.stars.empty());
    walk.go(OpenList{filters});
    CHECK(walk.session.filters_before == Filters{});
}
