#include "pos/catalogue/import/row_reader.h"

#include "pos/catalogue/import/cell_text.h"

#include <algorithm>

namespace ocop {
namespace {

constexpr int earliest_year = 1990; // far before the programme began (2018), so a typing error shows
constexpr int latest_year = 2100;

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Per cent as basis points: "8", "12.5", "12,5 %".
std::optional<std::int64_t> basis_points_of(std::string_view text) {
    if (!text.empty() && text.back() == '%') text.remove_suffix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    const auto point = text.find_first_of(".,");
    const auto whole = digits_value(text.substr(0, point));
    if (!whole || *whole > 100) return std::nullopt;
    if (point == std::string_view::npos) return *whole * 100;
    auto fraction = std::string(text.substr(point + 1));
    if (fraction.empty() || fraction.size() > 2) return std::nullopt;
    if (fraction.size() == 1) fraction += '0';
    const auto hundredths = digits_value(fraction);
    if (!hundredths) return std::nullopt;
    return *whole * 100 + *hundredths;
}

} // namespace

std::vector<std::string> split_list(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find(separator, at), text.size());
        if (auto part = one_line(text.substr(at, end - at)); !part.empty()) parts.push_back(std::move(part));
        at = end + 1;
    }
    return parts;
}

std::optional<std::int64_t> digits_value(std::string_view text) {
    if (!all_digits(text) || text.size() > 15) return std::nullopt;
    std::int64_t value = 0;
    for (const char digit : text)
        value = value * 10 + (digit - '0');
    return value;
}

bool is_web_address(std::string_view text) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (text.substr(0, scheme.size()) != scheme) continue;
        const auto rest = text.substr(scheme.size());
        const auto host = rest.substr(0, rest.find_first_of("/?#"));
        return host.size() >= 3 && host.find('.') != std::string_view::npos && host.front() != '.' &&
               rest.find_first_of(" \"<>\\^`{|}") == std::string_view::npos;
    }
    return false;
}

bool RowReader::is_refused(std::string_view column) const {
    if (row_.refused.empty()) return false;
    const auto at = table_.column(column);
    return at && std::find(row_.refused.begin(), row_.refused.end(), *at) != row_.refused.end();
}

const std::string& RowReader::text(std::string_view column) const {
    static const std::string nothing;
    const auto at = table_.column(column);
    return at ? row_.cells[*at] : nothing;
}

const std::string& RowReader::required(std::string_view column) {
    const auto& cell = text(column);
    // A column that is missing altogether has been reported once, with the header.
    if (cell.empty() && table_.column(column)) report(Severity::error, column, "", "import.required", {});
    return cell;
}

LocalText RowReader::local_text(const std::string& base) const {
    LocalText texts;
    for (const auto* language : {"vi", "en"})
        if (const auto& cell = text(base + "_" + language); !cell.empty()) texts.by_language[language] = cell;
    return texts;
}

std::vector<std::string> RowReader::list(std::string_view column) const {
    return split_list(text(column), ';');
}

bool RowReader::flag(std::string_view column, bool otherwise) {
    const auto from = [](std::string_view word) -> std::optional<bool> {
        if (word == "yes") return true;
        if (word == "no") return false;
        return std::nullopt;
    };
    return choice(column, from, otherwise, "yes no");
}

std::optional<std::int64_t> RowReader::whole_number(std::string_view column, std::int64_t lowest,
                                                    std::int64_t highest) {
    const auto& cell = text(column);
    if (cell.empty()) return std::nullopt;
    const auto value = digits_value(cell);
    if (value && *value >= lowest && *value <= highest) return value;
    refuse(column, "import.whole_number", {{"lowest", std::to_string(lowest)}, {"highest", std::to_string(highest)}});
    return std::nullopt;
}

std::optional<Rate> RowReader::rate(std::string_view column) {
    const auto& cell = text(column);
    if (cell.empty()) return std::nullopt;
    const auto points = basis_points_of(cell);
    // A cell formatted as per cent holds 0.08 for 8 %: such small rates do not exist and are refused.
    if (points && (*points == 0 || (*points >= 50 && *points <= 10'000)))
        return Rate{static_cast<std::int32_t>(*points)};
    refuse(column, "import.rate");
    return std::nullopt;
}

std::optional<PartialDate> RowReader::date(std::string_view column) {
    const auto& cell = text(column);
    if (cell.empty()) return std::nullopt;
    const auto parsed = PartialDate::parse(cell);
    if (parsed && parsed->earliest.year() >= earliest_year && parsed->earliest.year() <= latest_year) return parsed;
    refuse(column, "import.date");
    return std::nullopt;
}

std::string RowReader::web_address(std::string_view column) {
    const auto& cell = text(column);
    if (!cell.empty() && !is_web_address(cell)) refuse(column, "import.web_address");
    return cell;
}

void RowReader::report(Severity severity, std::string_view column, std::string value, std::string key, Values values) {
    if (is_refused(column)) return;
    problems_.add(
        {severity, table_.file, row_.line, std::string(column), std::move(value), std::move(key), std::move(values)});
}

} // namespace ocop
