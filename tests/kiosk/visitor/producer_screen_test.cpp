#include "tests/support/small_showroom.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::SmallShowroom;

namespace {

struct ProducerScreen : SmallShowroom {
    explicit ProducerScreen(const std::string& producer, float width = 1920, float height = 1080)
        : SmallShowroom(width, height) {
        walk({"attract.start", "bar.products"});
        if (ui.has("list.filters")) {
            tap("list.filters");
            tap("list.makers");
            tap("filters.show");
        } else {
            tap("list.makers");
        }
        tap("maker/" + producer);
    }
};

} // namespace

TEST_CASE("a producer's page says who they are, what they make and how to reach them", "[visitor][producer]") {
    ProducerScreen screen("htx-ong");
    CHECK(screen.ui.shows("Hợp tác xã Hợp Tiến"));
    CHECK(screen.ui.shows("Hợp tác xã có 8 thành viên"));
    CHECK(screen.ui.shows("Tháng 10–12"));
    CHECK(screen.ui.shows("0203 000 000"));
    CHECK(screen.ui.shows("hoptien.example"));
    CHECK(screen.ui.shows("HT")); // initials stand for the portrait
    CHECK(screen.ui.has("product/ONG"));
    screen.tap("product/SAP");
    CHECK(screen.session().page == Page::story);
    screen.tap("story.back");
    CHECK(screen.session().page == Page::producer);
    screen.tap("producer.back");
    CHECK(screen.session().page == Page::list);
}

TEST_CASE("without a published contact the page says so and shows no number", "[visitor][producer]") {
    ProducerScreen screen("khai-hoan");
    CHECK(screen.ui.shows("chưa công bố cách liên hệ"));
    CHECK_FALSE(screen.ui.shows("0203"));
}

TEST_CASE("in English the name keeps its Vietnamese form with its meaning beneath", "[visitor][producer]") {
    ProducerScreen screen("htx-ong");
    screen.walk({"bar.language", "language/en"});
    CHECK(screen.ui.shows("Hợp tác xã Hợp Tiến"));
    CHECK(screen.ui.shows("Hợp Tiến Co-operative"));
    CHECK(screen.ui.shows("From this cooperative"));
    CHECK(screen.ui.shows("In Vietnamese")); // what is told has no translation
}

TEST_CASE("producers' pages are whole in every size, language and text size", "[visitor][producer]") {
    for (const auto& size : test::screen_sizes)
        for (const auto* language : {"vi", "en"})
            for (const auto* producer : {"htx-ong", "gom"}) {
                INFO(size.width << " x " << size.height << " " << language << " " << producer);
                ProducerScreen screen(producer, size.width, size.height);
                if (screen.session().language != language)
                    screen.walk({"bar.language", std::string("language/") + language});
                CHECK(screen.problems() == "");
                screen.walk({"bar.access", "access.size/2"});
                screen.ui.press_key(Key::escape);
                screen.settle();
                CHECK(screen.session().page == Page::producer);
                CHECK(screen.problems() == "");
            }
}
