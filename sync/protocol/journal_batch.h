// A run of consecutive entries on its way to a hub, as NDJSON: a header line, the entries' stored bytes one a line, a
// trailer with count, head and the till's signature. Bytes are sent as stored and hashed as received; the trailer shows
// a cut. The same bytes travel over HTTPS, on a USB stick and from a hub to its parent.
#pragma once

#include "pos/base/result.h"
#include "pos/journal/entry.h"
#include "pos/journal/signature.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

struct BatchHeader {
    std::string till; // till id given by the hub at enrolment
    std::string lineage;
    std::string branch; // empty = main line
    std::int64_t from_seq = 0;
    std::int64_t count = 0; // 1..most_batch_entries
    Hash prev_hash{};       // of the entry before from_seq; zero for seq 1
    bool operator==(const BatchHeader&) const = default;
};

struct BatchTrailer {
    std::int64_t count = 0;
    std::int64_t head_seq = 0;
    Hash head_hash{};
    Signature signature; // TillKey::sign_head(lineage, head_seq, head_hash)
    PublicKey public_key;
    bool operator==(const BatchTrailer&) const = default;
};

struct JournalBatch {
    BatchHeader header;
    std::vector<Entry> entries;
    BatchTrailer trailer;
};

// How many of these entries, from the first on, fit into one batch of at most `most` entries; at least one.
std::size_t batch_size(const std::vector<Entry>& entries, std::size_t most);

// Refused with "error.chain_broken" {seq} when the entries are not a consecutive, unbroken run of one lineage, so that
// a broken chain is never sent. An empty list or one beyond the limits is a broken invariant.
Result<std::string> encode_batch(const std::string& till_id, const std::string& branch,
                                 const std::vector<Entry>& entries, const TillKey& key);

// Reads one batch as its bytes arrive and verifies seq, chain, trailer and the signature by the key in the trailer;
// whether that key is the till's is for the caller to decide. After a failure the decoder is of no further use.
class BatchDecoder {
public:
    // Returns how many of the bytes belong to this batch: all of them until its trailer has been read. Fails with
    // "error.batch_broken" {line}, lines counted from 1.
    Result<std::size_t> feed(std::string_view bytes);
    bool complete() const { return stage_ == Stage::done; }
    // The batch; refused as cut short unless complete.
    Result<JournalBatch> finish();

private:
    enum class Stage { header, entries, trailer, done };
    Result<> take(std::string line);
    Result<> take_header(const std::string& line);
    Result<> take_entry(std::string line);
    Result<> take_trailer(const std::string& line);
    tl::unexpected<Error> broken(std::string why) const;

    Stage stage_ = Stage::header;
    std::int64_t line_ = 0;
    std::size_t bytes_ = 0;
    std::string pending_;
    Hash head_{};
    JournalBatch batch_;
};

// The one batch that `text` is, nothing before or after it.
Result<JournalBatch> decode_batch(std::string_view text);

} // namespace ocop
