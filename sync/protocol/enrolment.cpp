#include "sync/protocol/enrolment.h"

#include "sync/protocol/calls.h"
#include "sync/protocol/documents.h"

namespace ocop {
namespace {

constexpr const char* request_name = "enrolment";
constexpr const char* answer_name = "enrolment answer";
constexpr std::size_t largest_enrolment = 8 * 1024;

} // namespace

std::string write_enrolment_request(const EnrolmentRequest& request) {
    return nlohmann::json{{"protocol", static_cast<std::uint64_t>(protocol_version)},
                          {"code", request.code},
                          {"till_code", request.till_code},
                          {"public_key", to_hex(request.public_key)},
                          {"program", request.program}}
        .dump();
}

Result<EnrolmentRequest> read_enrolment_request(std::string_view text) {
    OCOP_TRY_ASSIGN(const auto document, parse_document(request_name, text, largest_enrolment));
    std::string problem;
    JsonReader reader(document, request_name, problem);
    EnrolmentRequest request;
    request.code = short_text_field(reader, "code");
    request.till_code = short_text_field(reader, "till_code");
    request.program = short_text_field(reader, "program");
    const auto key = public_key_from_hex(reader.text("public_key"));
    if (!key)
        reader.refuse("public_key", "not 64 hex digits");
    else
        request.public_key = *key;
    if (!problem.empty()) return protocol_broken(request_name, problem);
    return request;
}

std::string write_enrolment_answer(const EnrolmentAnswer& answer) {
    return nlohmann::json{{"protocol", static_cast<std::uint64_t>(protocol_version)},
                          {"till_id", answer.till_id},
                          {"credential", answer.credential},
                          {"hub_id", answer.hub_id},
                          {"epoch", answer.epoch}}
        .dump();
}

Result<EnrolmentAnswer> read_enrolment_answer(std::string_view text) {
    OCOP_TRY_ASSIGN(const auto document, parse_document(answer_name, text, largest_enrolment));
    std::string problem;
    JsonReader reader(document, answer_name, problem);
    EnrolmentAnswer answer;
    answer.till_id = identity_field(reader, "till_id");
    answer.credential = short_text_field(reader, "credential");
    answer.hub_id = identity_field(reader, "hub_id");
    answer.epoch = identity_field(reader, "epoch");
    for (const char c : answer.credential) // it becomes part of a header line
        if (c <= ' ' || c > '~') reader.refuse("credential", "not visible ASCII");
    if (!problem.empty()) return protocol_broken(answer_name, problem);
    return answer;
}

} // namespace ocop
