#include "pos/text/vietnamese_letters.h"

#include "pos/text/fold.h"
#include "pos/text/nfc.h"
#include "pos/text/syllable.h"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace ocop;

TEST_CASE("the 134 accented letters and the plain ones come apart and together again", "[text][typing]") {
    std::set<std::string> accented;
    for (const char plain : std::string_view("abcdefghijklmnopqrstuvwxyz"))
        for (const auto mark :
             {LetterMark::none, LetterMark::circumflex, LetterMark::breve, LetterMark::horn, LetterMark::bar})
            for (int tone = 0; tone < 6; ++tone)
                for (const bool upper : {false, true}) {
                    VietnameseLetter letter{plain, mark, static_cast<Tone>(tone), upper};
                    if (!can_carry(plain, mark) || (tone > 0 && !letter.vowel())) continue;
                    std::string text;
                    append_letter(text, letter);
                    INFO(text);
                    const auto read = read_letter(text + "x");
                    REQUIRE(read.has_value());
                    CHECK(read->letter == letter);
                    CHECK(read->bytes == text.size());
                    CHECK(is_nfc(text));
                    CHECK(fold(text) == std::string(1, plain));
                    CHECK(upper == (upper_case(text) == text));
                    if (text.size() > 1) accented.insert(text);
                }
    CHECK(accented.size() == 134);
}

TEST_CASE("what is no letter of Vietnamese is not read as one", "[text][typing]") {
    for (const auto* text : {"", "1", " ", "ö", "₫", "中", "\xC3", "\xFF"})
        CHECK_FALSE(read_letter(text).has_value());
}

TEST_CASE("the last word is found behind anything else", "[text][typing]") {
    CHECK(last_word_begins("mật ong") == std::string("mật ").size());
    CHECK(last_word_begins("mật ") == std::string("mật ").size());
    CHECK(last_word_begins("đặc") == 0);
    CHECK(last_word_begins("500g") == 3);
    CHECK(last_word_begins("") == 0);
    CHECK(text_of(letters_in("Đặng-9 ơi")) == "Đặngơi");
}

TEST_CASE("beginnings of syllables are told from other words", "[text][typing]") {
    for (const auto* text : {"ng", "ngh", "nguyen", "nguyễn", "thuở", "quýt", "gì", "giếng", "khuỷu", "xoong", "yêu"})
        CHECK(could_be_syllable(letters_in(text)));
    for (const auto* text : {"ôcp", "fa", "tést", "càt", "ngànx", "bâo", "quâo", "shop", "tiềp"}) {
        INFO(text);
        CHECK_FALSE(could_be_syllable(letters_in(text)));
    }
}
