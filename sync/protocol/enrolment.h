// POST /v1/enrolments: a one-time code and the till's public key become a till id and a credential.
#pragma once

#include "pos/base/result.h"
#include "pos/journal/signature.h"

#include <string>
#include <string_view>

namespace ocop {

struct EnrolmentRequest {
    std::string code;      // read from the hub's screen
    std::string till_code; // as printed on receipts
    PublicKey public_key;
    std::string program; // "ocop 1.0"
    bool operator==(const EnrolmentRequest&) const = default;
};

struct EnrolmentAnswer {
    std::string till_id;    // 32 hex digits, given by the hub
    std::string credential; // sent as a bearer token; revocable
    std::string hub_id;     // 32 hex digits
    std::string epoch;      // renewed by restore and promotion
    bool operator==(const EnrolmentAnswer&) const = default;
};

std::string write_enrolment_request(const EnrolmentRequest& request);
Result<EnrolmentRequest> read_enrolment_request(std::string_view text);
std::string write_enrolment_answer(const EnrolmentAnswer& answer);
Result<EnrolmentAnswer> read_enrolment_answer(std::string_view text);

} // namespace ocop
