// The text inside a VietQR code: the NAPAS profile of EMVCo merchant-presented QR (reference: NAPAS QR specification
// 1.5.2). Built here, without any network.
#pragma once

#include "pos/base/clock.h"
#include "pos/base/result.h"
#include "pos/money/dong.h"

#include <optional>
#include <string>
#include <string_view>

namespace ocop {

struct TransferRequest {
    std::string bank_bin;       // six digits
    std::string account;        // 1..19 letters or digits
    std::optional<Dong> amount; // none: a static code whose amount the payer types
    std::string purpose;        // A–Z, 0–9 and single spaces, up to 19 characters; may be empty
};

// Refused: bank, account, amount or purpose outside those forms ("error.vietqr" with {field} and {value}). Nothing is
// ever cut short or stripped.
Result<std::string> vietqr_payload(const TransferRequest& request);

// CRC-16/CCITT-FALSE over ASCII bytes, four upper-case hex digits.
std::string vietqr_checksum(std::string_view payload);

// "OC" + six characters of Crockford's base 32 (no I L O U): unique to one sale, never the receipt number.
std::string make_transfer_reference(Randomness& randomness);

} // namespace ocop
