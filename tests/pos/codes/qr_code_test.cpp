#include "pos/codes/qr_code.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ocop;

TEST_CASE("a terminal's code is the matrix with its quiet zone, two rows a line", "[codes]") {
    const auto matrix = qr_matrix("https://192.168.1.4:8443#ca=00");
    REQUIRE(matrix);
    const auto text = qr_for_terminal(*matrix);
    const auto lines = std::count(text.begin(), text.end(), '\n');
    CHECK(lines == (matrix->size + 2 * qr_quiet_zone + 1) / 2);
    // The quiet zone is light, the corner of the finder pattern below it dark over dark.
    std::string light;
    for (int column = 0; column < matrix->size + 2 * qr_quiet_zone; ++column)
        light += "█";
    CHECK(text.compare(0, light.size() + 1, light + "\n") == 0);
    REQUIRE(matrix->at(0, 0));
    const auto third = text.find('\n', text.find('\n') + 1) + 1;
    CHECK(text.compare(third, 4 * 3 + 1, "████ ") == 0);
}

TEST_CASE("a text that fits no code is refused with its length", "[codes]") {
    const auto refused = qr_matrix(std::string(3000, 'x'));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "error.qr_too_long");
    CHECK(refused.error().values.at(0).second == "3000");
}

TEST_CASE("capitals and digits make a smaller code than other letters", "[codes]") {
    CHECK(qr_matrix(std::string(200, 'A') + "-7")->size < qr_matrix(std::string(200, 'a') + "-7")->size);
    CHECK(qr_matrix(std::string(3391, '-')));
    CHECK_FALSE(qr_matrix(std::string(3392, '-')));
}
