#include "sync/hub/api/carry_import.h"

#include "sync/protocol/journal_batch.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

Result<BatchAnswer> store_carried(const HubParts& parts, const JournalBatch& batch) {
    const auto till = parts.store->till(batch.header.till);
    if (!till) return fail(ErrorKind::refused, "error.carry_till", {{"till", batch.header.till}});
    if (!(batch.trailer.public_key == till->key))
        return fail(ErrorKind::refused, "error.carry_key", {{"till", till->code}});
    return parts.store->store_batch(batch, *till, parts.clock->now());
}

} // namespace

CarryOutcome import_carried(const HubParts& parts, std::string_view bytes) {
    CarryOutcome outcome;
    while (!bytes.empty()) {
        BatchDecoder decoder;
        const auto taken = decoder.feed(bytes);
        auto batch = taken ? decoder.finish() : Result<JournalBatch>(fail(taken.error()));
        auto answer = batch ? store_carried(parts, *batch) : Result<BatchAnswer>(fail(batch.error()));
        if (!answer) {
            outcome.problem = answer.error();
            break;
        }
        if (!answer->fork && !answer->gap) outcome.new_entries += batch->header.count - answer->duplicates;
        outcome.answers.push_back(std::move(*answer));
        bytes.remove_prefix(*taken);
    }
    return outcome;
}

std::string write_carry_outcome(const CarryOutcome& outcome) {
    nlohmann::json object{{"new_entries", outcome.new_entries}, {"answers", nlohmann::json::array()}};
    for (const auto& answer : outcome.answers)
        object["answers"].push_back(nlohmann::json::parse(write_batch_answer(answer)));
    if (outcome.problem) {
        object["error"] = outcome.problem->key;
        object["values"] = nlohmann::json::object();
        for (const auto& [name, value] : outcome.problem->values)
            object["values"][name] = value;
    }
    return object.dump();
}

} // namespace ocop
