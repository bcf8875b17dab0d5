#include "kiosk/visitor/usage_watch.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

constexpr std::int64_t limit = 90'000;
const UsageHour ten{10};

// Somebody in front of the screen.
struct WatchedVisit {
    UsageWatch watch;
    Session session;
    Monotonic now{5000};
    UsageHour hour = ten;

    void frame(std::int64_t milliseconds = 16, bool active = true) {
        now.milliseconds += milliseconds;
        watch.look(session, active, limit, hour, now);
    }
    void show(Page page, const char* sku = "") {
        session.page = page;
        session.open_product = Sku(sku);
        session.code_seen = false;
        frame();
    }
    void end(SessionEnd reason) {
        watch.ended(session, reason, hour, now);
        session = {};
        frame();
    }
    UsageCounts taken() {
        UsageCounts all;
        while (auto due = watch.take_due(hour, {now.milliseconds + UsageWatch::hand_over_every}))
            all += due->counts;
        return all;
    }
};

} // namespace

TEST_CASE("a view lasts while its story is shown, however few frames are drawn", "[usage]") {
    WatchedVisit visit;
    visit.frame();
    visit.show(Page::home);
    visit.show(Page::story, "A");
    visit.frame(20'000); // nothing moved: no frame in between
    visit.session.code_seen = true;
    visit.frame(1000);
    visit.show(Page::story, "B");
    visit.frame(3000);
    visit.show(Page::list);
    visit.frame(50'000);
    visit.session.language = "en";
    visit.end(SessionEnd::asked);
    auto counts = visit.taken();
    CHECK(counts.products[Sku("A")] == ProductUsage{1, 21'016, 1, 0, 0, 0, 0});
    CHECK(counts.products[Sku("B")] == ProductUsage{1, 3016, 0, 0, 0, 0, 0});
    CHECK(counts.measures ==
          std::map<std::string, std::int64_t>{{"sessions", 1}, {"ended_asked", 1}, {"language.en", 1}});
}

TEST_CASE("nobody there counts nothing: not while asked, never above the limit, not on attract", "[usage]") {
    WatchedVisit visit;
    visit.show(Page::story, "A");
    visit.frame(limit);         // until the question
    visit.frame(0, false);      // it is asked
    visit.frame(15'000, false); //
    visit.frame(5'000);         // answered: the view goes on
    visit.frame(10 * limit);    // and is at its limit
    visit.end(SessionEnd::idle);
    visit.frame(10 * limit);
    auto counts = visit.taken();
    CHECK(counts.products[Sku("A")].dwell == limit);
    CHECK(counts.products[Sku("A")].views == 1);
    CHECK(counts.measures["sessions"] == 1);
    CHECK(counts.measures["ended_idle"] == 1);
    visit.watch.ended(visit.session, SessionEnd::staff, ten, visit.now); // staff came, nobody was there
    CHECK(visit.taken().empty());
}

TEST_CASE("dwell stops while the question stands", "[usage]") {
    WatchedVisit visit;
    visit.show(Page::story, "A");
    visit.frame(1000);
    visit.frame(0, false);
    visit.frame(15'000, false);
    visit.frame(0); // answered
    visit.frame(2000);
    visit.end(SessionEnd::asked);
    CHECK(visit.taken().products[Sku("A")].dwell == 3000);
}

TEST_CASE("counts are handed over at a session's end, each minute, and when the hour changes", "[usage]") {
    WatchedVisit visit;
    visit.show(Page::story, "A");
    visit.watch.picked(Sku("A"), ten);
    CHECK_FALSE(visit.watch.take_due(ten, visit.now)); // a minute has not passed since the start
    visit.end(SessionEnd::asked);
    const auto first = visit.watch.take_due(ten, visit.now);
    REQUIRE(first);
    CHECK(first->hour == ten);
    CHECK_FALSE(visit.watch.take_due(ten, visit.now));

    visit.show(Page::story, "B");
    visit.hour = {11};
    visit.watch.searched(false, visit.hour);
    visit.watch.face(Sku("B"), Face::poor, visit.hour);
    const auto before = visit.watch.take_due(visit.hour, visit.now);
    REQUIRE(before);
    CHECK(before->hour == ten);
    CHECK(before->counts.products.at(Sku("B")).views == 1);
    CHECK_FALSE(visit.watch.take_due(visit.hour, visit.now));
    const auto after = visit.watch.take_due(visit.hour, {visit.now.milliseconds + UsageWatch::hand_over_every});
    REQUIRE(after);
    CHECK(after->hour == UsageHour{11});
    CHECK(after->counts.measures.at("found_nothing") == 1);
    CHECK(after->counts.products.at(Sku("B")).poor == 1);
}

TEST_CASE("the program's end takes the view that goes on", "[usage]") {
    WatchedVisit visit;
    visit.show(Page::story, "A");
    visit.frame(4000);
    const auto last = visit.watch.take_all();
    REQUIRE(last);
    CHECK(last->counts.products.at(Sku("A")) == ProductUsage{1, 4000, 0, 0, 0, 0, 0});
    CHECK_FALSE(visit.watch.take_all());
}
