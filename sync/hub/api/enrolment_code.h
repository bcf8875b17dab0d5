// The one-time code of an enrolment: "7K-3MQD-X9PA". Ten characters of Crockford's base32 (no I, L, O, U): two find the
// code, eight (40 bits) are the secret.
#pragma once

#include "pos/base/clock.h"
#include "pos/base/result.h"
#include "sync/hub/store/hub_store.h"

#include <string>
#include <string_view>

namespace ocop {

struct NewEnrolmentCode {
    std::string text; // shown to a person, once
    EnrolmentCode code;
};
NewEnrolmentCode make_enrolment_code(Instant now, Randomness& randomness);

// As typed: small letters, spaces and dashes anywhere, O for 0, I or L for 1. Refused with "error.enrolment_code" when
// it cannot be a code; expires_at is left empty.
Result<EnrolmentCode> read_enrolment_code(std::string_view typed);

} // namespace ocop
