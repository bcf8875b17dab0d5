// An HTTP server on this machine that answers raw bytes, one connection after the other, and keeps what it was asked.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace ocop::testing {

class LoopbackServer {
public:
    // `answer` makes the raw answer to a raw request; the connection is closed behind it.
    explicit LoopbackServer(std::function<std::string(const std::string& request)> answer);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    std::string url() const; // "http://127.0.0.1:PORT"
    std::vector<std::string> requests();

private:
    void serve();

    std::function<std::string(const std::string&)> answer_;
    int listening_ = -1;
    int port_ = 0;
    std::mutex mutex_;
    std::vector<std::string> requests_;
    std::thread thread_;
};

} // namespace ocop::testing
