#include "pos/catalogue/word_match.h"

#include <catch2/catch.hpp>

#include <string>

using namespace ocop;

namespace {

// The text with what was matched in brackets.
std::string marked(std::string_view text, std::string_view typed) {
    std::string result;
    std::size_t at = 0;
    for (const auto& part : matched_parts(text, typed)) {
        result.append(text.substr(at, part.begin - at));
        result.append("[").append(text.substr(part.begin, part.end - part.begin)).append("]");
        at = part.end;
    }
    return result.append(text.substr(at));
}

} // namespace

TEST_CASE("beginnings of words are marked, whatever their accents", "[catalogue][search]") {
    CHECK(marked("Chè Cẩm Mỹ", "che c") == "[Chè] [C]ẩm Mỹ");
    CHECK(marked("HTX chè Cẩm Mỹ · Tất Thắng", "chè") == "HTX [chè] Cẩm Mỹ · Tất Thắng");
    CHECK(marked("Mật ong rừng", "mat on") == "[Mật] [on]g rừng");
    CHECK(marked("Đông trùng", "dô") == "[Đô]ng trùng");
    CHECK(marked("Ốc, ốc.", "oc") == "[Ốc], [ốc].");
}

TEST_CASE("a word with a slip is marked whole", "[catalogue][search]") {
    CHECK(marked("Chè lam Phủ Quảng", "quagn") == "Chè lam Phủ [Quảng]");
    CHECK(marked("Bình Liêu", "binh liue") == "[Bình] [Liêu]");
}

TEST_CASE("nothing typed or nothing matched marks nothing", "[catalogue][search]") {
    CHECK(matched_parts("Chè Cẩm Mỹ", "").empty());
    CHECK(matched_parts("Chè Cẩm Mỹ", " .,").empty());
    CHECK(matched_parts("Chè Cẩm Mỹ", "xyz").empty());
    CHECK(matched_parts("", "che").empty());
}
