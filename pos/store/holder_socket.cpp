#include "pos/store/holder_socket.h"

#include <nlohmann/json.hpp>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ocop {
namespace {

using nlohmann::json;

constexpr std::size_t longest_answer = 64 * 1024;

class Connection {
public:
    explicit Connection(const std::string& file) : number_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        if (file.size() >= sizeof address.sun_path) return;
        file.copy(address.sun_path, file.size());
        open_ = ::connect(number_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~Connection() {
        if (number_ >= 0) ::close(number_);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    bool send(const std::string& line) const {
        return open_ && ::send(number_, line.data(), line.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(line.size());
    }
    // Without the line end; empty: the other side ended first.
    std::string read_line() const {
        std::string line;
        char part[4096];
        while (line.size() < longest_answer) {
            const auto count = ::recv(number_, part, sizeof part, 0);
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) return {};
            line.append(part, static_cast<std::size_t>(count));
            if (const auto end = line.find('\n'); end != std::string::npos) return line.substr(0, end);
        }
        return {};
    }

private:
    int number_;
    bool open_ = false;
};

} // namespace

Result<std::string> ask_holder(const DataDirectory& directory, const std::string& line) {
    const Connection connection(directory.holder_socket().string());
    auto answer = connection.send(line + "\n") ? connection.read_line() : std::string();
    if (answer.empty())
        return fail(ErrorKind::busy, "error.no_holder", {{"folder", directory.root.string()}}, std::strerror(errno));
    return answer;
}

std::string error_line(const Error& error) {
    json values = json::array();
    for (const auto& [name, value] : error.values)
        values.push_back({name, value});
    return json{
        {"error",
         {{"kind", static_cast<int>(error.kind)}, {"key", error.key}, {"values", values}, {"detail", error.detail}}}}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

Error error_of_line(const std::string& line) {
    try {
        const auto object = json::parse(line).at("error");
        Error error{static_cast<ErrorKind>(object.at("kind").get<int>()), object.at("key"), {}, object.at("detail")};
        for (const auto& value : object.at("values"))
            error.values.emplace_back(value.at(0), value.at(1));
        return error;
    } catch (const json::exception& problem) {
        return {ErrorKind::refused, "error.holder_answer", {}, problem.what()};
    }
}

} // namespace ocop
