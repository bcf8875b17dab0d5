// What the settings screen knows of the machine's devices besides the printer (paper_desk.h).
#pragma once

#include "pos/base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ocop::kiosk {

// Looked up by the storage thread.
struct DevicesFound {
    std::vector<std::string> printers; // device files of printers at this machine, as addresses
    std::int64_t free_bytes = 0;       // where the journal is; 0 of 0: cannot be told
    std::int64_t disk_bytes = 0;
};

struct DeviceDesk {
    std::optional<DevicesFound> found;
    Instant looked_at;                // when found was told
    std::optional<Instant> last_scan; // since the program began
    int display_width = 0;            // of the customer display, px; 0: none is used
    int display_height = 0;
};

inline const DeviceDesk& no_devices() {
    static const DeviceDesk none;
    return none;
}

} // namespace ocop::kiosk
