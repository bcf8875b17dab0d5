#include "kiosk/devices/printer_line.h"

#include <fcntl.h>
#include <linux/sockios.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace ocop::kiosk {
namespace {

using std::chrono::milliseconds;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    int number() const { return number_; }

private:
    int number_;
};

// What poll() says about it within so long; 0: nothing.
short polled(int descriptor, short events, milliseconds longest) {
    pollfd one{descriptor, events, 0};
    return ::poll(&one, 1, static_cast<int>(longest.count())) > 0 ? one.revents : short{0};
}

class DescriptorLine final : public PrinterLine {
public:
    DescriptorLine(Descriptor descriptor, bool answers, bool is_socket)
        : descriptor_(std::move(descriptor)), answers_(answers), is_socket_(is_socket) {}

    Written write(std::string_view bytes, milliseconds longest) override {
        const auto events = polled(descriptor_.number(), POLLOUT, longest);
        if ((events & (POLLERR | POLLHUP | POLLNVAL)) != 0) return {0, true};
        if ((events & POLLOUT) == 0) return {};
        const auto sent = is_socket_ ? ::send(descriptor_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL)
                                     : ::write(descriptor_.number(), bytes.data(), bytes.size());
        if (sent >= 0) return {static_cast<std::size_t>(sent), false};
        const bool later = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
        return {0, !later};
    }

    std::optional<std::uint8_t> read(milliseconds longest) override {
        if (!answers_ || (polled(descriptor_.number(), POLLIN, longest) & POLLIN) == 0) return std::nullopt;
        std::uint8_t byte = 0;
        if (::read(descriptor_.number(), &byte, 1) != 1) return std::nullopt;
        return byte;
    }

    bool delivered() const override {
        int waiting = 0;
        return !is_socket_ || ::ioctl(descriptor_.number(), SIOCOUTQ, &waiting) != 0 || waiting == 0;
    }

private:
    Descriptor descriptor_;
    bool answers_;
    bool is_socket_;
};

tl::unexpected<Error> unreachable(const std::string& address, std::string why) {
    return fail(ErrorKind::not_found, "error.printer_unreachable", {{"address", address}}, std::move(why));
}

Result<std::unique_ptr<PrinterLine>> open_device(const std::string& address, const std::string& path) {
    bool answers = true;
    int number = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (number < 0 && (errno == EACCES || errno == EROFS)) { // may be written to and never answers
        answers = false;
        number = ::open(path.c_str(), O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    }
    if (number < 0) return unreachable(address, std::strerror(errno));
    Descriptor device(number);
    struct stat status {};
    if (::fstat(device.number(), &status) != 0 || S_ISCHR(status.st_mode) == 0)
        return unreachable(address, "no device file");
    return std::make_unique<DescriptorLine>(std::move(device), answers, false);
}

Result<std::unique_ptr<PrinterLine>> connect_to(const std::string& address, const std::string& host,
                                                const std::string& port, milliseconds longest) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (const int failed = ::getaddrinfo(host.c_str(), port.c_str(), &wanted, &found); failed != 0)
        return unreachable(address, ::gai_strerror(failed));
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> list(found, &::freeaddrinfo);
    std::string why;
    for (const auto* each = found; each != nullptr; each = each->ai_next) {
        Descriptor line(::socket(each->ai_family, each->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, each->ai_protocol));
        if (line.number() < 0) continue;
        const bool at_once = ::connect(line.number(), each->ai_addr, each->ai_addrlen) == 0;
        int problem = at_once ? 0 : errno;
        if (problem == EINPROGRESS) {
            problem = ETIMEDOUT;
            socklen_t size = sizeof problem;
            if (polled(line.number(), POLLOUT, longest) != 0)
                ::getsockopt(line.number(), SOL_SOCKET, SO_ERROR, &problem, &size);
        }
        if (problem == 0) {
            const int yes = 1;
            ::setsockopt(line.number(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            return std::make_unique<DescriptorLine>(std::move(line), true, true);
        }
        why = std::strerror(problem);
    }
    return unreachable(address, why);
}

} // namespace

Result<std::unique_ptr<PrinterLine>> open_printer_line(const std::string& address, const PrinterPatience& patience) {
    constexpr std::string_view file = "file:";
    constexpr std::string_view tcp = "tcp:";
    if (address.rfind(file, 0) == 0) return open_device(address, address.substr(file.size()));
    const auto colon = address.rfind(':');
    if (address.rfind(tcp, 0) != 0 || colon < tcp.size()) return unreachable(address, "address");
    return connect_to(address, address.substr(tcp.size(), colon - tcp.size()), address.substr(colon + 1),
                      patience.connect);
}

} // namespace ocop::kiosk
