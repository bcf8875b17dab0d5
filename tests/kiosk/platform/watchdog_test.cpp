#include "kiosk/platform/watchdog.h"

#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>

using namespace ocop::kiosk;
using ocop::testing::TemporaryFolder;

namespace {

// Where systemd would listen.
class Listener {
public:
    explicit Listener(const std::filesystem::path& file) : socket_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        file.string().copy(address.sun_path, sizeof address.sun_path - 1);
        REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        ::setenv("NOTIFY_SOCKET", file.c_str(), 1);
        ::setenv("WATCHDOG_USEC", "20000000", 1);
    }
    ~Listener() {
        ::unsetenv("NOTIFY_SOCKET");
        ::unsetenv("WATCHDOG_USEC");
        ::close(socket_);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    std::string next() const {
        char text[64] = {};
        const auto size = ::recv(socket_, text, sizeof text, MSG_DONTWAIT);
        return size <= 0 ? "" : std::string(text, static_cast<std::size_t>(size));
    }

private:
    int socket_;
};

} // namespace

TEST_CASE("the watchdog is told of readiness and life, often enough for its limit", "[platform]") {
    const TemporaryFolder folder;
    const Listener systemd(folder.path() / "notify");
    Watchdog watchdog;
    CHECK(watchdog.longest_wait() == 5'000); // a quarter of 20 s
    watchdog.ready();
    watchdog.alive();
    CHECK(systemd.next() == "READY=1");
    CHECK(systemd.next() == "WATCHDOG=1");
    CHECK(systemd.next().empty());
}

TEST_CASE("without systemd nobody is told and nothing fails", "[platform]") {
    ::unsetenv("NOTIFY_SOCKET");
    Watchdog watchdog;
    watchdog.ready();
    watchdog.alive();
    CHECK(watchdog.longest_wait() == 15'000);
}
