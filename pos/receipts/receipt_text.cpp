#include "pos/receipts/receipt.h"

#include <algorithm>

namespace ocop {
namespace {

using Kind = ReceiptRow::Kind;

// Characters of NFC Vietnamese text: every code point is one column.
int columns_of(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::vector<std::string> wrapped(const std::string& text, int columns) {
    std::vector<std::string> lines(1);
    for (std::size_t at = 0; at < text.size();) {
        const auto space = text.find(' ', at);
        const auto word = text.substr(at, space == std::string::npos ? std::string::npos : space - at);
        auto& line = lines.back();
        if (!line.empty() && columns_of(line) + 1 + columns_of(word) > columns)
            lines.push_back(word);
        else
            line += (line.empty() ? "" : " ") + word;
        at = space == std::string::npos ? text.size() : space + 1;
    }
    return lines;
}

std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

std::string centred(const std::string& text, int columns) {
    std::string result;
    for (const auto& line : wrapped(text, columns))
        result += spaces((columns - columns_of(line)) / 2) + line + "\n";
    return result;
}

std::string pair(const std::string& left, const std::string& right, int columns) {
    const int room = columns - columns_of(right) - 1;
    const auto lines = wrapped(left, std::max(room, 8));
    std::string result;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        result += lines[i] + "\n";
    return result + lines.back() + spaces(columns - columns_of(lines.back()) - columns_of(right)) + right + "\n";
}

} // namespace

std::string receipt_text(const Receipt& receipt, int columns) {
    std::string text;
    for (const auto& row : receipt.rows) {
        switch (row.kind) {
        case Kind::title:
        case Kind::centred:
        case Kind::small_centred:
            text += centred(row.left, columns);
            break;
        case Kind::pair:
        case Kind::strong_pair:
        case Kind::item:
            text += pair(row.left, row.right, columns);
            break;
        case Kind::detail:
            for (const auto& line : wrapped(row.left, columns - 2))
                text += "  " + line + "\n";
            break;
        case Kind::rule:
            text += std::string(static_cast<std::size_t>(columns), '-') + "\n";
            break;
        case Kind::space:
            text += "\n";
            break;
        case Kind::qr: // a code cannot be read as text; the number above it names the same receipt
            break;
        }
    }
    return text;
}

} // namespace ocop
