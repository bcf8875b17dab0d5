#include "tests/support/storm_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <random>

namespace ocop::testing {
namespace {

using Content = std::vector<std::byte>;

struct PendingWrite {
    bool truncation = false;
    std::int64_t offset = 0; // of a truncation: the new size
    Content bytes;
};

struct StoredFile {
    Content now;     // what reads see
    Content durable; // what a power cut leaves
    std::vector<PendingWrite> pending;
    std::vector<std::unique_ptr<Content>> shared_memory;
};

} // namespace

struct StormVfs::State {
    sqlite3_vfs vfs{};
    std::string name;
    std::map<std::string, std::shared_ptr<StoredFile>> files;
    std::int64_t calls = 0;
    std::int64_t fail_at = 0;
    Fault fault = Fault::none;
    bool for_ever = false;

    Fault next_call() {
        ++calls;
        const bool hit = fail_at > 0 && (calls == fail_at || (for_ever && calls > fail_at));
        return hit ? fault : Fault::none;
    }
};

namespace {

struct OpenFile {
    sqlite3_file base; // first member: SQLite sees only this
    StormVfs::State* state;
    std::shared_ptr<StoredFile>* file; // owned; SQLite's memory is raw
};

OpenFile& of(sqlite3_file* file) {
    return *reinterpret_cast<OpenFile*>(file);
}
StormVfs::State& of(sqlite3_vfs* vfs) {
    return *static_cast<StormVfs::State*>(vfs->pAppData);
}

int code_of(Fault fault, int when_io) {
    return fault == Fault::disk_full ? SQLITE_FULL : when_io;
}

void put(Content& content, std::int64_t offset, const std::byte* bytes, std::size_t size) {
    const auto end = static_cast<std::size_t>(offset) + size;
    if (content.size() < end) content.resize(end);
    std::copy_n(bytes, size, content.begin() + offset);
}

int close_file(sqlite3_file* file) {
    delete of(file).file;
    of(file).file = nullptr;
    return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset) {
    const auto& content = (*of(file).file)->now;
    std::memset(into, 0, static_cast<std::size_t>(amount));
    if (offset >= static_cast<sqlite3_int64>(content.size())) return SQLITE_IOERR_SHORT_READ;
    const auto there =
        std::min<std::size_t>(static_cast<std::size_t>(amount), content.size() - static_cast<std::size_t>(offset));
    std::memcpy(into, content.data() + offset, there);
    return there == static_cast<std::size_t>(amount) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
    auto& stored = **of(file).file;
    const auto* bytes = static_cast<const std::byte*>(from);
    const auto fault = of(file).state->next_call();
    const auto size = fault == Fault::short_write ? amount / 2 : amount;
    if (fault == Fault::none || fault == Fault::short_write) {
        put(stored.now, offset, bytes, static_cast<std::size_t>(size));
        stored.pending.push_back({false, offset, Content(bytes, bytes + size)});
    }
    return fault == Fault::none ? SQLITE_OK : code_of(fault, SQLITE_IOERR_WRITE);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    auto& stored = **of(file).file;
    if (const auto fault = of(file).state->next_call(); fault != Fault::none)
        return code_of(fault, SQLITE_IOERR_TRUNCATE);
    stored.now.resize(static_cast<std::size_t>(size));
    stored.pending.push_back({true, size, {}});
    return SQLITE_OK;
}

int sync_file(sqlite3_file* file, int) {
    auto& stored = **of(file).file;
    if (const auto fault = of(file).state->next_call(); fault != Fault::none) return code_of(fault, SQLITE_IOERR_FSYNC);
    stored.durable = stored.now;
    stored.pending.clear();
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>((*of(file).file)->now.size());
    return SQLITE_OK;
}

// One process, connections used one after the other: locks are always free.
int lock_file(sqlite3_file*, int) {
    return SQLITE_OK;
}
int check_lock(sqlite3_file*, int* held) {
    *held = 0;
    return SQLITE_OK;
}
int file_control(sqlite3_file*, int, void*) {
    return SQLITE_NOTFOUND;
}
int sector_size(sqlite3_file*) {
    return 512;
}
int characteristics(sqlite3_file*) {
    return 0;
}

int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
    auto& regions = (*of(file).file)->shared_memory;
    while (static_cast<int>(regions.size()) <= region) {
        if (extend == 0) {
            *memory = nullptr;
            return SQLITE_OK;
        }
        regions.push_back(std::make_unique<Content>(static_cast<std::size_t>(size)));
    }
    *memory = regions[static_cast<std::size_t>(region)]->data();
    return SQLITE_OK;
}
int lock_shared(sqlite3_file*, int, int, int) {
    return SQLITE_OK;
}
void barrier(sqlite3_file*) {}
int unmap_shared(sqlite3_file* file, int remove) {
    if (remove != 0) (*of(file).file)->shared_memory.clear();
    return SQLITE_OK;
}

const sqlite3_io_methods methods{
    2,           close_file, read_file,    write_file,   truncate_file, sync_file,       file_size,
    lock_file,   lock_file,  check_lock,   file_control, sector_size,   characteristics, map_shared,
    lock_shared, barrier,    unmap_shared, nullptr,      nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto& state = of(vfs);
    file->pMethods = nullptr;
    const std::string key = name == nullptr ? "temporary-" + std::to_string(state.files.size()) : name;
    auto found = state.files.find(key);
    if (found == state.files.end()) {
        if ((flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
        found = state.files.emplace(key, std::make_shared<StoredFile>()).first;
    }
    of(file).state = &state;
    of(file).file = new std::shared_ptr<StoredFile>(found->second);
    file->pMethods = &methods;
    if (out_flags != nullptr) *out_flags = flags;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int) {
    return of(vfs).files.erase(name) == 1 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}
int access_file(sqlite3_vfs* vfs, const char* name, int, int* found) {
    *found = of(vfs).files.count(name) != 0 ? 1 : 0;
    return SQLITE_OK;
}
int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

} // namespace

StormVfs::StormVfs() : state_(std::make_unique<State>()) {
    static std::atomic<int> number{0};
    state_->name = "storm-" + std::to_string(++number);
    const auto* real = sqlite3_vfs_find(nullptr);
    auto& vfs = state_->vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(OpenFile);
    vfs.mxPathname = 1024;
    vfs.zName = state_->name.c_str();
    vfs.pAppData = state_.get();
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    vfs.xAccess = access_file;
    vfs.xFullPathname = full_path;
    vfs.xRandomness = real->xRandomness;
    vfs.xSleep = real->xSleep;
    vfs.xCurrentTime = real->xCurrentTime;
    vfs.xCurrentTimeInt64 = real->xCurrentTimeInt64;
    sqlite3_vfs_register(&vfs, 0);
}

StormVfs::~StormVfs() {
    sqlite3_vfs_unregister(&state_->vfs);
}

const std::string& StormVfs::name() const {
    return state_->name;
}

void StormVfs::fail_at(std::int64_t n, Fault fault, bool for_ever) {
    state_->calls = 0;
    state_->fail_at = n;
    state_->fault = fault;
    state_->for_ever = for_ever;
}

void StormVfs::stop_failing() {
    fail_at(0, Fault::none);
}
std::int64_t StormVfs::calls() const {
    return state_->calls;
}

void StormVfs::cut_power(std::uint64_t seed) {
    std::mt19937_64 dice(seed);
    constexpr std::size_t sector = 512;
    for (auto& [name, file] : state_->files) {
        auto pending = std::move(file->pending);
        file->pending.clear();
        std::shuffle(pending.begin(), pending.end(), dice);
        Content left = file->durable;
        for (const auto& write : pending) {
            if (dice() % 2 == 0) continue; // never reached the disk
            if (write.truncation) {
                left.resize(static_cast<std::size_t>(write.offset));
                continue;
            }
            for (std::size_t at = 0; at < write.bytes.size(); at += sector) {
                if (dice() % 4 == 0) continue; // a torn write misses some of its sectors
                const auto size = std::min(sector, write.bytes.size() - at);
                put(left, write.offset + static_cast<std::int64_t>(at), write.bytes.data() + at, size);
            }
        }
        file->now = file->durable = std::move(left);
        file->shared_memory.clear();
    }
}

} // namespace ocop::testing
