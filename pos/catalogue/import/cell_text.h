// What a cell may hold, and how bytes that are not UTF-8 were most likely written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ocop {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"; // some spreadsheets begin their UTF-8 with it

enum class OldEncoding { tcvn3, windows_1258, utf_16, unknown };

// How bytes that are not UTF-8 were most likely written. Both Vietnamese encodings use all of 0x80–0xFF, so the choice
// is by letters: TCVN3 has its commonest ones (à á ô ơ ư đ) at 0xA1–0xBE, where windows-1258 has signs.
OldEncoding guess_encoding(std::string_view bytes);

// The key of the sentence that tells how to save such a file.
const char* sentence_key(OldEncoding encoding);

// Bytes in which everything beyond ASCII is written out, "M\xCBt ong nh\xB7n"; of a long text the part that begins
// shortly before the first of them.
std::string escaped_bytes(std::string_view bytes);

// The first line (from 1) that is not UTF-8.
std::size_t first_line_not_utf8(std::string_view bytes);

// The first character that no cell may hold, as "U+0007": controls, invisible characters, direction overrides. Line
// ends and tabs are allowed. Text is UTF-8.
std::optional<std::string> forbidden_character(std::string_view text);

// Whether UTF-8 text looks like TCVN3 bytes read as Latin 1 ("Ch¶ c¸"): typed in a .VnTime font.
bool looks_typed_in_tcvn3_font(std::string_view text);

// Without white space at the ends, no-break spaces included; every white space run inside becomes one space.
std::string one_line(std::string_view text);

// A to Z as small letters, everything else as it is: for names of columns, sheets and file endings.
std::string lower_ascii(std::string_view text);

} // namespace ocop
