// The thread that talks to the hub: its own read-only connection to the journal and one line to the hub. Selling never
// waits for it; what it writes goes through the storage thread.
#pragma once

#include "kiosk/app/storage_thread.h"
#include "pos/base/clock.h"
#include "pos/store/data_directory.h"
#include "sync/till/http_connection.h"
#include "sync/till/sync_engine.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace ocop::kiosk {

class SyncThread {
public:
    // Starts when the till is enrolled, and looks again every enrolment_look when it is not. The storage thread
    // outlives it. Waiting is real time; what is due is decided by the clock.
    SyncThread(DataDirectory directory, StorageThread& storage, const Clock& clock, Randomness& randomness);
    // Ends a running exchange; what the hub had not acknowledged is sent after the next start.
    ~SyncThread();
    SyncThread(const SyncThread&) = delete;
    SyncThread& operator=(const SyncThread&) = delete;

    // Any thread: something was sold, so there is something to send.
    void poke();
    // Any thread: whether a new catalogue may be put in force now. Between visits, with nothing on the counter.
    void allow_release(bool allowed) { release_allowed_ = allowed; }
    bool reached() const { return reached_; } // the hub answered last time

    // Any thread: how far the hub's clock is ahead of this till's in ms, as of the last answer; nothing without one.
    std::optional<std::int64_t> clock_offset() const {
        return reached_ ? std::optional<std::int64_t>(clock_offset_) : std::nullopt;
    }

    static constexpr std::chrono::milliseconds enrolment_look{30'000};

private:
    class Owner;
    void run();
    void talk(const HubSettings& hub);
    bool wait(std::chrono::milliseconds longest); // true: poked

    DataDirectory directory_;
    StorageThread* storage_;
    const Clock* clock_;
    Randomness* randomness_;
    std::atomic<bool> release_allowed_{false};
    std::atomic<bool> reached_{false};
    std::atomic<std::int64_t> clock_offset_{0};
    std::atomic<bool> stopping_{false};
    std::mutex mutex_;
    std::condition_variable poked_;
    bool poke_ = false;
    std::unique_ptr<HttpConnection> connection_; // made and replaced under mutex_
    std::thread thread_;                         // last: runs while everything above lives
};

} // namespace ocop::kiosk
