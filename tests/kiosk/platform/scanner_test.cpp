#include "kiosk/platform/scanner.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

std::optional<std::string> feed(Scanner& scanner, const std::string& text, std::int64_t gap, std::int64_t& now) {
    for (const char c : text)
        scanner.character(static_cast<char32_t>(c), Monotonic{now += gap});
    return scanner.terminator(Monotonic{now += gap});
}

} // namespace

TEST_CASE("codes are recognised however slowly frames deliver them", "[platform]") {
    Scanner scanner;
    std::int64_t now = 0;
    CHECK(feed(scanner, "2900010000015", 2, now) == "2900010000015");
    CHECK(feed(scanner, "8935001000013", 700, now) == "8935001000013");
    CHECK(feed(scanner, "https://truyxuat.example/lo/HT-1126", 100, now) == "https://truyxuat.example/lo/HT-1126");
    CHECK(feed(scanner, "OCOP-RECEIPT:Q2A-000137", 150, now) == "OCOP-RECEIPT:Q2A-000137");
    CHECK(feed(scanner, "LOT-17", 5, now) == "LOT-17");
    for (int i = 0; i < 30; ++i)
        CHECK(feed(scanner, "2900010000015", 3, now));
}

TEST_CASE("a PIN typed just before a scan is not part of the code", "[platform]") {
    Scanner scanner;
    std::int64_t now = 0;
    for (const char c : std::string("102030"))
        scanner.character(static_cast<char32_t>(c), Monotonic{now += 180});
    now += 900;
    CHECK(feed(scanner, "2900000010000", 5, now) == "2900000010000");
    for (const char c : std::string("102030"))
        scanner.character(static_cast<char32_t>(c), Monotonic{now += 180});
    now += 900;
    CHECK_FALSE(feed(scanner, "29", 300, now));
}

TEST_CASE("a person's typing that ends with Enter is not a scan", "[platform]") {
    Scanner scanner;
    std::int64_t now = 0;
    CHECK_FALSE(feed(scanner, "mat ong", 180, now));
    CHECK_FALSE(feed(scanner, "185000", 200, now));
    CHECK_FALSE(feed(scanner, "8935001000014", 200, now)); // wrong check digit
    CHECK_FALSE(feed(scanner, "ab", 1, now));
    CHECK_FALSE(scanner.terminator(Monotonic{now}));
    scanner.character(U'ế', Monotonic{now});
    CHECK_FALSE(feed(scanner, "", 1, now));
}

TEST_CASE("a code begun long ago does not run into the next", "[platform]") {
    Scanner scanner;
    std::int64_t now = 0;
    scanner.character(U'9', Monotonic{now});
    now += 10'000;
    CHECK(feed(scanner, "2900010000015", 2, now) == "2900010000015");
}
