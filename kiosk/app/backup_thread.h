// Copies the till to another disk beside everything else: it has its own reading connection, and neither the screen nor
// a sale waits for it.
#pragma once

#include "kiosk/app/mailbox.h"
#include "kiosk/till/storage_messages.h"
#include "pos/base/clock.h"
#include "pos/store/data_directory.h"

#include <functional>
#include <string>
#include <thread>

namespace ocop::kiosk {

struct BackupOrder {
    std::string till;
    std::string chosen; // folder, empty when none was chosen for this till
};

class BackupThread {
public:
    using Disks = std::function<std::vector<std::filesystem::path>()>;

    // `told` is called from this thread with what became of every order.
    BackupThread(DataDirectory directory, const Clock& clock, std::function<void(BackupOutcome)> told,
                 Disks disks = removable_disks);
    // Finishes the copy in hand.
    ~BackupThread();
    BackupThread(const BackupThread&) = delete;
    BackupThread& operator=(const BackupThread&) = delete;

    void order(BackupOrder order) { static_cast<void>(orders_.put(std::move(order))); } // any thread

private:
    void run();
    BackupOutcome carry_out(const BackupOrder& order);

    DataDirectory directory_;
    const Clock* clock_;
    std::function<void(BackupOutcome)> told_;
    Disks disks_;
    Mailbox<BackupOrder> orders_;
    std::thread thread_; // last: runs while everything above lives
};

} // namespace ocop::kiosk
