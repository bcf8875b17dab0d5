// The till's side of the sync protocol: a state machine that is stepped. One step makes at most one exchange with the
// hub. Whatever happens, there is a next step: failures only move it (BackOff).
//
// The journal is the outbox: what the hub lacks is `seq > watermark`. The watermark moves only to a seq at which the
// hub names the till's own hash, and it moves backwards when the hub says that it holds less. Selling never waits for
// any of this: the engine reads the journal by a read-only connection and writes through the interfaces handed in.
#pragma once

#include "pos/base/clock.h"
#include "pos/catalogue/catalogue.h"
#include "pos/journal/signature.h"
#include "pos/store/data_directory.h"
#include "sync/protocol/batch_answer.h"
#include "sync/protocol/hello.h"
#include "sync/till/back_off.h"
#include "sync/till/fork_search.h"
#include "sync/till/hub_connection.h"
#include "sync/till/hub_settings.h"
#include "sync/till/journal_view.h"
#include "sync/till/release_download.h"
#include "sync/till/sync_memory.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace ocop {

// Where the memory lies: local state sync_memory_name of the journal. The storage thread owns writes; set() returns
// when the value is durable.
class WatermarkStore {
public:
    virtual ~WatermarkStore() = default;
    virtual std::optional<std::string> get() = 0;
    virtual Result<> set(const std::string& value) = 0;
};

enum class SyncFault {
    fork,          // the hub holds another history of this lineage: a cloned disk
    hub_ahead,     // the hub holds more of this lineage than the till: an older copy was put back
    hub_went_back, // the hub holds less than it had acknowledged: it was restored; entries are sent again
};
const char* name_of(SyncFault fault); // "fork", "hub_ahead", "hub_went_back"

// What the engine asks of the owner of the journal; each returns when it is durable. A failure is tried again.
struct SyncEvents {
    std::function<Result<>(const std::string& reason)> begin_lineage; // Journal::begin_lineage
    std::function<Result<>(const ReleaseId& release, const std::string& manifest_sha256)> adopt_release;
    std::function<void(SyncFault fault, const std::string& lineage, std::int64_t seq)> found; // to tell people
};

struct SyncParts {
    DataDirectory directory;
    HubSettings hub;
    TillKey key;
    HubConnection* connection = nullptr;
    WatermarkStore* watermarks = nullptr;
    SyncEvents events;
    const Clock* clock = nullptr;
    Randomness* randomness = nullptr;
};

struct SyncStatus {
    bool reached = false;          // the last hello was answered by our hub
    std::int64_t unsent = 0;       // entries that the hub has not acknowledged
    std::int64_t safe = 0;         // entries of the current lineage in a second copy, as the hub says
    Instant last_contact;          // wall clock; 0 = never since start
    std::int64_t clock_offset = 0; // hub minus till, milliseconds; people are told above 2 min
    std::optional<Error> problem;  // what keeps it from being done, for people
    std::size_t blobs = 0;         // of the release being taken over
    std::size_t blobs_left = 0;
    bool settled = false; // reached, nothing unsent, no release outstanding
};

class SyncEngine {
public:
    // Throws StorageFailure when the journal cannot be read.
    explicit SyncEngine(SyncParts parts);

    // Does what is due, at most one exchange, and returns when to step again.
    Monotonic step();
    // Something may have changed for the better: a new entry, a link, a person asks. Makes the next step due now.
    void poke();
    const SyncStatus& status() const { return status_; } // as of the last step

    static constexpr std::int64_t hello_interval = 60'000;  // milliseconds
    static constexpr std::size_t first_batch_entries = 100; // doubled on success, halved on failure

private:
    void work(Monotonic now);
    void refresh();
    Monotonic next_step() const;

    void say_hello(Monotonic now);
    Result<> reconcile(const Hello& hello);
    void search_further(Monotonic now);
    Result<> conclude(const ForkSearch& search, bool& no_fork);
    Result<> leave_forked_lineage();

    void push(Monotonic now);
    const LineageHead* next_unsent() const;
    Result<> push_batch(const LineageHead& head, Monotonic now);
    Result<> accept(const BatchAnswer& answer, const LineageHead& head, std::int64_t sent_to, Monotonic now);

    bool release_is_wanted() const;
    void take_release(Monotonic now);

    Result<HttpResponse> exchange(const HttpRequest& request);
    Result<> require_hub(const std::string& hub_id) const;
    Watermark mark(const std::string& lineage) const;
    Result<> remember(SyncMemory memory);
    void push_failed(Error error, Monotonic now);
    std::int64_t asked_wait() const { return last_retry_after_ * 1000; }

    SyncParts parts_;
    JournalView journal_;
    SyncMemory memory_;
    SyncStatus status_;
    std::vector<LineageHead> heads_;

    bool greeted_ = false;
    Hello hello_;
    BackOff hello_time_;
    BackOff push_time_;
    BackOff release_time_;
    std::optional<Error> hello_problem_;
    std::optional<Error> push_problem_;
    std::optional<Error> release_problem_;

    std::set<std::string> to_search_; // lineages whose common part with the hub is not known
    std::optional<ForkSearch> search_;
    std::optional<std::pair<std::string, std::int64_t>> suspected_; // lineage and common part of the last search
    std::string avoid_;                                             // lineage that failed last: the others go first
    std::size_t batch_entries_ = first_batch_entries;
    std::int64_t last_retry_after_ = 0;
    std::optional<ReleaseDownload> download_;
};

} // namespace ocop
