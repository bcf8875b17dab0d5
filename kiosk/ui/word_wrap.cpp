#include "kiosk/ui/word_wrap.h"

namespace ocop::kiosk {

namespace {

using Measure = std::function<float(std::string_view)>;

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

std::size_t next_character(std::string_view text, std::size_t at) {
    ++at;
    while (at < text.size() && continues_character(text[at]))
        ++at;
    return at;
}

std::size_t previous_character(std::string_view text, std::size_t at) {
    do
        --at;
    while (at > 0 && continues_character(text[at]));
    return at;
}

// Bytes of `word` that fit, at least one character.
std::size_t fitting_part(std::string_view word, float width, const Measure& measure) {
    std::size_t end = next_character(word, 0);
    while (end < word.size()) {
        const std::size_t longer = next_character(word, end);
        if (measure(word.substr(0, longer)) > width) break;
        end = longer;
    }
    return end;
}

void wrap_one_paragraph(std::string_view text, float width, const Measure& measure, WrappedText& result) {
    std::string line;
    while (!text.empty() || line.empty()) {
        const std::size_t space = text.find(' ');
        std::string_view word = text.substr(0, space);
        const bool more = space != std::string_view::npos;
        text = more ? text.substr(space + 1) : std::string_view{};
        const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
        if (measure(longer) <= width) {
            line = longer;
        } else {
            if (!line.empty()) result.lines.push_back(std::move(line));
            while (measure(word) > width && next_character(word, 0) < word.size()) {
                const std::size_t part = fitting_part(word, width, measure);
                if (part >= word.size()) break;
                result.lines.emplace_back(word.substr(0, part));
                word.remove_prefix(part);
                result.broke_word = true;
            }
            line = std::string(word);
        }
        if (!more) break;
    }
    result.lines.push_back(std::move(line));
}

} // namespace

std::string with_ellipsis(std::string_view text, float width, const Measure& measure) {
    if (measure(text) <= width) return std::string(text);
    std::size_t end = text.size();
    while (end > 0) {
        end = previous_character(text, end);
        std::size_t shown = end;
        while (shown > 0 && text[shown - 1] == ' ')
            --shown;
        const std::string shorter = std::string(text.substr(0, shown)) + "…";
        if (measure(shorter) <= width) return shorter;
    }
    return "…";
}

WrappedText wrap_text(std::string_view text, float width, const Measure& measure, int max_lines) {
    WrappedText result;
    while (true) {
        const std::size_t end = text.find('\n');
        wrap_one_paragraph(text.substr(0, end), width, measure, result);
        if (end == std::string_view::npos) break;
        text = text.substr(end + 1);
    }
    if (max_lines > 0 && result.lines.size() > static_cast<std::size_t>(max_lines)) {
        result.truncated = true;
        const auto kept = static_cast<std::size_t>(max_lines);
        const std::string rest = result.lines[kept - 1] + " " + result.lines[kept];
        result.lines.resize(kept);
        result.lines.back() = with_ellipsis(rest, width, measure);
        if (result.lines.back() == rest) result.lines.back() = with_ellipsis(rest + " …", width, measure);
    }
    return result;
}

} // namespace ocop::kiosk
