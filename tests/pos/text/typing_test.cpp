#include "pos/text/typing.h"

#include "pos/text/nfc.h"

#include <catch2/catch.hpp>

#include <string>

using namespace ocop;

namespace {

constexpr TypingRules telex_rules{TypingMethod::telex, TonePlacement::old_style};
constexpr TypingRules vni{TypingMethod::vni, TonePlacement::old_style};
constexpr TypingRules off{TypingMethod::off, TonePlacement::old_style};

std::string typed(std::string_view keys, const TypingRules& rules = telex_rules) {
    return type({}, keys, rules).text;
}

} // namespace

TEST_CASE("Telex keys write Vietnamese, tones anywhere after the vowel", "[text][typing]") {
    CHECK(typed("tieengs") == "tiếng");
    CHECK(typed("tieesng") == "tiếng");
    CHECK(typed("tiengse") == "tiếng");
    CHECK(typed("nuocsw") == "nước");
    CHECK(typed("uow") == "ươ");
    CHECK(typed("chef caamr myx") == "chè cẩm mỹ");
    CHECK(typed("Ddoong trufng haj thaor") == "Đông trùng hạ thảo");
    CHECK(typed("dangd") == "đang");
    CHECK(typed("NUOWCS MAWMS") == "NƯỚC MẮM");
    CHECK(typed("ruouwj") == "rượu");
    CHECK(typed("nuwoc") == "nươc");
    CHECK(typed("luuw") == "lưu");
    CHECK(typed("xuaan") == "xuân");
}

TEST_CASE("VNI digits write the same", "[text][typing]") {
    CHECK(typed("Chao2 Vie6t5 Nam", vni) == "Chào Việt Nam");
    CHECK(typed("vie6t5", vni) == "việt");
    CHECK(typed("nuoc71", vni) == "nước");
    CHECK(typed("d9a8c5", vni) == "đặc");
    CHECK(typed("chai 500 ml, 4 sao", vni) == "chai 500 ml, 4 sao");
    CHECK(typed("chao20", vni) == "chao");
}

TEST_CASE("the same key again takes the mark back and writes itself", "[text][typing]") {
    CHECK(typed("aaa") == "aa");
    CHECK(typed("ddd") == "dd");
    CHECK(typed("chess") == "ches");
    CHECK(typed("uww") == "uw");
    CHECK(typed("uoww") == "uow");
    CHECK(typed("aww") == "aw");
    CHECK(typed("chefz") == "che");
    CHECK(typed("chez") == "chez");
    CHECK(typed("a66", vni) == "a6");
    CHECK(typed("xooong") == "xoong");
    CHECK(typed("gooongf") == "goòng");
}

TEST_CASE("a tone key replaces another tone", "[text][typing]") {
    CHECK(typed("masf") == "mà");
    CHECK(typed("tieengsj") == "tiệng");
    CHECK(typed("uoow") == "ươ");
    CHECK(typed("uowo") == "uô");
}

TEST_CASE("what is not Vietnamese stays as it was typed", "[text][typing]") {
    CHECK(typed("ocop") == "ocop");
    CHECK(typed("OCOP") == "OCOP");
    CHECK(typed("cafe") == "cafe");
    CHECK(typed("plastic") == "plastic");
    CHECK(typed("www") == "www");
    CHECK(typed("tesst") == "test");
    CHECK(typed("Kroong Paws") == "Krông Pắ");
    CHECK(typed("Ddawks Lawks") == "Đắk Lắk");
}

TEST_CASE("tones stand where the chosen style puts them", "[text][typing]") {
    const TypingRules modern{TypingMethod::telex, TonePlacement::new_style};
    CHECK(typed("hoaf") == "hòa");
    CHECK(typed("hoaf", modern) == "hoà");
    CHECK(typed("thuys") == "thúy");
    CHECK(typed("thuys", modern) == "thuý");
    CHECK(typed("khoer", modern) == "khoẻ");
    CHECK(typed("hoafn") == "hoàn");
    CHECK(typed("quaf") == "quà");
    CHECK(typed("quys") == "quý");
    CHECK(typed("gif") == "gì");
    CHECK(typed("gifa") == "già");
    CHECK(typed("gieengs") == "giếng");
    CHECK(typed("muaf") == "mùa");
    CHECK(typed("khuyur") == "khuỷu");
    CHECK(typed("thuowr") == "thuở");
    CHECK(typed("thuowngf") == "thường");
    CHECK(typed("khoais") == "khoái");
}

TEST_CASE("without a method letters are what they say", "[text][typing]") {
    CHECK(typed("tieengs 123", off) == "tieengs 123");
    CHECK(typed("mật ong", off) == "mật ong");
}

TEST_CASE("keys of the screen mark the last vowels and letters", "[text][typing]") {
    auto field = type({}, "tieng", off);
    field = type_letter(erase_last(erase_last(field, off), off), "ê", off);
    CHECK(field.text == "tiê");
    field = type_tone(type(field, "ng", off), Tone::sac, off);
    CHECK(field.text == "tiếng");
    CHECK(type_tone(field, Tone::sac, off).text == "tiêng");
    CHECK(type_tone(field, Tone::huyen, off).text == "tiềng");
    CHECK(type_letter(type_letter(TypedText("n"), "ư", off), "ơ", off).text == "nươ");
    CHECK(type_letter(TypedText("d"), "đ", off).text == "đ");
    CHECK(type_letter(TypedText("chê"), "ê", off).text == "che");
    CHECK(type_letter(TypedText("ô"), "Ơ", off).text == "ơ");
    CHECK(type_letter(TypedText("Lâm "), "Đ", off).text == "Lâm Đ");
    CHECK(type_tone(TypedText("sapa"), Tone::huyen, off).text == "sapà");
    CHECK(type_tone(TypedText("mật "), Tone::huyen, off).text == "mật ");
    CHECK(type_tone(TypedText(), Tone::huyen, off).text.empty());
}

TEST_CASE("tone keys say what they would write", "[text][typing]") {
    CHECK(letter_with_tone(TypedText("chè"), Tone::sac, telex_rules) == "é");
    CHECK(letter_with_tone(TypedText("tiên"), Tone::huyen, telex_rules) == "ề");
    CHECK(letter_with_tone(TypedText("HOA"), Tone::nang, telex_rules) == "Ọ");
    CHECK(letter_with_tone(TypedText("ch"), Tone::nang, telex_rules).empty());
    CHECK(letter_with_tone(TypedText("mật "), Tone::nang, telex_rules).empty());
}

TEST_CASE("backspace takes a tone before a letter", "[text][typing]") {
    auto field = TypedText("chè");
    field = erase_last(field, telex_rules);
    CHECK(field.text == "che");
    CHECK(erase_last(field, telex_rules).text == "ch");
    CHECK(erase_last(TypedText("kéo"), telex_rules).text == "keo");
    CHECK(erase_last(TypedText("chén"), telex_rules).text == "ché");
    CHECK(erase_last(type({}, "tieengs", telex_rules), telex_rules).text == "tiêng");
    CHECK(erase_last(type_tone(TypedText("tiêng"), Tone::sac, telex_rules), telex_rules).text == "tiêng");
    CHECK(erase_last(TypedText("hoàn"), telex_rules).text == "hòa");
    CHECK(erase_last(TypedText("mật "), telex_rules).text == "mật");
    CHECK(erase_last(TypedText("5₫"), telex_rules).text == "5");
    CHECK(erase_last(TypedText(), telex_rules).text.empty());
}

TEST_CASE("typing goes on after a backspace, a suggestion and a change of method", "[text][typing]") {
    auto field = erase_last(type({}, "tieengs", telex_rules), telex_rules);
    CHECK(type(field, "f", telex_rules).text == "tiềng");
    CHECK(type(TypedText("chè xanh"), "s", telex_rules).text == "chè xánh");
    field = type({}, "tiees", telex_rules);
    CHECK(type(field, "ng2", vni).text == "tiềng");
    CHECK(type(field, "ng", off).text == "tiếng");
}

TEST_CASE("what a keyboard composes itself is kept in normal form C", "[text][typing]") {
    CHECK(typed("ma\u0302\u0323t") == "mật");
    CHECK(typed("mậ") == "mậ");
    CHECK(type(TypedText("mậ"), "t", telex_rules).text == "mật");
    CHECK(is_utf8(typed("a\xFF\xC3")));
}
