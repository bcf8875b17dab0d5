// A TCP connection to this machine that sends what it is told, however rude.
#pragma once

#include <cstdint>
#include <string>

namespace ocop::testing {

class RawClient {
public:
    explicit RawClient(std::uint16_t port); // throws when nobody listens
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;
    RawClient(const RawClient&) = delete;

    void send(const std::string& bytes);
    std::string read_some(); // waits; empty at the end
    std::string read_all();  // until the other side closes or resets

private:
    int socket_;
};

} // namespace ocop::testing
