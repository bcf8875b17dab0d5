// Breaking text into lines: at spaces, and between Chinese and Japanese characters, which have none. Pure: widths come
// from the caller.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

struct WrappedText {
    std::vector<std::string> lines;
    bool truncated = false;  // lines were left out and the last one ends with …
    bool broke_word = false; // one word was wider than a line and had to be cut between letters
};

// Lines no wider than `width`. Breaks at U+0020, between ideographs and kana, and at line ends; no-break spaces stay.
// `max_lines` 0 means as many as it takes; else the last line ends with … when text remains.
WrappedText wrap_text(std::string_view text, float width, const std::function<float(std::string_view)>& measure,
                      int max_lines = 0);

// The longest start of `text` that fits `width` together with …; the text itself when it fits.
std::string with_ellipsis(std::string_view text, float width, const std::function<float(std::string_view)>& measure);

} // namespace ocop::kiosk
