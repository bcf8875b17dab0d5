#include "sync/hub/api/carried_folder.h"

#include "pos/catalogue/release.h"
#include "pos/store/whole_file.h"
#include "sync/protocol/carry_folder.h"
#include "sync/protocol/hello.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {
namespace {

namespace fs = std::filesystem;

Result<> write_answer(const HubParts& parts, const CarryFolder& folder, const std::string& till) {
    if (!parts.store->till(till)) return {};
    const auto identity = parts.store->identity();
    Hello hello;
    hello.hub_id = identity.hub_id;
    hello.epoch = identity.epoch;
    hello.time = parts.clock->now();
    hello.stored = parts.store->heads(till);
    if (const auto release = parts.store->current_release()) hello.release = release->release;
    return write_bytes(folder.answer(till), write_hello(hello));
}

Result<> copy_blob(const HubParts& parts, const CarryFolder& folder, const Blob& blob) {
    const auto target = folder.blob(blob.sha256);
    std::error_code failure;
    if (fs::exists(target, failure) && fs::file_size(target, failure) == static_cast<std::uintmax_t>(blob.bytes))
        return {};
    return write_whole_file(target, [&](const fs::path& part) -> Result<> {
        std::error_code problem;
        fs::copy_file(blob_path(parts.directory.files, blob.sha256), part, fs::copy_options::overwrite_existing,
                      problem);
        if (problem) return cannot_write(target);
        return {};
    });
}

// The blobs before the manifest that names them.
Result<> write_release(const HubParts& parts, const CarryFolder& folder) {
    const auto release = parts.store->current_release();
    if (!release) return {};
    OCOP_TRY_ASSIGN(const auto manifest, load_manifest(parts.directory.files, release->manifest_sha256));
    std::error_code failure;
    fs::create_directories(folder.manifest().parent_path(), failure);
    if (failure) return cannot_write(folder.manifest());
    OCOP_TRY(copy_blob(parts, folder, manifest.document));
    for (const auto& blob : manifest.media)
        OCOP_TRY(copy_blob(parts, folder, blob));
    return write_bytes(folder.manifest(), write_manifest(manifest));
}

} // namespace

Result<std::vector<CarriedFile>> take_carried_folder(const HubParts& parts, const fs::path& path) {
    const CarryFolder folder{path};
    std::vector<CarriedFile> files;
    std::error_code failure;
    for (const auto& item : fs::directory_iterator(path, failure)) {
        const auto till = CarryFolder::till_of_journal(item.path());
        if (!till.empty()) files.push_back({item.path().filename().string(), till, {}});
    }
    if (failure || files.empty()) return fail(ErrorKind::refused, "error.carry_empty", {{"folder", path.string()}});
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.file < b.file; });
    for (auto& file : files) {
        const auto bytes = read_bytes(path / file.file, largest_carried_journal);
        if (bytes)
            file.outcome = import_carried(parts, *bytes);
        else
            file.outcome.problem = bytes.error();
        OCOP_TRY(write_answer(parts, folder, file.till));
    }
    OCOP_TRY(write_release(parts, folder));
    return files;
}

std::string write_carried_file(const CarriedFile& file) {
    auto object = nlohmann::json::parse(write_carry_outcome(file.outcome));
    object["file"] = file.file;
    object["till"] = file.till;
    return object.dump();
}

} // namespace ocop
