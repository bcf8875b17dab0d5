// Codes from a scanner that acts as a keyboard, whatever has focus. Decided by terminator and content; the time between
// keys is not to be trusted, since keys arrive when frames poll (reference/lab.md §6).
#pragma once

#include "pos/base/time.h"

#include <optional>
#include <string>

namespace ocop::kiosk {

// Fed with every raw character and terminator, beside the ordinary input. UI thread.
class Scanner {
public:
    // A printable ASCII character. Others (letters of an input method) never come from a scanner and end the code.
    void character(char32_t c, Monotonic now);
    // Enter or Tab: the code that ends here, or nothing when what was typed is not one. A PIN or a search that was
    // typed shortly before the scan is not part of the code: what follows the last pause is tried by itself.
    std::optional<std::string> terminator(Monotonic now);
    void forget();

private:
    std::string code_;
    Monotonic first_;
    std::size_t burst_ = 0; // where what followed the last pause begins
    Monotonic burst_first_;
    Monotonic last_;
};

// Whether a terminated run of characters is a code and not a person's typing: digits with a right GTIN check digit (8,
// 12, 13 or 14 of them); "OCOP-" codes and web addresses; else at least three characters that came faster than a person
// types (`milliseconds` for all of them, at most 60 a character).
bool is_scan(const std::string& text, std::int64_t milliseconds);

} // namespace ocop::kiosk
