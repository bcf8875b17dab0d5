#include "pos/selling/basket_text.h"

#include "pos/journal/entry.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

namespace ocop {
namespace {

constexpr std::string_view prefix = "OCOP-B";
constexpr std::string_view version = "1";
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // base 32 without I, L, O, U
constexpr std::size_t longest_plain_code = 7;
constexpr std::size_t hashed_code = 8;
constexpr std::size_t day_digits = 3;
constexpr std::size_t check_digits = 5;
constexpr std::int32_t first_day = 18262; // 2020-01-01
constexpr std::size_t head_fields = 3;    // version, pick-up code, day

bool is_code_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

std::string in_capitals(std::string_view text) {
    std::string capitals(text);
    for (char& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return capitals;
}

std::string base_32(std::uint64_t number, std::size_t digits) {
    std::string text(digits, '0');
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit) {
        *digit = alphabet[number % 32];
        number /= 32;
    }
    return text;
}

std::optional<std::uint64_t> from_base_32(std::string_view text) {
    std::uint64_t number = 0;
    for (const char c : text) {
        const auto digit = alphabet.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        number = number * 32 + digit;
    }
    return number;
}

// The first digits of the text's SHA-256.
std::string digest(std::string_view text, std::size_t digits) {
    const auto hash = sha256(text);
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i)
        number = number << 8U | std::to_integer<std::uint64_t>(hash[i]);
    return base_32(number >> (64 - 5 * digits), digits);
}

std::string plain_code(const Sku& sku) {
    auto code = in_capitals(sku.text());
    const bool plain =
        !code.empty() && code.size() <= longest_plain_code && std::all_of(code.begin(), code.end(), is_code_character);
    return plain ? code : std::string();
}

std::string hash_code(const Sku& sku) {
    return digest("product:" + sku.text(), hashed_code);
}

std::vector<std::string_view> fields_of(std::string_view text) {
    std::vector<std::string_view> fields;
    for (;;) {
        const auto end = text.find('-');
        fields.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return fields;
        text.remove_prefix(end + 1);
    }
}

// 1..99, without a leading zero.
std::optional<Quantity> quantity_from(std::string_view text) {
    if (text.empty() || text.size() > 2 || text[0] == '0') return std::nullopt;
    std::int64_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return Quantity::of(number);
}

Error damaged(const char* why) {
    return {ErrorKind::refused, "error.basket_damaged", {}, why};
}

bool is_other_version(std::string_view field) {
    return !field.empty() && field.size() <= 3 && field != version &&
           std::all_of(field.begin(), field.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

ProductCodes::ProductCodes(const Catalogue& catalogue) {
    const auto add = [&](std::string code, const Sku& sku) {
        if (code.empty()) return;
        const auto [place, fresh] = sku_by_code_.emplace(std::move(code), sku);
        if (!fresh && place->second != sku) place->second = Sku();
    };
    for (const auto& product : catalogue.products()) {
        add(plain_code(product.sku), product.sku);
        add(hash_code(product.sku), product.sku);
    }
}

std::string ProductCodes::code_of(const Sku& sku) const {
    const auto plain = plain_code(sku);
    const auto known = sku_by_code_.find(plain);
    const bool anothers = known != sku_by_code_.end() && known->second != sku;
    return plain.empty() || anothers ? hash_code(sku) : plain;
}

const Sku* ProductCodes::sku_of(std::string_view code) const {
    const auto found = sku_by_code_.find(std::string(code));
    return found == sku_by_code_.end() || found->second.empty() ? nullptr : &found->second;
}

Result<std::string> basket_text(const Basket& basket, const ProductCodes& codes) {
    OCOP_TRY(check_basket_lines(basket.lines));
    if (!is_pick_up_code(basket.code)) return fail(ErrorKind::refused, "error.basket_broken");
    const auto day = std::clamp(basket.day.number - first_day, 0, 32 * 32 * 32 - 1);
    auto text = std::string(prefix) + std::string(version) + "-" + basket.code + "-" +
                base_32(static_cast<std::uint64_t>(day), day_digits);
    for (const auto& line : basket.lines)
        text += "-" + codes.code_of(line.sku) + "-" + std::to_string(line.quantity.thousandths / 1000);
    return text + "-" + digest(text, check_digits);
}

bool is_basket_text(std::string_view text) {
    return in_capitals(text.substr(0, prefix.size())) == prefix;
}

std::string basket_mark(std::string_view text) {
    const auto capitals = in_capitals(text);
    const auto fields = fields_of(capitals);
    if (fields.size() < head_fields + 2) return {};
    return std::string(fields[2]) + "-" + std::string(fields[3]) + "-" + std::string(fields.back());
}

Result<ReadBasket> read_basket(std::string_view text, const ProductCodes& codes) {
    if (text.size() > longest_basket_text || !is_basket_text(text)) return fail(damaged("not a basket"));
    const auto capitals = in_capitals(text);
    auto fields = fields_of(std::string_view(capitals).substr(prefix.size()));
    if (is_other_version(fields[0])) return fail(ErrorKind::newer, "error.basket_newer");
    const bool paired = fields.size() >= head_fields + 3 && (fields.size() - head_fields) % 2 == 1;
    if (fields[0] != version || !paired) return fail(damaged("fields are missing"));
    const auto check = fields.back();
    if (check != digest(std::string_view(capitals).substr(0, capitals.size() - check.size() - 1), check_digits))
        return fail(damaged("check value"));
    const auto day = from_base_32(fields[2]);
    if (!is_pick_up_code(fields[1]) || fields[2].size() != day_digits || !day) return fail(damaged("code or day"));
    ReadBasket read;
    read.basket.code = std::string(fields[1]);
    read.basket.day = Day{first_day + static_cast<std::int32_t>(*day)};
    const std::size_t line_count = (fields.size() - head_fields - 1) / 2;
    if (line_count > most_basket_lines) return fail(damaged("too many lines"));
    std::set<std::string_view> seen;
    std::set<Sku> products;
    for (std::size_t i = 0; i < line_count; ++i) {
        const auto code = fields[head_fields + 2 * i];
        const auto quantity = quantity_from(fields[head_fields + 2 * i + 1]);
        const bool formed =
            !code.empty() && code.size() <= hashed_code && std::all_of(code.begin(), code.end(), is_code_character);
        if (!formed || !quantity || !seen.insert(code).second) return fail(damaged("a line"));
        const auto* sku = codes.sku_of(code);
        if (sku == nullptr)
            read.unknown.push_back({std::string(code), *quantity});
        else if (products.insert(*sku).second)
            read.basket.lines.push_back({*sku, *quantity});
        else
            return fail(damaged("a product twice"));
    }
    return read;
}

} // namespace ocop
