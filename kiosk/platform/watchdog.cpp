#include "kiosk/platform/watchdog.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace ocop::kiosk {

Watchdog::Watchdog() {
    if (const char* path = std::getenv("NOTIFY_SOCKET"); path != nullptr) socket_ = path;
    if (const char* limit = std::getenv("WATCHDOG_USEC"); limit != nullptr)
        if (const auto microseconds = std::strtoll(limit, nullptr, 10); microseconds > 0)
            longest_wait_ = std::clamp<std::int64_t>(microseconds / 4000, 100, 15'000);
}

void Watchdog::ready() {
    send("READY=1");
}
void Watchdog::alive() {
    send("WATCHDOG=1");
}

void Watchdog::send(const char* message) const {
    if (socket_.empty() || socket_.size() >= sizeof(sockaddr_un::sun_path)) return;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, socket_.data(), socket_.size());
    if (address.sun_path[0] == '@') address.sun_path[0] = '\0';
    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0) return;
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
    // A lost datagram is made good by the next one.
    ::sendto(descriptor, message, std::strlen(message), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address),
             size);
    ::close(descriptor);
}

} // namespace ocop::kiosk
