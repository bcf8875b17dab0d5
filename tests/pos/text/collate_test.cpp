#include "pos/text/collate.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace ocop;

TEST_CASE("Letters follow the Vietnamese alphabet", "[text]") {
    const std::vector<std::string> alphabet{"a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m",
                                            "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"};
    for (std::size_t at = 1; at < alphabet.size(); ++at) {
        INFO(alphabet[at - 1] << " before " << alphabet[at]);
        CHECK(compare_vietnamese(alphabet[at - 1], alphabet[at]) == std::strong_ordering::less);
        CHECK(vietnamese_sort_key(alphabet[at - 1]) < vietnamese_sort_key(alphabet[at]));
    }
}

TEST_CASE("Tones are compared after letters: none, huyền, hỏi, ngã, sắc, nặng", "[text]") {
    std::vector<std::string> words{"ma", "mà", "mả", "mã", "má", "mạ", "man", "măn"};
    const auto wanted = words;
    std::reverse(words.begin(), words.end());
    std::sort(words.begin(), words.end(), [](const auto& left, const auto& right) {
        return vietnamese_sort_key(left) < vietnamese_sort_key(right);
    });
    CHECK(words == wanted);
}

TEST_CASE("Digraphs are not letters of their own and composed forms equal decomposed ones", "[text]") {
    CHECK(compare_vietnamese("chè", "cói") == std::strong_ordering::less);
    CHECK(compare_vietnamese("cam", "chè") == std::strong_ordering::less);
    CHECK(compare_vietnamese("Đặng", "\u0110a\u0323\u0306ng") == std::strong_ordering::equal);
    CHECK(vietnamese_sort_key("Đặng") == vietnamese_sort_key("\u0110a\u0323\u0306ng"));
}

TEST_CASE("A long text has a whole sort key", "[text]") {
    const std::string text(5000, 'a');
    CHECK(vietnamese_sort_key(text) < vietnamese_sort_key(text + "b"));
    CHECK(vietnamese_sort_key("").size() < vietnamese_sort_key("a").size());
}
