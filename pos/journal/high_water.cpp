#include "pos/journal/high_water.h"

#include <filesystem>
#include <fstream>

namespace ocop {

std::optional<HighWater> read_high_water(const DataDirectory& directory) {
    std::ifstream file(directory.high_water());
    HighWater mark;
    if (!(file >> mark.lineage >> mark.seq)) return std::nullopt;
    return mark;
}

Result<> write_high_water(const DataDirectory& directory, const HighWater& mark) {
    const auto file = directory.high_water();
    auto part = file;
    part += ".part";
    {
        std::ofstream stream(part, std::ios::trunc);
        stream << mark.lineage << ' ' << mark.seq << '\n';
        if (!stream.flush()) return fail(ErrorKind::storage, "error.storage", {}, "seq.high cannot be written");
    }
    std::error_code failure;
    std::filesystem::rename(part, file, failure);
    if (failure) return fail(ErrorKind::storage, "error.storage", {}, failure.message());
    return {};
}

} // namespace ocop
