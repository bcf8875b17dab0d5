#include "pos/catalogue/gtin.h"

#include <algorithm>

namespace ocop {
namespace {

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

char gtin_check_digit(std::string_view digits) {
    int sum = 0;
    int weight = 3;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        sum += (*digit - '0') * weight;
        weight = 4 - weight;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool is_gtin(std::string_view digits) {
    if (!all_digits(digits)) return false;
    const auto size = digits.size();
    if (size != 8 && size != 12 && size != 13 && size != 14) return false;
    return gtin_check_digit(digits.substr(0, size - 1)) == digits.back();
}

std::string gtin14(std::string_view digits) {
    if (digits.size() >= 14 || !all_digits(digits)) return std::string(digits);
    return std::string(14 - digits.size(), '0') + std::string(digits);
}

} // namespace ocop
