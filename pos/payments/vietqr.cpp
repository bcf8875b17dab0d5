#include "pos/payments/vietqr.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace ocop {
namespace {

constexpr std::string_view napas = "A000000727";
constexpr std::string_view to_account = "QRIBFTTA";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z');
}

// Every value here is shorter than 100 characters: the forms checked before guarantee it.
std::string object(std::string_view id, std::string_view value) {
    return fmt::format("{}{:02}{}", id, value.size(), value);
}

bool is_purpose(std::string_view text) {
    if (text.size() > 19) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_digit(text[i]) || is_upper(text[i])) continue;
        const bool single_space = text[i] == ' ' && i > 0 && i + 1 < text.size() && text[i - 1] != ' ';
        if (!single_space) return false;
    }
    return true;
}

} // namespace

std::string vietqr_checksum(std::string_view payload) {
    std::uint32_t crc = 0xFFFF;
    for (const char c : payload) {
        crc ^= static_cast<std::uint32_t>(static_cast<unsigned char>(c)) << 8U;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 0x8000U) != 0 ? (crc << 1U) ^ 0x1021U : crc << 1U;
    }
    return fmt::format("{:04X}", crc & 0xFFFFU);
}

Result<std::string> vietqr_payload(const TransferRequest& request) {
    const auto refuse = [](const char* field, const std::string& value) {
        return fail(ErrorKind::refused, "error.vietqr", {{"field", field}, {"value", value}});
    };
    if (request.bank_bin.size() != 6 || !std::all_of(request.bank_bin.begin(), request.bank_bin.end(), is_digit))
        return refuse("bank", request.bank_bin);
    const auto& account = request.account;
    if (account.empty() || account.size() > 19 ||
        !std::all_of(account.begin(), account.end(), [](char c) { return is_digit(c) || is_letter(c); }))
        return refuse("account", account);
    if (request.amount && (request.amount->amount <= 0 || request.amount->amount > 9'999'999'999'999))
        return refuse("amount", std::to_string(request.amount->amount));
    if (!is_purpose(request.purpose)) return refuse("purpose", request.purpose);

    const auto beneficiary = object("00", request.bank_bin) + object("01", account);
    std::string payload = object("00", "01") + object("01", request.amount ? "12" : "11") +
                          object("38", object("00", napas) + object("01", beneficiary) + object("02", to_account)) +
                          object("53", "704");
    if (request.amount) payload += object("54", std::to_string(request.amount->amount));
    payload += object("58", "VN");
    if (!request.purpose.empty()) payload += object("62", object("08", request.purpose));
    payload += "6304";
    return payload + vietqr_checksum(payload);
}

std::string make_transfer_reference(Randomness& randomness) {
    static constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::array<std::byte, 6> random{};
    randomness.fill(random);
    std::string reference = "OC";
    for (const auto byte : random)
        reference += alphabet[std::to_integer<std::size_t>(byte) % alphabet.size()];
    return reference;
}

} // namespace ocop
