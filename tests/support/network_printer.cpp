#include "tests/support/network_printer.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>
#include <string_view>

namespace ocop::test {
namespace {

constexpr int look_again = 20; // ms, whether the printer takes more by now

} // namespace

NetworkPrinter::NetworkPrinter(std::shared_ptr<kiosk::SharedPrinter> printer) : shared_(std::move(printer)) {
    listening_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (listening_ < 0 || ::bind(listening_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0 ||
        ::listen(listening_, 4) != 0 || ::getsockname(listening_, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no port for a printer");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

NetworkPrinter::~NetworkPrinter() {
    ending_ = true;
    ::shutdown(listening_, SHUT_RDWR);
    thread_.join();
    ::close(listening_);
}

std::string NetworkPrinter::address() const {
    return "tcp:127.0.0.1:" + std::to_string(port_);
}

void NetworkPrinter::with(const std::function<void(kiosk::VirtualPrinter&)>& look) {
    const std::lock_guard lock(shared_->mutex);
    look(shared_->printer);
}

void NetworkPrinter::serve() {
    while (!ending_) {
        const int connection = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0) continue;
        serve(connection);
        ::close(connection);
    }
}

void NetworkPrinter::serve(int connection) {
    std::string waiting; // read and not taken yet
    while (!ending_) {
        pollfd one{connection, static_cast<short>(waiting.empty() ? POLLIN : 0), 0};
        ::poll(&one, 1, look_again);
        if ((one.revents & POLLIN) != 0) {
            char some[512]; // less than the printer holds, so that answers are not late
            const auto count = ::recv(connection, some, sizeof some, 0);
            if (count <= 0) return;
            waiting.assign(some, static_cast<std::size_t>(count));
        } else if ((one.revents & (POLLERR | POLLHUP)) != 0) {
            return;
        }
        const std::lock_guard lock(shared_->mutex);
        if (!waiting.empty()) {
            const auto taken = shared_->printer.receive(waiting);
            if (!taken) { // pulled out: the connection breaks
                const linger at_once{1, 0};
                ::setsockopt(connection, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
                return;
            }
            waiting.erase(0, *taken);
        }
        while (const auto answer = shared_->printer.next_answer())
            if (::send(connection, &*answer, 1, MSG_NOSIGNAL) != 1) return;
    }
}

} // namespace ocop::test
