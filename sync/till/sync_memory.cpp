#include "sync/till/sync_memory.h"

#include "sync/protocol/documents.h"

namespace ocop {

std::string write_sync_memory(const SyncMemory& memory) {
    auto lineages = nlohmann::json::array();
    for (const auto& [lineage, mark] : memory.lineages)
        lineages.push_back(
            {{"lineage", lineage}, {"seq", mark.seq}, {"hash", to_hex(mark.hash)}, {"branch", mark.branch}});
    return nlohmann::json{{"protocol", 1U},
                          {"hub_id", memory.hub_id},
                          {"epoch", memory.epoch},
                          {"lineages", std::move(lineages)},
                          {"release", memory.release}}
        .dump();
}

SyncMemory read_sync_memory(const std::string& text) {
    constexpr const char* name = "sync memory";
    constexpr std::size_t largest = 4 * 1024 * 1024;
    const auto document = parse_document(name, text, largest);
    if (!document) return {};
    std::string problem;
    JsonReader reader(*document, name, problem);
    SyncMemory memory;
    memory.hub_id = identity_or_empty(reader, "hub_id");
    memory.epoch = identity_or_empty(reader, "epoch");
    memory.release = reader.text_or_empty("release");
    reader.each("lineages", [&](JsonReader& item) {
        Watermark mark;
        mark.seq = item.integer("seq", 0, largest_number);
        mark.hash = hash_field(item, "hash");
        mark.branch = identity_or_empty(item, "branch");
        memory.lineages.emplace(identity_field(item, "lineage"), std::move(mark));
    });
    return problem.empty() ? memory : SyncMemory{};
}

} // namespace ocop
