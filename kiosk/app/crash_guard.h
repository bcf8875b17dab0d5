// Counts how often the kiosk ended without its own will, in a small file of the data directory: whatever kills it again
// and again (a picture, a story, a driver) must not keep the showroom flickering. Damaged, the file counts for nothing;
// where it cannot be written the kiosk runs all the same.
#pragma once

#include "pos/base/time.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace ocop::kiosk {

inline constexpr std::size_t crashes_before_safety = 3;
inline constexpr std::int64_t crash_memory = 5 * 60'000; // ms of wall clock

class CrashGuard {
public:
    // This start is noted. A start before it that never ended was a crash, which ended just now: systemd starts the
    // program again after two seconds.
    CrashGuard(std::filesystem::path file, Instant now);

    std::size_t crashes() const { return crashes_.size(); } // of the last five minutes
    bool safe_content() const { return crashes() >= crashes_before_safety; }

    void ended();  // as it was told to: no crash
    void forget(); // somebody looked after it: counting begins again

private:
    void write(bool running) const;
    std::filesystem::path file_;
    std::vector<std::int64_t> crashes_; // ms
};

} // namespace ocop::kiosk
