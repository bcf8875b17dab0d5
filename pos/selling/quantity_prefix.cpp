#include "pos/selling/quantity_prefix.h"

namespace ocop {
namespace {

constexpr std::size_t most_digits = 5;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

void skip_spaces(std::string_view& text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
}

// The digits at the beginning, taken off `text`.
std::string_view digits(std::string_view& text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count]))
        ++count;
    const auto found = text.substr(0, count);
    text.remove_prefix(count);
    return found;
}

} // namespace

std::optional<QuantityPrefix> read_quantity_prefix(std::string_view typed) {
    skip_spaces(typed);
    const auto whole = digits(typed);
    if (whole.empty() || whole.size() > most_digits) return std::nullopt;
    std::int64_t thousandths = 0;
    for (const char c : whole)
        thousandths = thousandths * 10 + (c - '0');
    thousandths *= 1000;
    if (!typed.empty() && (typed.front() == ',' || typed.front() == '.')) {
        typed.remove_prefix(1);
        const auto part = digits(typed);
        if (part.empty() || part.size() > 3) return std::nullopt;
        std::int64_t worth = 100;
        for (const char c : part) {
            thousandths += worth * (c - '0');
            worth /= 10;
        }
    }
    skip_spaces(typed);
    constexpr std::string_view times = "×";
    if (typed.substr(0, times.size()) == times)
        typed.remove_prefix(times.size());
    else if (!typed.empty() && (typed.front() == 'x' || typed.front() == 'X' || typed.front() == '*'))
        typed.remove_prefix(1);
    else
        return std::nullopt;
    skip_spaces(typed);
    if (thousandths == 0) return std::nullopt;
    return QuantityPrefix{Quantity{thousandths}, std::string(typed)};
}

} // namespace ocop
