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

char32_t character_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t offset) {
        return at + offset < text.size() ? static_cast<char32_t>(static_cast<unsigned char>(text[at + offset])) : 0;
    };
    if (byte(0) < 0xE0 || byte(0) >= 0xF0) return byte(0) < 0x80 ? byte(0) : U'?'; // only three bytes matter here
    return ((byte(0) & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
}

// Written without spaces: ideographs, kana and their punctuation. Korean has spaces.
bool stands_alone(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60);
}
// What must not begin a line, and what must not end one.
bool closes(char32_t c) {
    return std::u32string_view(U"、。，．：；！？）」』】〉》”’％ー～ゃゅょっャュョッ").find(c) !=
           std::u32string_view::npos;
}
bool opens(char32_t c) {
    return std::u32string_view(U"（「『【〈《“‘").find(c) != std::u32string_view::npos;
}

// Where the first part of `text` ends that must stay on one line.
std::size_t part_end(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] != ' ') {
        const char32_t here = character_at(text, at);
        at = next_character(text, at);
        if (at >= text.size() || text[at] == ' ') break;
        const char32_t next = character_at(text, at);
        if ((stands_alone(here) || stands_alone(next)) && !closes(next) && !opens(here)) break;
    }
    return at;
}

void wrap_one_paragraph(std::string_view text, float width, const Measure& measure, WrappedText& result) {
    std::string line;
    bool spaced = false; // a space belongs before the next part
    while (!text.empty() || line.empty()) {
        const std::size_t end = part_end(text);
        std::string_view word = text.substr(0, end);
        text.remove_prefix(end);
        const std::string longer = line.empty() ? std::string(word) : line + (spaced ? " " : "") + std::string(word);
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
        if (text.empty()) break;
        spaced = text.front() == ' ';
        if (spaced) text.remove_prefix(1);
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
