// Unicode normal form C: the only form inside this product. Normalise where text enters, never where it is drawn.
#pragma once

#include <string>
#include <string_view>

namespace ocop {

// Valid UTF-8 in normal form C. Costs about 0.07 µs for a product name (measured, lab.md §5), so check first.
bool is_nfc(std::string_view text);

// The text in normal form C; bytes that are not UTF-8 become U+FFFD.
std::string to_nfc(std::string_view text);

bool is_utf8(std::string_view text);

} // namespace ocop
