// Keys under which people find text however they type it. Any thread may call these.
#pragma once

#include <string>
#include <string_view>

namespace ocop {

// The search key of a text: decomposed, marks U+0300..U+036F dropped, letters that do not decompose written plainly
// (đ d, ł l, ø o, ß ss, æ ae, œ oe, þ th, ı i), lower case, every run of white space one space, none at the ends.
// "Chè Cẩm Mỹ" and "che  cam my" have the same key (vietnam.md §8).
std::string fold(std::string_view text);

// The same without dropping marks: normal form C, lower case, spaces collapsed. Exact spellings compare equal.
std::string fold_keeping_accents(std::string_view text);

// Upper case by Unicode rules, never byte by byte: "mật ong" → "MẬT ONG".
std::string upper_case(std::string_view text);
// "Tháng 10" of "tháng 10".
std::string with_capital(const std::string& text);

} // namespace ocop
