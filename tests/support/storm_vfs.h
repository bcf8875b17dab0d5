// An SQLite file system in memory that can fail any call and lose, reorder or tear everything not synced.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace ocop::testing {

enum class Fault { none, io_error, disk_full, short_write };

// Which calls are counted and can fail.
enum class Call { write, sync, truncate };

class StormVfs {
public:
    // Registers itself with SQLite under a name of its own; unregistered on destruction, when no connection may be
    // open.
    StormVfs();
    ~StormVfs();
    StormVfs(const StormVfs&) = delete;
    StormVfs& operator=(const StormVfs&) = delete;
    const std::string& name() const;

    // The n-th counted call from now (1 = the next) fails once, or with `for_ever` it and every later one.
    void fail_at(std::int64_t n, Fault fault, bool for_ever = false);
    void stop_failing();
    std::int64_t calls() const; // counted since construction or the last fail_at

    // The power fails: what was synced stays; of every later write each 512-byte sector is kept, dropped or torn by the
    // seed's dice, in any order. Connections opened before must be closed first.
    void cut_power(std::uint64_t seed);

    struct State;

private:
    std::unique_ptr<State> state_;
};

} // namespace ocop::testing
