#include "sync/till/journal_view.h"

#include <algorithm>

namespace ocop {
namespace {

Hash hash_of(const Statement& row, int column) {
    const auto bytes = row.bytes(column);
    Hash hash{};
    if (bytes.size() == hash.size()) std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

} // namespace

JournalView::JournalView(const DataDirectory& directory) : database_(Database::open_reader(directory.journal())) {}

std::vector<LineageHead> JournalView::lineages() {
    auto& last = database_.cached("SELECT lineage FROM entry ORDER BY position DESC LIMIT 1");
    const auto current = last.step() ? last.text(0) : std::string();
    last.reset();
    if (current.empty()) return {};
    // Walks the whole table, so only when a lineage was begun.
    if (lineages_.empty() || lineages_.back() != current) lineages_ = read_lineages(database_);
    std::vector<LineageHead> heads;
    for (const auto& lineage : lineages_) {
        auto& row = database_.cached("SELECT max(seq) FROM entry WHERE lineage = ?").bind_all(lineage);
        heads.push_back({lineage, row.step() ? row.integer(0) : 0});
        row.reset();
    }
    return heads;
}

std::optional<Hash> JournalView::hash_at(const std::string& lineage, std::int64_t seq) {
    if (seq == 0) return Hash{};
    auto& row = database_.cached("SELECT hash FROM entry WHERE lineage = ? AND seq = ?").bind_all(lineage, seq);
    std::optional<Hash> hash;
    if (row.step()) hash = hash_of(row, 0);
    row.reset();
    return hash;
}

std::vector<Entry> JournalView::entries(const std::string& lineage, std::int64_t from, std::size_t limit) {
    std::vector<Entry> entries;
    auto rows = database_.prepare("SELECT bytes, hash FROM entry WHERE lineage = ? AND seq >= ? ORDER BY seq LIMIT ?");
    rows.bind_all(lineage, from, static_cast<std::int64_t>(limit));
    while (rows.step()) {
        auto entry = read_entry(rows.text(0));
        if (!entry) break; // what is before it can still be sent; nothing where entries should be is a break
        entry->hash = hash_of(rows, 1);
        entries.push_back(std::move(*entry));
    }
    return entries;
}

std::string JournalView::release_manifest() {
    auto& row = database_.cached("SELECT value FROM till_state WHERE name = 'release_manifest'");
    auto value = row.step() ? row.text(0) : std::string();
    row.reset();
    return value;
}

std::optional<std::string> JournalView::local(const std::string& name) {
    auto& row = database_.cached("SELECT value FROM local_state WHERE name = ?").bind_all(name);
    std::optional<std::string> value;
    if (row.step()) value = row.text(0);
    row.reset();
    return value;
}

std::string JournalView::till_code() {
    return read_head(database_).till;
}

} // namespace ocop
