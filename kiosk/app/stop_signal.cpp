#include "kiosk/app/stop_signal.h"

#include <pthread.h>

#include <csignal>
#include <utility>

namespace ocop::kiosk {
namespace {

sigset_t stop_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

StopSignal::StopSignal(std::function<void()> wake) : wake_(std::move(wake)) {
    const auto set = stop_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    thread_ = std::thread([this, set] {
        for (int signal = 0; !ending_;) {
            if (sigwait(&set, &signal) != 0 || ending_) return;
            came_ = true;
            wake_();
        }
    });
}

StopSignal::~StopSignal() {
    ending_ = true;
    pthread_kill(thread_.native_handle(), SIGTERM); // blocked everywhere: only ends the wait
    thread_.join();
}

} // namespace ocop::kiosk
