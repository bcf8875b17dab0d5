#include "sync/protocol/journal_batch.h"

#include "sync/protocol/calls.h"
#include "sync/protocol/documents.h"

#include <algorithm>
#include <stdexcept>

namespace ocop {
namespace {

constexpr std::size_t largest_frame_line = 4 * 1024; // header or trailer

} // namespace

std::size_t batch_size(const std::vector<Entry>& entries, std::size_t most) {
    std::size_t bytes = 0;
    std::size_t count = 0;
    while (count < std::min({entries.size(), most, most_batch_entries})) {
        bytes += entries[count].bytes.size() + 1;
        if (count > 0 && bytes > largest_batch) break;
        ++count;
    }
    return count;
}

Result<std::string> encode_batch(const std::string& till_id, const std::string& branch,
                                 const std::vector<Entry>& entries, const TillKey& key) {
    if (entries.empty() || entries.size() != batch_size(entries, most_batch_entries))
        throw std::invalid_argument("a batch has no entries, or more than its limits");
    const auto& first = entries.front().header;
    nlohmann::json header{{"protocol", static_cast<std::uint64_t>(protocol_version)},
                          {"till", till_id},
                          {"lineage", first.lineage},
                          {"branch", branch},
                          {"from_seq", first.seq},
                          {"count", entries.size()},
                          {"prev_hash", to_hex(first.prev_hash)}};
    std::string text = header.dump() + "\n";
    auto previous = first.prev_hash;
    auto seq = first.seq;
    for (const auto& entry : entries) {
        const bool sound = entry.header.lineage == first.lineage && entry.header.seq == seq &&
                           entry.header.prev_hash == previous && entry.hash == chain_hash(previous, entry.bytes) &&
                           entry.bytes.find('\n') == std::string::npos && entry.bytes.size() <= largest_entry;
        if (!sound) return fail(ErrorKind::storage, "error.chain_broken", {{"seq", std::to_string(seq)}});
        text += entry.bytes;
        text += '\n';
        previous = entry.hash;
        ++seq;
    }
    const auto& last = entries.back();
    nlohmann::json trailer{{"protocol", static_cast<std::uint64_t>(protocol_version)},
                           {"count", entries.size()},
                           {"head_seq", last.header.seq},
                           {"head_hash", to_hex(last.hash)},
                           {"signature", to_hex(key.sign_head(last.header.lineage, last.header.seq, last.hash))},
                           {"public_key", to_hex(key.public_key())}};
    return text + trailer.dump() + "\n";
}

tl::unexpected<Error> BatchDecoder::broken(std::string why) const {
    return fail(ErrorKind::refused, "error.batch_broken", {{"line", std::to_string(line_)}}, std::move(why));
}

Result<std::size_t> BatchDecoder::feed(std::string_view bytes) {
    std::size_t used = 0;
    while (stage_ != Stage::done && used < bytes.size()) {
        const auto end = bytes.find('\n', used);
        const auto piece = bytes.substr(used, end == std::string_view::npos ? end : end - used);
        const auto longest = stage_ == Stage::entries ? largest_entry : largest_frame_line;
        if (pending_.size() + piece.size() > longest) {
            ++line_;
            return broken("longer than " + std::to_string(longest) + " bytes");
        }
        pending_.append(piece);
        used += piece.size();
        if (end == std::string_view::npos) break;
        ++used;
        ++line_;
        OCOP_TRY(take(std::exchange(pending_, {})));
    }
    return used;
}

Result<> BatchDecoder::take(std::string line) {
    switch (stage_) {
    case Stage::header:
        return take_header(line);
    case Stage::entries:
        return take_entry(std::move(line));
    case Stage::trailer:
        return take_trailer(line);
    case Stage::done:
        break;
    }
    return broken("a line after the trailer");
}

Result<> BatchDecoder::take_header(const std::string& line) {
    auto document = parse_document("batch header", line, largest_frame_line);
    if (!document) {
        if (document.error().kind == ErrorKind::newer) return fail(std::move(document.error()));
        return broken(document.error().detail);
    }
    std::string problem;
    JsonReader reader(*document, "header", problem);
    auto& header = batch_.header;
    header.till = identity_field(reader, "till");
    header.lineage = identity_field(reader, "lineage");
    header.branch = identity_or_empty(reader, "branch");
    header.from_seq = reader.integer("from_seq", 1, largest_number);
    header.count = reader.integer("count", 1, static_cast<std::int64_t>(most_batch_entries));
    header.prev_hash = hash_field(reader, "prev_hash");
    if (header.from_seq == 1 && header.prev_hash != Hash{}) reader.refuse("prev_hash", "nothing is before seq 1");
    if (!problem.empty()) return broken(problem);
    head_ = header.prev_hash;
    stage_ = Stage::entries;
    return {};
}

Result<> BatchDecoder::take_entry(std::string line) {
    bytes_ += line.size() + 1;
    if (!batch_.entries.empty() && bytes_ > largest_batch) return broken("the entries are too long for one batch");
    auto entry = read_entry(std::move(line));
    if (!entry) return broken(entry.error().detail);
    const auto seq = batch_.header.from_seq + static_cast<std::int64_t>(batch_.entries.size());
    if (entry->header.lineage != batch_.header.lineage) return broken("an entry of another lineage");
    if (entry->header.seq != seq) return broken("seq " + std::to_string(seq) + " should come here");
    if (entry->header.prev_hash != head_) return broken("the chain is broken");
    head_ = entry->hash;
    batch_.entries.push_back(std::move(*entry));
    if (static_cast<std::int64_t>(batch_.entries.size()) == batch_.header.count) stage_ = Stage::trailer;
    return {};
}

Result<> BatchDecoder::take_trailer(const std::string& line) {
    const auto document = parse_document("batch trailer", line, largest_frame_line);
    if (!document) return broken(document.error().detail);
    std::string problem;
    JsonReader reader(*document, "trailer", problem);
    auto& trailer = batch_.trailer;
    trailer.count = reader.integer("count", 1, static_cast<std::int64_t>(most_batch_entries));
    trailer.head_seq = reader.integer("head_seq", 1, largest_number);
    trailer.head_hash = hash_field(reader, "head_hash");
    const auto signature = signature_from_hex(reader.text("signature"));
    const auto key = public_key_from_hex(reader.text("public_key"));
    if (!problem.empty() || !signature || !key) return broken(problem.empty() ? "no signature or key" : problem);
    trailer.signature = *signature;
    trailer.public_key = *key;
    if (trailer.count != batch_.header.count || trailer.head_seq != batch_.entries.back().header.seq ||
        trailer.head_hash != head_)
        return broken("the trailer names another head");
    if (!verify_head(*key, batch_.header.lineage, trailer.head_seq, trailer.head_hash, *signature))
        return broken("the signature does not fit");
    stage_ = Stage::done;
    return {};
}

Result<JournalBatch> BatchDecoder::finish() {
    if (stage_ != Stage::done) {
        ++line_;
        return broken("cut short");
    }
    return std::move(batch_);
}

Result<JournalBatch> decode_batch(std::string_view text) {
    BatchDecoder decoder;
    OCOP_TRY_ASSIGN(const auto used, decoder.feed(text));
    if (used != text.size()) return fail(ErrorKind::refused, "error.batch_broken", {{"line", "?"}}, "text behind it");
    return decoder.finish();
}

} // namespace ocop
