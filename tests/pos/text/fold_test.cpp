#include "pos/text/fold.h"

#include "pos/text/nfc.h"

#include <catch2/catch.hpp>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cctype>
#include <string>

using namespace ocop;

namespace {

std::string utf8(UChar32 point) {
    char bytes[U8_MAX_LENGTH];
    int length = 0;
    U8_APPEND_UNSAFE(bytes, length, point);
    return std::string(bytes, static_cast<std::size_t>(length));
}

} // namespace

TEST_CASE("A text typed without diacritics has the same search key", "[text]") {
    CHECK(fold("Chè Cẩm Mỹ") == "che cam my");
    CHECK(fold("Đường phèn") == "duong phen");
    CHECK(fold("Đurić") == "duric");
    CHECK(fold("NƯỚC MẮM") == "nuoc mam");
    CHECK(fold("hòa") == fold("hoà"));
    CHECK(fold("Thủy") == fold("Thuỷ"));
}

TEST_CASE("Decomposed and composed forms have the same search keys", "[text]") {
    CHECK(fold("\u0110a\u0323\u0306ng") == fold("Đặng"));
    CHECK(fold_keeping_accents("\u0110a\u0323\u0306ng") == fold_keeping_accents("Đặng"));
}

TEST_CASE("White space of every kind is one space and none at the ends", "[text]") {
    CHECK(fold("  mật\t ong\u00A0 rừng \n") == "mat ong rung");
    CHECK(fold_keeping_accents("  Mật\t ONG\u00A0 rừng \n") == "mật ong rừng");
    CHECK(fold("").empty());
    CHECK(fold(" \u3000 ").empty());
}

TEST_CASE("Letters that do not decompose are written plainly", "[text]") {
    CHECK(fold("đ ł ø ß æ œ þ ı") == "d l o ss ae oe th i");
    CHECK(fold("Đ Ł Ø ẞ Æ Œ Þ İ") == "d l o ss ae oe th i");
}

TEST_CASE("Every Latin letter that decomposes to a basic one folds to it", "[text]") {
    int letters = 0;
    for (UChar32 point = 0xC0; point < 0x1F00; ++point) {
        if (u_hasBinaryProperty(point, UCHAR_ALPHABETIC) == 0) continue;
        const auto key = fold(utf8(point));
        INFO("U+" << std::hex << point << " folds to " << key);
        CHECK(is_utf8(key));
        CHECK(fold(key) == key);
        if (point >= 0x1EA0 && point <= 0x1EF9) {
            CHECK(key.size() == 1);
            CHECK(std::isalpha(static_cast<unsigned char>(key[0])));
            ++letters;
        }
    }
    CHECK(letters == 90);
}

TEST_CASE("The accent-keeping key tells spellings apart", "[text]") {
    CHECK(fold_keeping_accents("MẬT Ong") == "mật ong");
    CHECK(fold_keeping_accents("hòa") != fold_keeping_accents("hoà"));
}

TEST_CASE("Bytes that are not UTF-8 fold to something that is", "[text]") {
    CHECK(is_utf8(fold("M\xEBt ong")));
    CHECK(is_utf8(fold_keeping_accents("M\xEBt ong")));
}

TEST_CASE("Upper case keeps every Vietnamese letter", "[text]") {
    CHECK(upper_case("mật ong rừng đặc biệt") == "MẬT ONG RỪNG ĐẶC BIỆT");
    CHECK(upper_case("ừ ỵ ẳ ỡ ộ ĩ") == "Ừ Ỵ Ẳ Ỡ Ộ Ĩ");
}
