#include "sync/protocol/hash_ladder.h"

#include "sync/protocol/calls.h"
#include "sync/protocol/documents.h"

namespace ocop {
namespace {
constexpr const char* hash_ladder_name = "hash ladder";
} // namespace

std::vector<std::int64_t> ladder_seqs(std::int64_t at) {
    std::vector<std::int64_t> seqs;
    if (at < 1) return seqs;
    seqs.push_back(at);
    for (std::int64_t step = 1; at - step >= 1; step *= 2)
        seqs.push_back(at - step);
    if (seqs.back() != 1) seqs.push_back(1);
    return seqs;
}

std::string write_hash_ladder(const HashLadder& ladder) {
    auto rungs = nlohmann::json::array();
    for (const auto& rung : ladder.rungs)
        rungs.push_back({{"seq", rung.seq}, {"hash", to_hex(rung.hash)}});
    return nlohmann::json{{"protocol", static_cast<std::uint64_t>(protocol_version)},
                          {"hub_id", ladder.hub_id},
                          {"epoch", ladder.epoch},
                          {"lineage", ladder.lineage},
                          {"stored_seq", ladder.stored_seq},
                          {"rungs", std::move(rungs)}}
        .dump();
}

Result<HashLadder> read_hash_ladder(std::string_view text) {
    OCOP_TRY_ASSIGN(const auto document, parse_document(hash_ladder_name, text, largest_answer));
    std::string problem;
    JsonReader reader(document, hash_ladder_name, problem);
    HashLadder ladder;
    ladder.hub_id = identity_field(reader, "hub_id");
    ladder.epoch = identity_field(reader, "epoch");
    ladder.lineage = identity_field(reader, "lineage");
    ladder.stored_seq = reader.integer("stored_seq", 0, largest_number);
    std::int64_t above = ladder.stored_seq + 1;
    reader.each("rungs", [&](JsonReader& item) {
        Rung rung;
        rung.seq = item.integer("seq", 1, largest_number);
        rung.hash = hash_field(item, "hash");
        if (rung.seq >= above) item.refuse("seq", "does not fall");
        above = rung.seq;
        ladder.rungs.push_back(rung);
    });
    if (!problem.empty()) return protocol_broken(hash_ladder_name, problem);
    return ladder;
}

} // namespace ocop
