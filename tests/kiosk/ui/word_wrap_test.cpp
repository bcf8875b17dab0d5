#include "kiosk/ui/word_wrap.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

// Ten px a character, marks of UTF-8 counted once.
float ten_each(std::string_view text) {
    float width = 0;
    for (const char c : text)
        if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) width += 10;
    return width;
}

std::string joined(const WrappedText& wrapped) {
    std::string all;
    for (const auto& line : wrapped.lines)
        all += (all.empty() ? "" : " ") + line;
    return all;
}

} // namespace

TEST_CASE("text breaks at spaces only and keeps no-break spaces together", "[kiosk][ui]") {
    const auto wrapped = wrap_text("Giá 185.000\u00A0₫ một chai", 110, ten_each);
    CHECK(wrapped.lines == std::vector<std::string>{"Giá", "185.000\u00A0₫", "một chai"});
    CHECK_FALSE(wrapped.truncated);
}

TEST_CASE("Chinese and Japanese break between characters, but never before closing marks", "[kiosk][ui]") {
    const auto chinese = wrap_text("轻触屏幕，认识 OCOP 物产", 50, ten_each);
    CHECK(chinese.lines == std::vector<std::string>{"轻触屏幕，", "认识", "OCOP", "物产"});
    CHECK_FALSE(chinese.broke_word);
    const auto japanese = wrap_text("「旬」の物語。", 30, ten_each);
    CHECK(japanese.lines == std::vector<std::string>{"「旬」", "の物", "語。"});
    CHECK_FALSE(japanese.broke_word);
    CHECK(wrap_text("눌러서 시작", 30, ten_each).lines == std::vector<std::string>{"눌러서", "시작"});
}

TEST_CASE("wrapping keeps every word and no line is wider than asked", "[kiosk][ui]") {
    const std::string story =
        "Ở thị trấn Bình Liêu, HTX Hợp Tiến khép kín từ khai thác, chế biến đến đóng chai. Máy ép và "
        "máy hạ thủy phần giúp mật sánh đều; tem truy xuất được dán lên từng chai.";
    test::HeadlessUi ui([&](Ui& frame) {
        for (const TextRole role : {TextRole::T2, TextRole::S3, TextRole::B1})
            for (float width = 220; width < 1200; width += 37) {
                const auto wrapped = frame.canvas().wrap(role, width, story);
                CHECK(joined(wrapped) == story);
                CHECK_FALSE(wrapped.broke_word);
                for (const auto& line : wrapped.lines)
                    CHECK(frame.canvas().text_width(role, line) <= width + 1);
            }
    });
}

TEST_CASE("only a word wider than the line is cut, between letters", "[kiosk][ui]") {
    const auto wrapped = wrap_text("xem https://ocop.example/sản-phẩm ngay", 100, ten_each);
    CHECK(wrapped.broke_word);
    std::string all;
    for (const auto& line : wrapped.lines) {
        CHECK(ten_each(line) <= 100);
        all += line;
    }
    CHECK(all.find("https://ocop.example/sản-phẩm") != std::string::npos);
}

TEST_CASE("line ends in the text begin new lines", "[kiosk][ui]") {
    CHECK(wrap_text("một\n\nhai", 500, ten_each).lines == std::vector<std::string>{"một", "", "hai"});
}

TEST_CASE("more text than lines ends with an ellipsis that fits", "[kiosk][ui]") {
    const auto wrapped = wrap_text("Viên nang Đông trùng hạ thảo Vietcor", 120, ten_each, 2);
    CHECK(wrapped.truncated);
    REQUIRE(wrapped.lines.size() == 2);
    CHECK(wrapped.lines[1].ends_with("…"));
    CHECK(ten_each(wrapped.lines[1]) <= 120);
    CHECK(with_ellipsis("ngắn", 100, ten_each) == "ngắn");
    CHECK(with_ellipsis("đặc sản Hạ Long", 80, ten_each) == "đặc sản…");
}

TEST_CASE("text wider than its place is reported, text that fits is not", "[kiosk][ui]") {
    test::HeadlessUi ui([&](Ui& frame) {
        frame.canvas().text(TextRole::T2, Rect{0, 0, 500, 40}, "Còn hàng", frame.colours().ink);
        frame.canvas().text(TextRole::T2, Rect{0, 50, 40, 40}, "Quá dài", frame.colours().ink);
        frame.canvas().text(TextRole::T2, Rect{0, 100, 60, 40}, "Cắt bớt", frame.colours().ink, Align::left,
                            Fit::ellipsis);
    });
    REQUIRE(ui.texts().size() == 3);
    CHECK(ui.texts()[0].fits);
    CHECK_FALSE(ui.texts()[1].fits);
    CHECK(ui.texts()[2].fits);
    CHECK(ui.texts()[2].truncated);
}
