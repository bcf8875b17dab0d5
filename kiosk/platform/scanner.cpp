#include "kiosk/platform/scanner.h"

#include "kiosk/platform/typing_hold.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

constexpr std::size_t longest_code = 512;
constexpr std::int64_t pause_before_scan = typing_pause;
constexpr std::int64_t longest_pause = 2000; // a person begins anew; a stalled frame does not last so long

bool has_check_digit(const std::string& digits) {
    int sum = 0;
    for (std::size_t i = 0; i + 1 < digits.size(); ++i) {
        const int weight = (digits.size() - 1 - i) % 2 == 1 ? 3 : 1;
        sum += weight * (digits[i] - '0');
    }
    return (10 - sum % 10) % 10 == digits.back() - '0';
}

bool starts_with(const std::string& text, std::string_view prefix) {
    return text.compare(0, prefix.size(), prefix) == 0;
}

} // namespace

bool is_scan(const std::string& text, std::int64_t milliseconds) {
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto size = text.size();
    if (digits && (size == 8 || size == 12 || size == 13 || size == 14) && has_check_digit(text)) return true;
    for (const auto* prefix : {"OCOP-", "http://", "https://", "HTTP://", "HTTPS://"})
        if (starts_with(text, prefix)) return true;
    return size >= 3 && milliseconds <= static_cast<std::int64_t>(size) * 60;
}

void Scanner::character(char32_t c, Monotonic now) {
    if (!code_.empty() && now.milliseconds - last_.milliseconds > longest_pause) forget();
    if (c < 0x20 || c > 0x7E || code_.size() >= longest_code) {
        forget();
        return;
    }
    if (code_.empty()) {
        first_ = now;
    } else if (now.milliseconds - last_.milliseconds > pause_before_scan) {
        burst_ = code_.size();
        burst_first_ = now;
    }
    last_ = now;
    code_ += static_cast<char>(c);
}

std::optional<std::string> Scanner::terminator(Monotonic now) {
    const auto code = std::move(code_);
    const bool fresh = now.milliseconds - last_.milliseconds <= longest_pause;
    const auto burst = code.substr(burst_);
    const bool several = burst_ > 0;
    forget();
    if (code.empty() || !fresh) return std::nullopt;
    if (is_scan(code, last_.milliseconds - first_.milliseconds)) return code;
    if (several && is_scan(burst, last_.milliseconds - burst_first_.milliseconds)) return burst;
    return std::nullopt;
}

void Scanner::forget() {
    code_.clear();
    burst_ = 0;
}

} // namespace ocop::kiosk
