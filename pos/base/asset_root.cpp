#include "pos/base/asset_root.h"

namespace ocop {

Result<std::filesystem::path> find_asset_root() {
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    for (auto folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        if (std::filesystem::exists(folder / "assets" / "lang", ignored)) return folder / "assets";
        if (std::filesystem::exists(folder / "share" / "ocop" / "lang", ignored)) return folder / "share" / "ocop";
        if (folder == folder.root_path()) break;
    }
    return fail(ErrorKind::refused, "error.assets_missing", {{"program", program.string()}});
}

} // namespace ocop
