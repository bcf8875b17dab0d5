#include "tests/support/small_showroom.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::SmallShowroom;

namespace {

// A story opened from the list.
struct StoryScreen : SmallShowroom {
    explicit StoryScreen(const std::string& sku, float width = 1920, float height = 1080)
        : SmallShowroom(width, height) {
        walk({"attract.start", "bar.products"});
        pull_up_to("product/" + sku, {width * 0.72f, height * 0.7f}, height * 0.25f);
    }
    // The panel at the right, from its top to its end.
    bool tells(const std::string& words) {
        for (int i = 0; i < 20; ++i) {
            if (ui.shows(words)) return true;
            pull({1550, 800}, {1550, 550});
        }
        return false;
    }
};

} // namespace

TEST_CASE("a story tells chapters, published facts with their source, and how to use and keep", "[visitor][story]") {
    StoryScreen story("ONG");
    CHECK(story.ui.shows("Ong theo hoa rừng"));
    CHECK(story.ui.shows("Đang vào mùa: tháng 10–12"));
    story.tap("chapter/2");
    CHECK(story.ui.shows("Mỗi tổ lấy hai lần."));
    story.tap("chapter/3");
    CHECK(story.ui.shows("Mật được quay khi tổ đã vít nắp."));
    CHECK(story.ui.shows("theo Báo Mẫu, 02/03/2025"));
    story.tap("chapter/4");
    CHECK(story.ui.shows("Pha với nước ấm."));
    CHECK(story.ui.shows("Để nơi khô mát."));
}

TEST_CASE("a swipe turns chapters as their chips do, and stops at both ends", "[visitor][story]") {
    StoryScreen story("ONG");
    const auto stroke = [&](float from, float to) {
        story.ui.drag({from, 300}, {to, 300});
        story.settle();
    };
    stroke(300, 800);
    CHECK(story.session().chapter == 0);
    stroke(800, 300);
    CHECK(story.session().chapter == 1);
    for (int i = 0; i < 9; ++i)
        stroke(800, 300);
    CHECK(story.session().chapter == 4);
    stroke(300, 800);
    CHECK(story.session().chapter == 3);
}

TEST_CASE("price, price of 100 ml, what is left here, and the codes for the phone", "[visitor][story]") {
    StoryScreen story("ONG");
    CHECK(story.ui.shows("180.000"));
    CHECK(story.ui.shows("36.000\u00A0₫/100 ml"));
    CHECK(story.ui.shows("Còn hàng tại gian này: 24"));
    CHECK(story.tells("Truy xuất nguồn gốc"));
    CHECK(story.tells("Postmart"));
    CHECK(story.tells("Zalo"));
}

TEST_CASE("each state of a certificate has its own words, and stars only while they may be shown", "[visitor][story]") {
    CHECK(StoryScreen("ONG").ui.shows("3 sao"));
    {
        StoryScreen potential("TRA");
        CHECK(potential.ui.shows("Tiềm năng 5 sao"));
        CHECK(potential.ui.shows("Cho đến lúc đó vẫn tính là 4 sao"));
    }
    {
        StoryScreen expired("MIEN");
        CHECK(expired.ui.shows("Hết hiệu lực từ 07/04/2024"));
        CHECK_FALSE(expired.ui.shows("4 sao"));
    }
    CHECK(StoryScreen("RUOU").ui.shows("Sắp đánh giá lại"));
    CHECK(StoryScreen("BAN").ui.shows("Chưa xếp hạng"));
}

TEST_CASE("on a lowered screen or with larger text the basket is one touch away without scrolling",
          "[visitor][story]") {
    for (const char* chosen : {"access.reach", "access.size/2"})
        for (const auto& [width, height] : {std::pair{1920.0f, 1080.0f}, std::pair{1366.0f, 768.0f}}) {
            INFO(chosen << " " << width);
            StoryScreen story("ONG", width, height);
            story.walk({"bar.access", chosen, "sheet/close"});
            const auto& add = story.ui.target("story.add");
            CHECK(add.hit == add.rect);
            CHECK(story.problems() == "");
        }
}

TEST_CASE("scrolled words pass under the way back, which stays readable", "[visitor][story]") {
    StoryScreen story("ONG", 1080, 1920);
    CHECK_FALSE(story.ui.has("story.strip"));
    story.walk({"story.text/down"});
    CHECK(story.ui.has("story.strip"));
    CHECK(story.problems() == "");
    story.tap("story.back");
    CHECK(story.session().page == Page::list);
}

TEST_CASE("spirits carry their age note, allergens are named", "[visitor][story]") {
    CHECK(StoryScreen("RUOU").tells("18 tuổi"));
    CHECK(StoryScreen("NM38").tells("Cá cơm"));
    CHECK_FALSE(StoryScreen("ONG").tells("18 tuổi"));
}

TEST_CASE("other packs and related products open their own story, and back finds the first again", "[visitor][story]") {
    StoryScreen story("NM38");
    const Point panel{1550, 850};
    story.pull_up_to("pack/NM43", panel, 250);
    CHECK(story.session().open_product == Sku{"NM43"});
    CHECK(story.ui.shows("43 độ đạm"));
    story.tap("story.back");
    CHECK(story.session().open_product == Sku{"NM38"});
    story.pull_up_to("product/ONG", panel, 250);
    CHECK(story.session().open_product == Sku{"ONG"});
    story.tap("story.back");
    story.tap("story.back");
    CHECK(story.session().page == Page::list);
}

TEST_CASE("the maker is one touch away", "[visitor][story][producer]") {
    StoryScreen story("ONG");
    story.tap("story.maker");
    CHECK(story.session().page == Page::producer);
    CHECK(story.session().open_producer == ProducerId{"htx-ong"});
    story.tap("producer.back");
    CHECK(story.session().page == Page::story);
}

TEST_CASE("stories are whole in every size and language", "[visitor][story]") {
    for (const auto& size : test::screen_sizes)
        for (const auto* language : {"vi", "en"})
            for (const auto* sku : {"ONG", "NM38", "TRA", "MIEN", "RUOU"}) {
                INFO(size.width << " x " << size.height << " " << language << " " << sku);
                StoryScreen story(sku, size.width, size.height);
                if (story.session().language != language)
                    story.walk({"bar.language", std::string("language/") + language});
                CHECK(story.problems() == "");
            }
}
