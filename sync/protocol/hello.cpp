#include "sync/protocol/hello.h"

#include "sync/protocol/calls.h"
#include "sync/protocol/documents.h"

namespace ocop {
namespace {

constexpr const char* hello_name = "hello";

nlohmann::json heads_json(const std::vector<StoredHead>& heads) {
    auto list = nlohmann::json::array();
    for (const auto& head : heads)
        list.push_back(
            {{"lineage", head.lineage}, {"branch", head.branch}, {"seq", head.seq}, {"hash", to_hex(head.hash)}});
    return list;
}

std::vector<StoredHead> heads_field(JsonReader& reader, const char* key) {
    std::vector<StoredHead> heads;
    reader.each(key, [&](JsonReader& item) {
        StoredHead head;
        head.lineage = identity_field(item, "lineage");
        head.branch = identity_or_empty(item, "branch");
        head.seq = item.integer("seq", 1, largest_number);
        head.hash = hash_field(item, "hash");
        heads.push_back(std::move(head));
    });
    return heads;
}

} // namespace

const StoredHead* find_head(const std::vector<StoredHead>& heads, const std::string& lineage,
                            const std::string& branch) {
    for (const auto& head : heads)
        if (head.lineage == lineage && head.branch == branch) return &head;
    return nullptr;
}

std::string write_hello(const Hello& hello) {
    return nlohmann::json{{"protocol", static_cast<std::uint64_t>(protocol_version)},
                          {"hub_id", hello.hub_id},
                          {"epoch", hello.epoch},
                          {"time", hello.time.milliseconds},
                          {"stored", heads_json(hello.stored)},
                          {"safe", heads_json(hello.safe)},
                          {"release", hello.release.text()}}
        .dump();
}

Result<Hello> read_hello(std::string_view text) {
    OCOP_TRY_ASSIGN(const auto document, parse_document(hello_name, text, largest_answer));
    std::string problem;
    JsonReader reader(document, hello_name, problem);
    Hello hello;
    hello.hub_id = identity_field(reader, "hub_id");
    hello.epoch = identity_field(reader, "epoch");
    hello.time.milliseconds = reader.integer("time", 0, largest_number);
    hello.stored = heads_field(reader, "stored");
    hello.safe = heads_field(reader, "safe");
    hello.release = ReleaseId(reader.text_or_empty("release"));
    if (hello.release.text().size() > 200) reader.refuse("release", "longer than 200 bytes");
    if (!problem.empty()) return protocol_broken(hello_name, problem);
    return hello;
}

} // namespace ocop
