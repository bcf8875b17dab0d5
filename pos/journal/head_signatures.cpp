#include "pos/journal/head_signatures.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {
namespace {

using nlohmann::json;

const std::string name_prefix = "head_signature.";

// Whether the kept signature is one of the entry (lineage, seq) as it is stored.
bool belongs(Database& database, const std::string& lineage, const json& kept) {
    const auto seq = kept.value("seq", std::int64_t{0});
    const auto key = public_key_from_hex(kept.value("key", std::string()));
    const auto signature = signature_from_hex(kept.value("signature", std::string()));
    if (!key || !signature) return false;
    const auto entries = read_entries(database, lineage, seq, 1);
    return !entries.empty() && entries.front().header.seq == seq &&
           verify_head(*key, lineage, seq, entries.front().hash, *signature);
}

} // namespace

Result<> sign_present_head(Journal& journal) {
    OCOP_TRY_ASSIGN(const auto key, TillKey::load_or_create(journal.directory().key()));
    const auto& head = journal.head();
    const json kept{{"seq", head.seq},
                    {"key", to_hex(key.public_key())},
                    {"signature", to_hex(key.sign_head(head.lineage, head.seq, head.hash))}};
    return journal.set_local(name_prefix + head.lineage + '.' + std::to_string(head.seq), kept.dump());
}

std::optional<std::int64_t> first_wrong_signature(Database& database, const std::string& lineage) {
    const auto prefix = name_prefix + lineage + '.';
    auto rows = database.prepare("SELECT name, value FROM local_state WHERE substr(name, 1, ?) = ?");
    rows.bind_all(static_cast<std::int64_t>(prefix.size()), prefix);
    std::optional<std::int64_t> first;
    while (rows.step()) {
        const auto kept = json::parse(rows.text(1), nullptr, false);
        if (kept.is_object() && belongs(database, lineage, kept)) continue;
        const auto seq = std::stoll("0" + rows.text(0).substr(prefix.size()));
        first = std::min<std::int64_t>(first.value_or(seq), seq);
    }
    return first;
}

} // namespace ocop
