#include "tests/support/program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <utility>

extern char** environ;

namespace ocop::testing {
namespace {

struct Pipe {
    int ends[2] = {-1, -1};
    Pipe() {
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    }
    ~Pipe() {
        close_end(0);
        close_end(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    void close_end(int which) {
        if (ends[which] >= 0) ::close(ends[which]);
        ends[which] = -1;
    }
};

// Reads both pipes until the program has closed them.
void drain(Pipe& out, Pipe& err, ProgramResult& result) {
    std::array<pollfd, 2> waiting{{{out.ends[0], POLLIN, 0}, {err.ends[0], POLLIN, 0}}};
    std::array<std::string*, 2> texts{&result.out, &result.err};
    std::array<char, 4096> buffer{};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) throw std::runtime_error("poll failed");
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
            const auto size = ::read(waiting[i].fd, buffer.data(), buffer.size());
            if (size > 0)
                texts[i]->append(buffer.data(), static_cast<std::size_t>(size));
            else if (size == 0 || errno != EINTR)
                waiting[i].fd = -1;
        }
    }
}

// Starts a program with these standard outputs.
pid_t start(const std::filesystem::path& file, const std::vector<std::string>& arguments,
            const std::vector<std::string>& environment, int out, int err) {
    std::vector<std::string> words{file.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    std::vector<std::string> variables(environment);
    for (char** variable = environ; *variable != nullptr; ++variable)
        variables.emplace_back(*variable);
    std::vector<char*> envp;
    for (auto& variable : variables)
        envp.push_back(variable.data());
    envp.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out, 1);
    posix_spawn_file_actions_adddup2(&actions, err, 2);
    pid_t child = 0;
    const int failure = ::posix_spawn(&child, file.c_str(), &actions, nullptr, argv.data(), envp.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) throw std::runtime_error("cannot start " + file.string());
    return child;
}

ProgramResult wait_for(pid_t child) {
    ProgramResult result;
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status)) result.status = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
    return result;
}

} // namespace

std::filesystem::path program(const std::string& name) {
    const char* folder = std::getenv("OCOP_RELEASE_BIN");
    return std::filesystem::path(folder != nullptr ? folder : OCOP_BINARY_DIR) / name;
}

ProgramResult run_program(const std::filesystem::path& file, const std::vector<std::string>& arguments,
                          const std::vector<std::string>& environment) {
    Pipe out;
    Pipe err;
    const auto child = start(file, arguments, environment, out.ends[1], err.ends[1]);
    out.close_end(1);
    err.close_end(1);
    ProgramResult texts;
    drain(out, err, texts);
    auto result = wait_for(child);
    result.out = std::move(texts.out);
    result.err = std::move(texts.err);
    return result;
}

BackgroundProgram::BackgroundProgram(const std::filesystem::path& file, const std::vector<std::string>& arguments,
                                     const std::vector<std::string>& environment, Ready ready) {
    if (ready == Ready::at_once) {
        child_ = start(file, arguments, environment, STDERR_FILENO, STDERR_FILENO);
        return;
    }
    Pipe out;
    child_ = start(file, arguments, environment, out.ends[1], STDERR_FILENO);
    out.close_end(1);
    for (char letter = 0; ::read(out.ends[0], &letter, 1) == 1 && letter != '\n';)
        first_line_ += letter;
}

BackgroundProgram::~BackgroundProgram() {
    if (child_ > 0) end(SIGKILL);
}

bool BackgroundProgram::runs() const {
    siginfo_t ended{};
    return ::waitid(P_PID, static_cast<id_t>(child_), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 && ended.si_pid == 0;
}

void BackgroundProgram::strike(int signal) {
    ::kill(child_, signal);
}

ProgramResult BackgroundProgram::end(int signal) {
    ::kill(child_, signal);
    return wait_for(std::exchange(child_, 0));
}

} // namespace ocop::testing
