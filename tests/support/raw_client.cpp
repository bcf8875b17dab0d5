#include "tests/support/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <utility>

namespace ocop::testing {

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket_ < 0 || ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("nobody listens");
}

RawClient::~RawClient() {
    if (socket_ >= 0) ::close(socket_);
}

RawClient::RawClient(RawClient&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}

void RawClient::send(const std::string& bytes) {
    for (std::size_t sent = 0; sent < bytes.size();) {
        const auto count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) return; // the other side has had enough
        sent += static_cast<std::size_t>(count);
    }
}

std::string RawClient::read_some() {
    char piece[4096];
    const auto count = ::recv(socket_, piece, sizeof piece, 0);
    return count > 0 ? std::string(piece, static_cast<std::size_t>(count)) : std::string();
}

std::string RawClient::read_all() {
    std::string all;
    for (auto piece = read_some(); !piece.empty(); piece = read_some())
        all += piece;
    return all;
}

} // namespace ocop::testing
