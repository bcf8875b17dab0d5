#include "pos/catalogue/import/csv_reader.h"

#include "pos/catalogue/import/cell_text.h"
#include "pos/text/nfc.h"

#include <algorithm>
#include <array>

namespace ocop {
namespace {

constexpr std::size_t most_lines_before_header = 50;

// Whether the word stands alone in a line of a header, with separators, quotes or blanks around it.
bool holds_word(std::string_view line, std::string_view word) {
    const auto ends_word = [](char c) { return c == ',' || c == ';' || c == '\t' || c == '"' || c == ' '; };
    for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || ends_word(line[at - 1])) && (end == line.size() || ends_word(line[end]))) return true;
    }
    return false;
}

char separator_of(std::string_view text, std::string_view first_column) {
    std::string header;
    for (std::size_t at = 0, lines = 0; at < text.size() && lines < most_lines_before_header; ++lines) {
        const auto end = std::min(text.find_first_of("\r\n", at), text.size());
        const auto line = lower_ascii(text.substr(at, end - at));
        at = end + 1;
        if (header.empty()) header = line;
        if (holds_word(line, first_column)) {
            header = line;
            break;
        }
    }
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : std::array<char, 3>{',', ';', '\t'}) {
        const auto count = std::count(header.begin(), header.end(), candidate);
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

class Parser {
public:
    Parser(std::string_view text, char separator) : text_(text), separator_(separator) {}

    // False at the end of the text.
    bool next_row(TableRow& row) {
        if (at_ >= text_.size()) return false;
        row = TableRow{line_, {}};
        do
            row.cells.push_back(next_cell());
        while (take(separator_));
        skip_line_end();
        return true;
    }

    std::size_t unclosed_quote() const { return unclosed_; } // its line, 0: none
    std::size_t windows_ends() const { return windows_ends_; }

private:
    bool at_line_end() const { return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }

    bool take(char wanted) {
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    void skip_line_end() {
        const bool carriage_return = take('\r');
        const bool line_feed = take('\n');
        if (carriage_return || line_feed) ++line_;
        if (carriage_return && line_feed) ++windows_ends_;
    }

    std::string next_cell() {
        const auto text = text_.find_first_not_of(' ', at_); // blanks before a quote are no part of the cell
        if (text == std::string_view::npos || text_[text] != '"') return bare();
        at_ = text + 1;
        auto cell = quoted();
        return cell + bare(); // what follows a closing quote is kept, as spreadsheets do
    }

    std::string quoted() {
        std::string cell;
        const auto begin = line_;
        while (at_ < text_.size()) {
            const char character = text_[at_++];
            if (character == '"' && !take('"')) return cell;
            if (character == '\n' || (character == '\r' && (at_ >= text_.size() || text_[at_] != '\n'))) ++line_;
            cell += character;
        }
        unclosed_ = begin;
        return cell;
    }

    std::string bare() {
        const auto begin = at_;
        while (!at_line_end() && text_[at_] != separator_)
            ++at_;
        return std::string(text_.substr(begin, at_ - begin));
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t unclosed_ = 0;
    std::size_t windows_ends_ = 0;
};

bool is_blank(const TableRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return cell.empty(); });
}

} // namespace

std::optional<RawTable> read_csv(std::string_view bytes, std::string file, std::string_view first_column,
                                 ProblemList& problems) {
    RawTable table{std::move(file), {}};
    const auto report = [&](Severity severity, std::size_t line, const char* key,
                            std::vector<std::pair<std::string, std::string>> values = {}) {
        problems.add({severity, table.file, line, "", "", key, std::move(values)});
    };
    if (!is_utf8(bytes)) {
        const auto encoding = guess_encoding(bytes);
        if (encoding == OldEncoding::utf_16 || bytes.find('\0') != std::string_view::npos) {
            report(Severity::error, first_line_not_utf8(bytes), sentence_key(encoding));
            return std::nullopt;
        }
    }
    if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) {
        report(Severity::note, 1, "import.byte_order_mark");
        bytes.remove_prefix(byte_order_mark.size());
    }
    Parser parser(bytes, separator_of(bytes, first_column));
    for (TableRow row; parser.next_row(row);)
        if (!is_blank(row)) table.rows.push_back(std::move(row));
    if (parser.windows_ends() != 0)
        report(Severity::note, 0, "import.windows_line_ends", {{"count", std::to_string(parser.windows_ends())}});
    if (parser.unclosed_quote() != 0) report(Severity::error, parser.unclosed_quote(), "import.unclosed_quote");
    return table;
}

} // namespace ocop
