#include "tests/support/automated_kiosk.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

namespace ocop::testing {
namespace {

int connect_to(const std::filesystem::path& file) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    file.string().copy(address.sun_path, sizeof address.sun_path - 1);
    const int connection = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(connection, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return connection;
    ::close(connection);
    return -1;
}

} // namespace

AutomatedKiosk::AutomatedKiosk(const std::filesystem::path& data, const std::filesystem::path& folder,
                               const std::vector<std::string>& arguments, const std::vector<std::string>& environment)
    : socket_(folder / "kiosk.sock") {
    std::vector<std::string> all{"--data", data.string(), "--automation", socket_.string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::filesystem::remove(socket_);
    program_.emplace(program("ocop-kiosk"), all, environment, BackgroundProgram::Ready::at_once);
    for (int tries = 0; tries < 2'000 && connection_ < 0 && program_->runs(); ++tries) {
        connection_ = connect_to(socket_);
        if (connection_ < 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

AutomatedKiosk::~AutomatedKiosk() {
    if (connection_ >= 0) ::close(connection_);
}

void AutomatedKiosk::strike(int signal) {
    program_->strike(signal);
}

ProgramResult AutomatedKiosk::end(int signal) {
    const auto result = program_->end(signal);
    while (read_line()) {
    } // what was said before the end
    return result;
}

std::optional<std::string> AutomatedKiosk::read_line() {
    for (;;) {
        if (const auto end = pending_.find('\n'); end != std::string::npos) {
            auto line = pending_.substr(0, end);
            pending_.erase(0, end + 1);
            const auto object = nlohmann::json::parse(line);
            if (object.value("event", "") != "change_shown") return line;
            change_shown_.push_back(object.at("sale").get<std::string>());
            continue;
        }
        char piece[4096];
        const auto count = connection_ < 0 ? 0 : ::recv(connection_, piece, sizeof piece, 0);
        if (count <= 0) return std::nullopt;
        pending_.append(piece, static_cast<std::size_t>(count));
    }
}

std::optional<nlohmann::json> AutomatedKiosk::ask(const nlohmann::json& request) {
    const auto line = request.dump() + "\n";
    if (connection_ < 0 ||
        ::send(connection_, line.data(), line.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(line.size()))
        return std::nullopt;
    const auto answer = read_line();
    if (!answer) return std::nullopt;
    return nlohmann::json::parse(*answer);
}

bool AutomatedKiosk::tap(const std::string& target) {
    const auto answer = ask({{"do", "tap"}, {"target", target}});
    return answer && answer->contains("ok");
}

bool AutomatedKiosk::scan(const std::string& code) {
    const auto answer = ask({{"do", "scan"}, {"code", code}});
    return answer && answer->contains("ok");
}

std::string AutomatedKiosk::page() {
    const auto answer = ask({{"do", "targets"}});
    return answer ? answer->value("page", "") : "";
}

} // namespace ocop::testing
