// SIGTERM and SIGINT as something the main loop asks about. Made before any other thread, which inherits what is
// blocked.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace ocop::kiosk {

class StopSignal {
public:
    // `wake` is called, from a thread of this object, when a signal came.
    explicit StopSignal(std::function<void()> wake);
    ~StopSignal();
    StopSignal(const StopSignal&) = delete;
    StopSignal& operator=(const StopSignal&) = delete;
    bool came() const { return came_; }

private:
    std::function<void()> wake_;
    std::atomic<bool> came_{false};
    std::atomic<bool> ending_{false};
    std::thread thread_; // last: runs while everything above lives
};

} // namespace ocop::kiosk
