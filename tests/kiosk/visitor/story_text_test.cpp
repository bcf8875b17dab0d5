#include "kiosk/visitor/story_text.h"

#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

TEST_CASE("a source is named with its day, printed or read", "[visitor][story]") {
    const Language& vi = test::language("vi");
    CHECK(source_text(vi, "Báo Mẫu", "02/03/2025", "") == "theo Báo Mẫu, 02/03/2025");
    CHECK(source_text(vi, "Báo Mẫu", "02/03/2025", "23/11/2026") == "theo Báo Mẫu, 02/03/2025");
    CHECK(source_text(vi, "trang.vn", "", "23/11/2026") == "theo trang.vn, đọc ngày 23/11/2026");
    CHECK(source_text(vi, "trang.vn", "", "") == "theo trang.vn");
    CHECK(source_text(vi, "", "", "23/11/2026").empty());
}
