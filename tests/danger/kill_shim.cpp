// Preloaded into a program under test: kills it, without any farewell, right before the n-th call that changes a file
// or says something (OCOP_KILL_AT, counted from 1; 0 never). What a power cut or kill -9 between two steps does.
#include <atomic>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <unistd.h>

namespace {

void count_call() {
    static std::atomic<long> calls{0};
    static const long kill_at = [] {
        const char* text = std::getenv("OCOP_KILL_AT");
        return text != nullptr ? std::atol(text) : 0L;
    }();
    if (calls.fetch_add(1) + 1 == kill_at) ::kill(::getpid(), SIGKILL);
}

template <class Function>
Function next(Function, const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
    count_call();
    return next(&write, "write")(file, bytes, size);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
    count_call();
    return next(&pwrite, "pwrite")(file, bytes, size, offset);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
    count_call();
    return next(&pwrite64, "pwrite64")(file, bytes, size, offset);
}
int fsync(int file) {
    count_call();
    return next(&fsync, "fsync")(file);
}
int fdatasync(int file) {
    count_call();
    return next(&fdatasync, "fdatasync")(file);
}
int ftruncate(int file, off_t size) noexcept {
    count_call();
    return next(&ftruncate, "ftruncate")(file, size);
}
int ftruncate64(int file, off64_t size) noexcept {
    count_call();
    return next(&ftruncate64, "ftruncate64")(file, size);
}
int rename(const char* from, const char* to) noexcept {
    count_call();
    return next(&rename, "rename")(from, to);
}
int unlink(const char* path) noexcept {
    count_call();
    return next(&unlink, "unlink")(path);
}
}
