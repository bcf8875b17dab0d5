#include "pos/journal/high_water.h"

#include "pos/journal/entry.h"
#include "pos/store/whole_file.h"

#include <sstream>

namespace ocop {
namespace {

constexpr std::size_t longest_mark = 256;

// Tells a mark that was written from one that decayed: a wrong mark would begin a new lineage for nothing.
std::string check_of(const HighWater& mark) {
    return to_hex(sha256(mark.lineage + ' ' + std::to_string(mark.seq))).substr(0, 16);
}

} // namespace

std::optional<HighWater> read_high_water(const DataDirectory& directory) {
    const auto text = read_bytes(directory.high_water(), longest_mark);
    if (!text) return std::nullopt;
    std::istringstream fields(*text);
    HighWater mark;
    std::string check;
    if (!(fields >> mark.lineage >> mark.seq >> check) || check != check_of(mark)) return std::nullopt;
    return mark;
}

Result<> write_high_water(const DataDirectory& directory, const HighWater& mark) {
    return write_bytes(directory.high_water(),
                       mark.lineage + ' ' + std::to_string(mark.seq) + ' ' + check_of(mark) + '\n');
}

} // namespace ocop
