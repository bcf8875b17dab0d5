#include "sync/protocol/batch_answer.h"

#include "sync/protocol/calls.h"
#include "sync/protocol/documents.h"

namespace ocop {
namespace {
constexpr const char* batch_answer_name = "batch answer";
} // namespace

std::string write_batch_answer(const BatchAnswer& answer) {
    return nlohmann::json{{"protocol", static_cast<std::uint64_t>(protocol_version)},
                          {"hub_id", answer.hub_id},
                          {"epoch", answer.epoch},
                          {"lineage", answer.lineage},
                          {"branch", answer.branch},
                          {"stored_seq", answer.stored_seq},
                          {"stored_hash", to_hex(answer.stored_hash)},
                          {"fork", answer.fork},
                          {"divergent_at", answer.divergent_at},
                          {"gap", answer.gap},
                          {"duplicates", answer.duplicates}}
        .dump();
}

Result<BatchAnswer> read_batch_answer(std::string_view text) {
    OCOP_TRY_ASSIGN(const auto document, parse_document(batch_answer_name, text, largest_answer));
    std::string problem;
    JsonReader reader(document, batch_answer_name, problem);
    BatchAnswer answer;
    answer.hub_id = identity_field(reader, "hub_id");
    answer.epoch = identity_field(reader, "epoch");
    answer.lineage = identity_field(reader, "lineage");
    answer.branch = identity_or_empty(reader, "branch");
    answer.stored_seq = reader.integer("stored_seq", 0, largest_number);
    answer.stored_hash = hash_field(reader, "stored_hash");
    answer.fork = reader.flag("fork");
    answer.divergent_at = reader.integer("divergent_at", 0, largest_number);
    answer.gap = reader.flag("gap");
    answer.duplicates = reader.integer("duplicates", 0, largest_number);
    if (answer.stored_seq == 0 && answer.stored_hash != Hash{}) reader.refuse("stored_hash", "a hash of nothing");
    if (!problem.empty()) return protocol_broken(batch_answer_name, problem);
    return answer;
}

} // namespace ocop
