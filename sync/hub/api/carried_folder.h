// A USB stick at the hub: journals in, answers and the published catalogue back onto it (sync/protocol/carry_folder.h).
#pragma once

#include "sync/hub/api/carry_import.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ocop {

struct CarriedFile {
    std::string file;
    std::string till; // id from the file's name
    CarryOutcome outcome;
};

// Refused with "error.carry_empty" when the folder holds no journal. A file with a problem does not keep the others
// out.
Result<std::vector<CarriedFile>> take_carried_folder(const HubParts& parts, const std::filesystem::path& folder);

std::string write_carried_file(const CarriedFile& file);

} // namespace ocop
