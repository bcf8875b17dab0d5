// `ocop-hub serve` as a program, and what tills are told of it.
#pragma once

#include "tests/support/program.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ocop::testing {

class ServedHub {
public:
    // `listen`: as of --listen.
    explicit ServedHub(const std::filesystem::path& folder, const std::string& listen = "127.0.0.1:0",
                       const std::vector<std::string>& environment = {});

    bool listens() const { return !address_.empty(); }
    const std::string& address() const { return address_; } // for enrolment
    std::string url() const { return address_.substr(0, address_.find('#')); }
    int port() const { return port_; }
    std::string new_code() const; // ocop-hub admin code, beside the running hub
    ProgramResult end(int signal) { return program_.end(signal); }

private:
    std::filesystem::path folder_;
    BackgroundProgram program_;
    std::string address_;
    int port_ = 0;
};

} // namespace ocop::testing
