#include "kiosk/app/backup_thread.h"

#include <chrono>
#include <exception>
#include <utility>

namespace ocop::kiosk {
namespace {

constexpr std::chrono::milliseconds look_again{60'000};

} // namespace

BackupThread::BackupThread(DataDirectory directory, const Clock& clock, std::function<void(BackupOutcome)> told,
                           Disks disks)
    : directory_(std::move(directory)), clock_(&clock), told_(std::move(told)), disks_(std::move(disks)),
      thread_([this] { run(); }) {}

BackupThread::~BackupThread() {
    orders_.close();
    thread_.join();
}

BackupOutcome BackupThread::carry_out(const BackupOrder& order) {
    BackupOutcome outcome;
    try {
        const auto place = find_backup_place(order.chosen, disks_());
        if (!place) {
            outcome.state = BackupState::no_place;
            return outcome;
        }
        auto copy = back_up_to_place(directory_, order.till, *place, clock_->now());
        if (copy) {
            outcome.state = BackupState::done;
            outcome.backup = std::move(*copy);
        } else {
            outcome.state = BackupState::failed;
            outcome.error = std::move(copy.error());
        }
    } catch (const std::exception& failure) { // a stick that is pulled out may break anything
        outcome.state = BackupState::failed;
        outcome.error = Error{ErrorKind::storage, "error.backup_failed", {}, failure.what()};
    }
    return outcome;
}

void BackupThread::run() {
    while (!orders_.closed()) {
        const auto order = orders_.wait(look_again);
        if (!order) continue;
        told_({BackupState::running, {}, {}});
        told_(carry_out(*order));
    }
}

} // namespace ocop::kiosk
