// Tells systemd that the kiosk is alive: one datagram to $NOTIFY_SOCKET, sent after a presented frame or while waiting,
// never from another thread (a hung screen must not look alive).
#pragma once

#include <cstdint>
#include <string>

namespace ocop::kiosk {

class Watchdog {
public:
    Watchdog(); // reads $NOTIFY_SOCKET and $WATCHDOG_USEC; without them every call does nothing
    void ready();
    void alive();
    // Longest wait between two alive() in ms: a quarter of the limit, at most 15 s.
    std::int64_t longest_wait() const { return longest_wait_; }

private:
    void send(const char* message) const;
    std::string socket_;
    std::int64_t longest_wait_ = 15'000;
};

} // namespace ocop::kiosk
