// `ocop-kiosk --automation` as a program, driven through its socket.
#pragma once

#include "tests/support/program.h"

#include <nlohmann/json.hpp>

#include <deque>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ocop::testing {

class AutomatedKiosk {
public:
    // Waits until the socket is there. `folder` takes the socket.
    AutomatedKiosk(const std::filesystem::path& data, const std::filesystem::path& folder,
                   const std::vector<std::string>& arguments = {}, const std::vector<std::string>& environment = {});
    ~AutomatedKiosk();
    AutomatedKiosk(const AutomatedKiosk&) = delete;
    AutomatedKiosk& operator=(const AutomatedKiosk&) = delete;

    // The answer; nothing when the kiosk is gone. Events that come before it are kept.
    std::optional<nlohmann::json> ask(const nlohmann::json& request);
    bool tap(const std::string& target); // true: done
    bool scan(const std::string& code);
    std::string page();
    // Sales whose change was reported as shown so far.
    const std::vector<std::string>& change_shown() const { return change_shown_; }
    pid_t process() const { return program_->process(); }
    void strike(int signal); // any thread: sends it and does not wait
    ProgramResult end(int signal);

private:
    std::optional<std::string> read_line();

    std::filesystem::path socket_;
    std::optional<BackgroundProgram> program_;
    int connection_ = -1;
    std::string pending_;
    std::vector<std::string> change_shown_;
};

} // namespace ocop::testing
