// A virtual printer at a port of this machine, as a network printer is: one connection at a time.
#pragma once

#include "kiosk/devices/virtual_line.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace ocop::test {

class NetworkPrinter {
public:
    explicit NetworkPrinter(std::shared_ptr<kiosk::SharedPrinter> printer = std::make_shared<kiosk::SharedPrinter>());
    ~NetworkPrinter();
    NetworkPrinter(const NetworkPrinter&) = delete;
    NetworkPrinter& operator=(const NetworkPrinter&) = delete;

    std::string address() const; // "tcp:127.0.0.1:PORT"
    void with(const std::function<void(kiosk::VirtualPrinter&)>& look);

private:
    void serve();
    void serve(int connection);

    std::shared_ptr<kiosk::SharedPrinter> shared_;
    int listening_ = -1;
    int port_ = 0;
    std::atomic<bool> ending_{false};
    std::thread thread_;
};

} // namespace ocop::test
