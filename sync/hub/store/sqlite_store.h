// A hub's store in one SQLite file: a fair's laptop, a booth with two tills.
#pragma once

#include "pos/base/clock.h"
#include "sync/hub/store/hub_store.h"

#include "pos/store/database.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace ocop {

// One writing connection behind a mutex. After a failed write the file is closed and opened again by the next call, so
// that nothing is ever answered from a connection whose state is unknown.
class SqliteStore final : public HubStore {
public:
    // The caller holds the writer lock of the folder. Fails with storage or newer. `vfs` is for fault tests.
    static Result<std::unique_ptr<SqliteStore>> open(std::filesystem::path file, Randomness& randomness,
                                                     std::string vfs = {});

    ~SqliteStore() override; // writes the WAL back

    HubIdentity identity() override;
    void add_code(const EnrolmentCode& code) override;
    Result<EnrolmentAnswer> enrol(const std::string& finder, const Hash& secret_hash, const EnrolmentRequest& request,
                                  Instant now) override;
    std::optional<EnrolledTill> till_of_credential(const std::string& credential) override;
    std::optional<EnrolledTill> till(const std::string& id) override;
    int revoke(const std::string& till) override;
    BatchAnswer store_batch(const JournalBatch& batch, const EnrolledTill& sender, Instant now) override;
    std::vector<StoredHead> heads(const std::string& till_id) override;
    StoredHead main_head(const std::string& lineage) override;
    std::optional<Hash> hash_at(const std::string& lineage, std::int64_t seq) override;
    void publish(const PublishedRelease& release, Instant now) override;
    std::optional<PublishedRelease> current_release() override;
    std::vector<TillOverview> tills() override;
    std::vector<QuarantinedEntry> quarantine() override;
    std::vector<ForkNotice> forks() override;

private:
    SqliteStore(std::filesystem::path file, Randomness& randomness, std::string vfs)
        : file_(std::move(file)), vfs_(std::move(vfs)), randomness_(&randomness) {}
    // Calls `work(database)` with the mutex held.
    template <class Work>
    auto with_database(Work work);

    std::filesystem::path file_;
    std::string vfs_;
    Randomness* randomness_;
    std::mutex mutex_;
    std::optional<Database> database_;
};

} // namespace ocop
