#include "kiosk/ui/banknote.h"
#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/charts.h"
#include "kiosk/ui/dialog.h"
#include "kiosk/ui/number_pad.h"
#include "kiosk/ui/progress.h"
#include "kiosk/ui/stars.h"
#include "kiosk/ui/table.h"
#include "kiosk/ui/text_field.h"
#include "kiosk/ui/toast.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using test::HeadlessUi;

namespace {

ProductCard sample_card() {
    ProductCard card;
    card.name = "product/MAT-ONG";
    card.title = "Bánh gạo lứt rong biển chà bông tép";
    card.maker = "Hộ kinh doanh Chè Nguyễn";
    card.stars = Stars::potential_five;
    card.price = "1.268.000\u00A0₫";
    card.stock = "Còn hàng";
    card.group = GroupCode("food");
    card.group_name = "Thực phẩm";
    card.id = "MAT-ONG";
    return card;
}

// One of each, laid out for any screen.
void component_sheet(Ui& ui) {
    ui.canvas().fill(ui.screen(), ui.colours().paper);
    Rect page = inset(ui.screen(), ui.px(24));
    const float wide = std::min(page.w, ui.px(1032));
    page.w = wide;
    const float gap = ui.px(12);
    Rect line = cut_top(page, ui.target_size(64), gap);
    button(ui, "button/tertiary", cut_left(line, ui.px(240), gap), ui.text("ui.close"), {ButtonLook::tertiary});
    button(ui, "button/secondary", cut_left(line, ui.px(240), gap), ui.text("ui.more"),
           {ButtonLook::secondary, Icon::plus});
    button(ui, "button/destructive", cut_left(line, ui.px(240), gap), ui.text("ui.clear"),
           {ButtonLook::destructive, Icon::trash});
    ButtonSpec off;
    off.enabled = false;
    button(ui, "button/off", cut_left(line, ui.px(240)), ui.text("ui.less"), off);
    line = cut_top(page, ui.target_size(88, TargetRole::commit), gap);
    ButtonSpec commit{ButtonLook::primary, Icon::check};
    commit.role = TargetRole::commit;
    commit.text = TextRole::B0;
    button(ui, "button/commit", cut_left(line, ui.px(420), gap), ui.text("ui.close"), commit);
    button(ui, "button/start", line, ui.text("ui.more"), {ButtonLook::start, Icon::basket});
    line = cut_top(page, chip_height(ui), gap);
    chip(ui, "chip/on", cut_left(line, chip_width(ui, ui.text("ui.stars_four"), true), gap), ui.text("ui.stars_four"),
         true);
    chip(ui, "chip/off", cut_left(line, chip_width(ui, ui.text("ui.stars_five"), false), gap), ui.text("ui.stars_five"),
         false);
    stepper(ui, "stepper", cut_left(line, ui.px(220), gap), "12", true, false);
    choice(ui, "choice", line, ui.text("ui.stars_three"), true, Icon::cash);
    line = cut_top(page, ui.target_size(64), gap);
    auto halves = columns(line, 2, gap);
    check_row(ui, "check", halves[0], ui.text("ui.stars_three"), true, "115");
    toggle_row(ui, "toggle", halves[1], ui.text("ui.more"), true, Icon::contrast);
    line = cut_top(page, ui.target_size(72), gap);
    halves = columns(line, 2, gap);
    text_field(ui, "field", halves[0], {.value = "Nguyễn Văn Sơn", .placeholder = "Tên", .active = true});
    text_field(ui, "search", halves[1], {.placeholder = "Tìm tên", .icon = Icon::search});
    line = cut_top(page, tag_height(ui), gap);
    for (const TagLook look : {TagLook::pine, TagLook::hoe, TagLook::son, TagLook::grey, TagLook::indigo})
        line.x += tag(ui, {line.x, line.y}, ui.text("ui.stars_three"), look, Icon::check) + gap;
    line = cut_top(page, ui.px(110), gap);
    star_seal(ui, cut_left(line, ui.px(110), gap), Stars::four);
    star_line(ui, line, Stars::potential_five, ui.px(32));
    const Rect left = cut_left(page, ui.px(420), ui.px(24));
    product_card(ui, {left.x, left.y, left.w, std::max(left.h, ui.px(400))}, sample_card());
}

} // namespace

TEST_CASE("components are large enough, legible and fit their words on every screen", "[kiosk][ui]") {
    struct Screen {
        float width, height;
    };
    for (const Screen screen : {Screen{1920, 1080}, Screen{1080, 1920}, Screen{3840, 2160}})
        for (const char* code : {"vi", "en"})
            for (const bool high_contrast : {false, true})
                for (const TextSize size : {TextSize::normal, TextSize::large}) {
                    HeadlessUi ui(component_sheet, screen.width, screen.height);
                    ui.options.language = &test::language(code);
                    ui.options.high_contrast = high_contrast;
                    ui.options.text_size = size;
                    ui.frame();
                    std::string all;
                    for (const auto& problem : ui.problems())
                        all += problem + "\n";
                    INFO(screen.width << " x " << screen.height << " " << code << " contrast " << high_contrast);
                    CHECK(all == "");
                }
}

TEST_CASE("stars are always told in words as well", "[kiosk][ui]") {
    HeadlessUi ui([](Ui& frame) { star_line(frame, {0, 0, 600, 60}, Stars::potential_five, 32); });
    CHECK(ui.shows("Tiềm năng 5 sao"));
    ui.options.language = &test::language("en");
    ui.frame();
    CHECK(ui.shows("Potential 5 star"));
}

TEST_CASE("a product without a valid certificate shows no stars", "[kiosk][ui]") {
    ProductCard card = sample_card();
    card.stars.reset();
    HeadlessUi ui([&](Ui& frame) { product_card(frame, {10, 10, 400, 460}, card); });
    CHECK_FALSE(ui.shows("sao"));
    CHECK(ui.shows("1.268.000"));
}

TEST_CASE("a number pad enters, erases and clears", "[kiosk][ui]") {
    std::string digits;
    HeadlessUi ui([&](Ui& frame) {
        digits = applied(digits, number_pad(frame, "pad", {100, 100, 500, 500}, PadLayout::pin), PadLayout::pin, 6);
    });
    for (const char* key : {"pad/0", "pad/4", "pad/7"})
        ui.tap(key);
    CHECK(digits == "047");
    ui.tap("pad/erase");
    CHECK(digits == "04");
    ui.type("19");
    ui.type("2");
    CHECK(digits.starts_with("04"));
    ui.press_key(Key::backspace);
    ui.tap("pad/clear");
    CHECK(digits.empty());
    for (int i = 0; i < 8; ++i)
        ui.tap("pad/5");
    CHECK(digits == "555555");
}

TEST_CASE("an amount has no leading zeros and 000 multiplies by a thousand", "[kiosk][ui]") {
    std::string digits;
    HeadlessUi ui([&](Ui& frame) {
        digits = applied(digits, number_pad(frame, "pad", {100, 100, 500, 500}, PadLayout::money), PadLayout::money, 9);
    });
    ui.tap("pad/0");
    ui.tap("pad/000");
    CHECK(digits.empty());
    ui.tap("pad/6");
    ui.tap("pad/000");
    CHECK(digits == "6000");
}

TEST_CASE("a dialog answers safe or doing, and Escape is safe", "[kiosk][ui]") {
    std::optional<DialogAnswer> answer;
    int behind = 0;
    HeadlessUi ui([&](Ui& frame) {
        if (button(frame, "behind", {0, 0, 1920, 1080}, "Behind")) ++behind;
        if (!answer)
            answer = dialog(frame, "discard", {"Bỏ đơn đang bán?", "4 món sẽ trở lại kệ.", "Giữ đơn", "Bỏ đơn", true},
                            Monotonic{0});
    });
    ui.tap("discard/do");
    CHECK(answer == DialogAnswer::doing);
    answer.reset();
    ui.frame();
    ui.press_key(Key::escape);
    CHECK(answer == DialogAnswer::safe);
    answer.reset();
    ui.frame();
    ui.press({20, 20});
    ui.release();
    CHECK(behind == 0);
}

TEST_CASE("a toast shows for three seconds, with an action for eight", "[kiosk][ui]") {
    ToastState state;
    bool undone = false;
    HeadlessUi ui([&](Ui& frame) { undone = draw_toast(frame, state, 900) || undone; });
    state.show({"Đã thêm vào giỏ"}, ui.options.now);
    ui.frame(300);
    CHECK(ui.shows("Đã thêm"));
    ui.frame(2500);
    CHECK(state.shown);
    ui.frame(800);
    CHECK_FALSE(state.shown);

    state.show({"Đã bỏ món", Icon::check, false, "Hoàn tác", "toast.undo"}, ui.options.now);
    ui.frame(5000);
    REQUIRE(ui.has("toast.undo"));
    CHECK(ui.problems().empty());
    ui.tap("toast.undo");
    CHECK(undone);
    CHECK_FALSE(state.shown);
}

TEST_CASE("grid lines of a chart stand at round numbers above the highest value", "[kiosk][ui]") {
    CHECK(grid_step(22.6) == Approx(6));
    CHECK(grid_step(24) == Approx(6));
    CHECK(grid_step(100) == Approx(25));
    CHECK(grid_step(0) == 1);
    for (double value = 0.3; value < 1e7; value *= 1.37) {
        CHECK(grid_step(value) * 4 >= value * 0.999999);
        CHECK(grid_step(value) * 4 <= value * 1.7);
    }
}

TEST_CASE("charts and tables fit their words", "[kiosk][ui]") {
    HeadlessUi ui([](Ui& frame) {
        frame.canvas().fill(frame.screen(), frame.colours().surface);
        const auto whole = [](double value) { return std::to_string(static_cast<int>(value)); };
        bar_chart(frame, {50, 50, 800, 400}, {{"8h", 3, "3,0"}, {"9h", 22.6, "22,6"}, {"10h", 0, "0"}}, whole);
        line_chart(frame, {900, 50, 800, 400}, {"20", "21", "22"}, {{1, 5, 3}, "Năm nay"}, {{2, 4, 3}, "Năm trước"},
                   whole);
        lying_bars(frame, {50, 500, 800, 300}, {{"HTX Hợp Tiến", 14.8, "14.800.000"}, {"HTX Việt Hoàng", 0, "0"}});
        const std::vector<TableColumn> columns{{"Nhà sản xuất", 3}, {"Phải trả (₫)", 1.5f, Align::right}};
        table_header(frame, {900, 500, 900, 52}, columns);
        table_row(frame, "row/1", {900, 560, 900, 76}, columns, {{"HTX Hợp Tiến", "Bình Liêu"}, {"12.340.000"}}, true);
        table_total(frame, {900, 650, 900, 76}, columns, {{"Tổng cộng"}, {"12.340.000"}});
        banknote(frame, {900, 760, 148, 56}, Dong{50000}, "50.000");
    });
    std::string all;
    for (const auto& problem : ui.problems())
        all += problem + "\n";
    CHECK(all == "");
}

TEST_CASE("initials are of the last two words", "[kiosk][ui]") {
    CHECK(initials("Nguyễn Thu Hà") == "TH");
    CHECK(initials("Ẩn Đỗ") == "ẨĐ");
    CHECK(initials("Sơn") == "S");
    CHECK(initials("") == "");
}
