// What a hub keeps: who may send, every entry it was sent, and what follows from them. One interface, so that a
// laptop's SQLite file and a province's server answer alike.
//
// Any thread may call; every function throws StorageFailure when the disk fails, and then changed nothing.
#pragma once

#include "pos/base/result.h"
#include "pos/base/time.h"
#include "pos/catalogue/catalogue.h"
#include "pos/journal/signature.h"
#include "pos/money/dong.h"
#include "sync/protocol/batch_answer.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/hello.h"
#include "sync/protocol/journal_batch.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ocop {

struct HubIdentity {
    std::string hub_id;
    std::string epoch; // renewed by restore and promotion
};

struct EnrolledTill {
    std::string id;
    std::string code; // as printed on receipts
    PublicKey key;
    std::string program;
    Instant enrolled_at;
    bool revoked = false; // its entries are still taken in, into quarantine
};

// A one-time code, shown to a person as one word. The first characters find it, the rest is the secret, of which only
// the hash is kept.
struct EnrolmentCode {
    std::string finder;
    Hash secret_hash{};
    Instant expires_at;
};
inline constexpr int enrolment_tries = 5;
inline constexpr std::int64_t enrolment_minutes = 15;

struct PublishedRelease {
    ReleaseId release;
    std::string manifest_sha256;
    bool operator==(const PublishedRelease&) const = default;
};

// What people are told about a till.
struct TillOverview {
    EnrolledTill till;
    std::int64_t entries = 0;
    std::int64_t sales = 0; // counted once, however often their entries arrived; training left out
    Dong total;
};

// An entry that is kept but not counted, and why: "revoked", "unreadable", "same_id".
struct QuarantinedEntry {
    std::string lineage;
    std::string branch;
    std::int64_t seq = 0;
    std::string reason;
};

// Two histories of one lineage; nothing was overwritten.
struct ForkNotice {
    std::string till;
    std::string lineage;
    std::int64_t seq = 0; // first one that differs, as far as is known
    Instant seen_at;
};

class HubStore {
public:
    virtual ~HubStore() = default;
    virtual HubIdentity identity() = 0;

    virtual void add_code(const EnrolmentCode& code) = 0;
    // Spends the code. Asked again with the same code and key it answers the same till with a new credential, so that a
    // lost answer does no harm. Refused with "error.enrolment_code" otherwise; a wrong secret uses up a try.
    virtual Result<EnrolmentAnswer> enrol(const std::string& finder, const Hash& secret_hash,
                                          const EnrolmentRequest& request, Instant now) = 0;
    virtual std::optional<EnrolledTill> till_of_credential(const std::string& credential) = 0;
    virtual std::optional<EnrolledTill> till(const std::string& id) = 0;
    // By till id or till code; how many there were.
    virtual int revoke(const std::string& till) = 0;

    // One transaction: entries that are new, what follows from them, and the head. A fork or a gap stores no entry.
    // The batch was verified (decode_batch) and its key is the sender's.
    virtual BatchAnswer store_batch(const JournalBatch& batch, const EnrolledTill& sender, Instant now) = 0;
    virtual std::vector<StoredHead> heads(const std::string& till_id) = 0;
    // End of the main line, and its hashes at these seqs as far as they are stored.
    virtual StoredHead main_head(const std::string& lineage) = 0;
    virtual std::optional<Hash> hash_at(const std::string& lineage, std::int64_t seq) = 0;

    virtual void publish(const PublishedRelease& release, Instant now) = 0;
    virtual std::optional<PublishedRelease> current_release() = 0;

    virtual std::vector<TillOverview> tills() = 0;
    virtual std::vector<QuarantinedEntry> quarantine() = 0;
    virtual std::vector<ForkNotice> forks() = 0;
};

} // namespace ocop
