#include "kiosk/automation/automation_socket.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace ocop::kiosk {
namespace {

tl::unexpected<Error> refused(const std::filesystem::path& file) {
    return fail(ErrorKind::refused, "error.automation", {{"file", file.string()}}, std::strerror(errno));
}

} // namespace

Result<std::unique_ptr<AutomationSocket>> AutomationSocket::listen(const std::filesystem::path& file,
                                                                   std::function<void()> wake) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto name = file.string();
    if (name.size() >= sizeof address.sun_path) {
        errno = ENAMETOOLONG;
        return refused(file);
    }
    name.copy(address.sun_path, name.size());
    const int listening = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listening < 0) return refused(file);
    std::error_code ignored; // a socket left by a program that was killed; anything else fails below
    if (std::filesystem::is_socket(file, ignored)) std::filesystem::remove(file, ignored);
    const auto before = ::umask(0177);
    const bool bound = ::bind(listening, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                       ::listen(listening, 1) == 0;
    ::umask(before);
    if (!bound) {
        auto failure = refused(file);
        ::close(listening);
        return failure;
    }
    return std::unique_ptr<AutomationSocket>(new AutomationSocket(file, listening, std::move(wake)));
}

AutomationSocket::AutomationSocket(std::filesystem::path file, int listening, std::function<void()> wake)
    : file_(std::move(file)), listening_(listening), wake_(std::move(wake)), thread_([this] { run(); }) {}

AutomationSocket::~AutomationSocket() {
    ::shutdown(listening_, SHUT_RDWR); // ends accept()
    {
        const std::lock_guard lock(mutex_);
        if (client_ >= 0) ::shutdown(client_, SHUT_RDWR);
    }
    thread_.join();
    ::close(listening_);
    std::error_code ignored; // a leftover is replaced by the next start
    std::filesystem::remove(file_, ignored);
}

void AutomationSocket::run() {
    for (;;) {
        const int client = ::accept4(listening_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0 && errno == EINTR) continue;
        if (client < 0) return;
        {
            const std::lock_guard lock(mutex_);
            client_ = client;
        }
        read_lines(client);
        const std::lock_guard lock(mutex_);
        client_ = -1;
        ::close(client);
    }
}

void AutomationSocket::read_lines(int client) {
    std::string pending;
    char piece[4096];
    for (;;) {
        const auto count = ::recv(client, piece, sizeof piece, 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        pending.append(piece, static_cast<std::size_t>(count));
        for (auto end = pending.find('\n'); end != std::string::npos; end = pending.find('\n')) {
            {
                const std::lock_guard lock(mutex_);
                lines_.push_back(pending.substr(0, end));
            }
            pending.erase(0, end + 1);
            wake_();
        }
        if (pending.size() > longest_line) return;
    }
}

std::optional<std::string> AutomationSocket::take() {
    const std::lock_guard lock(mutex_);
    if (lines_.empty()) return std::nullopt;
    auto line = std::move(lines_.front());
    lines_.pop_front();
    return line;
}

void AutomationSocket::send(const std::string& line) {
    const std::lock_guard lock(mutex_);
    if (client_ < 0) return;
    const auto text = line + "\n";
    if (::send(client_, text.data(), text.size(), MSG_DONTWAIT | MSG_NOSIGNAL) != static_cast<ssize_t>(text.size()))
        ::shutdown(client_, SHUT_RDWR);
}

} // namespace ocop::kiosk
