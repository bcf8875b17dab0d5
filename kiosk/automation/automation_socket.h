// A unix socket (mode 0600, off unless asked for) through which one test at a time drives the real window. Lines of
// JSON: a request a line, an answer a line, and events between them. A thread of its own waits for the client; what was
// asked is done by the UI thread when it takes it. A client that does not read its answers is dropped.
#pragma once

#include "pos/base/result.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include <deque>

namespace ocop::kiosk {

class AutomationSocket {
public:
    // `wake` is called, from the waiting thread, when a line arrived. Fails with "error.automation" {file}.
    static Result<std::unique_ptr<AutomationSocket>> listen(const std::filesystem::path& file,
                                                            std::function<void()> wake);
    ~AutomationSocket();
    AutomationSocket(const AutomationSocket&) = delete;
    AutomationSocket& operator=(const AutomationSocket&) = delete;

    // UI thread.
    std::optional<std::string> take();  // the next line that was asked
    void send(const std::string& line); // to the client, if there is one; never waits

    static constexpr std::size_t longest_line = 64 * 1024;

private:
    AutomationSocket(std::filesystem::path file, int listening, std::function<void()> wake);
    void run();
    void read_lines(int client);

    std::filesystem::path file_;
    int listening_;
    std::function<void()> wake_;
    std::mutex mutex_;
    std::deque<std::string> lines_;
    int client_ = -1;
    std::thread thread_; // last: runs while everything above lives
};

} // namespace ocop::kiosk
