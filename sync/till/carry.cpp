#include "sync/till/carry.h"

#include "pos/catalogue/release.h"
#include "pos/store/whole_file.h"
#include "sync/protocol/calls.h"
#include "sync/protocol/hello.h"
#include "sync/protocol/journal_batch.h"
#include "sync/till/journal_view.h"
#include "sync/till/sync_memory.h"

#include <fstream>

namespace ocop {
namespace {

namespace fs = std::filesystem;

Result<std::int64_t> write_batches(std::ofstream& stream, JournalView& journal, const SyncMemory& memory,
                                   const HubSettings& hub, const TillKey& key) {
    std::int64_t written = 0;
    for (const auto& head : journal.lineages()) {
        const auto known = memory.lineages.find(head.lineage);
        auto mark = known == memory.lineages.end() ? Watermark() : known->second;
        while (mark.seq < head.seq) {
            auto entries = journal.entries(head.lineage, mark.seq + 1, most_batch_entries);
            if (entries.empty() || entries.front().header.prev_hash != mark.hash)
                return fail(ErrorKind::storage, "error.chain_broken", {{"seq", std::to_string(mark.seq + 1)}});
            entries.resize(batch_size(entries, most_batch_entries));
            OCOP_TRY_ASSIGN(const auto text, encode_batch(hub.till_id, mark.branch, entries, key));
            stream << text;
            written += static_cast<std::int64_t>(entries.size());
            mark.seq = entries.back().header.seq;
            mark.hash = entries.back().hash;
        }
    }
    return written;
}

SyncMemory memory_of(JournalView& journal, const HubSettings& hub) {
    auto memory = read_sync_memory(journal.local(sync_memory_name).value_or(""));
    return memory.hub_id == hub.hub_id ? memory : SyncMemory(); // another hub lacks everything
}

Result<Hello> read_answer(const fs::path& file, const HubSettings& hub) {
    const auto text = read_bytes(file, largest_answer);
    if (!text) return fail(ErrorKind::not_found, "error.carry_no_answer", {{"file", file.string()}});
    OCOP_TRY_ASSIGN(auto hello, read_hello(*text));
    if (hello.hub_id != hub.hub_id) return fail(ErrorKind::refused, "error.hub_other", {{"hub", file.string()}});
    return hello;
}

// Acknowledged entries of `hello` that `memory` did not know yet; it is changed to know them.
Result<std::int64_t> acknowledge(SyncMemory& memory, JournalView& journal, const Hello& hello) {
    std::int64_t acknowledged = 0;
    memory.hub_id = hello.hub_id;
    memory.epoch = hello.epoch;
    for (const auto& head : journal.lineages()) {
        auto& mark = memory.lineages[head.lineage];
        const auto* stored = find_head(hello.stored, head.lineage, mark.branch);
        if (stored == nullptr) continue;
        const auto own = journal.hash_at(head.lineage, stored->seq);
        if (!own || *own != stored->hash)
            return fail(ErrorKind::refused, "error.carry_differs", {{"seq", std::to_string(stored->seq)}});
        acknowledged += std::max<std::int64_t>(0, stored->seq - mark.seq);
        mark.seq = std::max(mark.seq, stored->seq); // an older answer takes nothing back
        if (mark.seq == stored->seq) mark.hash = stored->hash;
    }
    return acknowledged;
}

Result<> take_blob(const DataDirectory& directory, const CarryFolder& folder, const Blob& blob) {
    if (has_blob(directory, blob)) return {};
    const auto bytes = read_bytes(folder.blob(blob.sha256), static_cast<std::size_t>(blob.bytes));
    if (!bytes || to_hex(sha256(*bytes)) != blob.sha256)
        return fail(ErrorKind::refused, "error.blob_damaged", {{"name", blob.name}}, folder.blob(blob.sha256).string());
    OCOP_TRY(store_blob(directory, *bytes));
    return {};
}

// Everything that the manifest names, and the manifest. Returns its SHA-256.
Result<std::string> take_blobs(const DataDirectory& directory, const CarryFolder& folder,
                               const ReleaseManifest& manifest, const std::string& text) {
    OCOP_TRY(take_blob(directory, folder, manifest.document));
    for (const auto& blob : manifest.media)
        OCOP_TRY(take_blob(directory, folder, blob));
    return store_blob(directory, text);
}

// The release that lies complete on the stick, put in force; empty when there is none or it is in force already.
Result<std::string> take_release(Till& till, const CarryFolder& folder) {
    std::error_code ignored;
    if (!fs::exists(folder.manifest(), ignored)) return std::string();
    OCOP_TRY_ASSIGN(const auto text, read_bytes(folder.manifest(), largest_manifest));
    OCOP_TRY_ASSIGN(const auto manifest, read_manifest(text));
    if (manifest.release == till.release().release) return std::string();
    OCOP_TRY_ASSIGN(const auto sha256, take_blobs(till.journal().directory(), folder, manifest, text));
    OCOP_TRY(till.adopt_release(manifest.release, sha256));
    return manifest.release.text();
}

} // namespace

Result<CarriedOut> carry_out(const DataDirectory& directory, const HubSettings& hub, const TillKey& key,
                             const CarryFolder& folder) {
    CarriedOut carried{folder.journal(hub.till_id), 0};
    std::error_code failure;
    fs::create_directories(folder.root, failure);
    if (failure) return cannot_write(folder.root);
    JournalView journal(directory);
    const auto memory = memory_of(journal, hub);
    auto written = write_whole_file(carried.file, [&](const fs::path& part) -> Result<std::int64_t> {
        OCOP_TRY_ASSIGN(auto stream, open_part(part));
        OCOP_TRY_ASSIGN(const auto entries, write_batches(stream, journal, memory, hub, key));
        stream.close();
        if (!stream) return cannot_write(carried.file);
        return entries;
    });
    if (!written) return fail(std::move(written.error()));
    carried.entries = *written;
    return carried;
}

Result<> store_carried_release(const DataDirectory& directory, const CarryFolder& folder) {
    std::error_code ignored;
    if (!fs::exists(folder.manifest(), ignored)) return {};
    OCOP_TRY_ASSIGN(const auto text, read_bytes(folder.manifest(), largest_manifest));
    OCOP_TRY_ASSIGN(const auto manifest, read_manifest(text));
    OCOP_TRY(take_blobs(directory, folder, manifest, text));
    return {};
}

Result<CarriedIn> carry_in(Till& till, WatermarkStore& watermarks, const HubSettings& hub, const CarryFolder& folder) {
    OCOP_TRY_ASSIGN(const auto hello, read_answer(folder.answer(hub.till_id), hub));
    JournalView journal(till.journal().directory());
    auto memory = memory_of(journal, hub);
    CarriedIn carried;
    OCOP_TRY_ASSIGN(carried.acknowledged, acknowledge(memory, journal, hello));
    OCOP_TRY(watermarks.set(write_sync_memory(memory)));
    OCOP_TRY_ASSIGN(carried.release, take_release(till, folder));
    if (!carried.release.empty()) {
        memory.release = carried.release;
        OCOP_TRY(watermarks.set(write_sync_memory(memory)));
    }
    carried.unsent = count_unsent(till.journal());
    return carried;
}

} // namespace ocop
