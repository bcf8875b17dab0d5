// Vietnamese alphabetical order (CLDR "vi": a ă â b c d đ e ê … o ô ơ … u ư; tones after letters: none, huyền, hỏi,
// ngã, sắc, nặng; case last). Any thread may call these.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace ocop {

std::strong_ordering compare_vietnamese(std::string_view left, std::string_view right);

// Bytes whose plain order (operator<) is the Vietnamese order of the texts. For sorting lists: one key a text, made
// once.
std::string vietnamese_sort_key(std::string_view text);

} // namespace ocop
