#include "pos/catalogue/release.h"

#include "pos/catalogue/catalogue_json.h"
#include "pos/journal/entry.h"
#include "pos/store/whole_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {
namespace {

using nlohmann::json;

constexpr std::size_t largest_picture = 64 * 1024 * 1024;

tl::unexpected<Error> broken(const std::string& release, const std::string& why) {
    return fail(ErrorKind::refused, "error.release_broken", {{"release", release}, {"why", why}});
}

bool is_sha256(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

json to_json(const Blob& blob) {
    return {{"name", blob.name}, {"sha256", blob.sha256}, {"bytes", blob.bytes}};
}

Blob blob_from(const json& object) {
    Blob blob{object.at("name").get<std::string>(), object.at("sha256").get<std::string>(),
              object.at("bytes").get<std::int64_t>()};
    if (!is_sha256(blob.sha256)) throw std::invalid_argument("sha256 of " + blob.name);
    if (blob.bytes < 0) throw std::invalid_argument("bytes of " + blob.name);
    return blob;
}

Result<std::string> checked_blob(const DataDirectory& directory, const std::string& sha256, std::size_t limit) {
    OCOP_TRY_ASSIGN(auto bytes, read_bytes(blob_path(directory, sha256), limit));
    if (to_hex(ocop::sha256(bytes)) != sha256) return broken(sha256, "sha256");
    return bytes;
}

} // namespace

std::string write_manifest(const ReleaseManifest& manifest) {
    json media = json::array();
    for (const auto& blob : manifest.media)
        media.push_back(to_json(blob));
    return json{{"format", 1},
                {"release", manifest.release.text()},
                {"document", to_json(manifest.document)},
                {"media", std::move(media)}}
        .dump();
}

Result<ReleaseManifest> read_manifest(std::string_view text) {
    try {
        const auto object = json::parse(text);
        if (object.at("format").get<int>() > 1)
            return fail(ErrorKind::newer, "error.catalogue_newer", {{"release", object.value("release", "?")}});
        ReleaseManifest manifest;
        manifest.release = ReleaseId(object.at("release").get<std::string>());
        manifest.document = blob_from(object.at("document"));
        for (const auto& blob : object.at("media"))
            manifest.media.push_back(blob_from(blob));
        return manifest;
    } catch (const std::exception& problem) { // of the JSON library, for text from outside
        return broken("?", problem.what());
    }
}

std::filesystem::path blob_path(const DataDirectory& directory, const std::string& sha256) {
    return directory.blobs() / sha256;
}

bool has_blob(const DataDirectory& directory, const Blob& blob) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(blob_path(directory, blob.sha256), missing);
    return !missing && size == static_cast<std::uintmax_t>(blob.bytes);
}

Result<std::string> store_blob(const DataDirectory& directory, std::string_view bytes) {
    auto name = to_hex(sha256(bytes));
    if (has_blob(directory, {{}, name, static_cast<std::int64_t>(bytes.size())})) return name;
    OCOP_TRY(write_bytes(blob_path(directory, name), bytes));
    return name;
}

Result<StoredRelease> store_release(const DataDirectory& directory, const Catalogue& catalogue,
                                    const std::vector<MediaSource>& media) {
    StoredRelease stored;
    const auto document = write_catalogue(catalogue);
    OCOP_TRY_ASSIGN(const auto document_hash, store_blob(directory, document));
    stored.manifest.release = ReleaseId(document_hash.substr(0, 16));
    stored.manifest.document = {"catalogue.json", document_hash, static_cast<std::int64_t>(document.size())};
    for (const auto& source : media) {
        OCOP_TRY_ASSIGN(const auto bytes, read_bytes(source.file, largest_picture));
        OCOP_TRY_ASSIGN(const auto hash, store_blob(directory, bytes));
        stored.manifest.media.push_back({source.name, hash, static_cast<std::int64_t>(bytes.size())});
    }
    std::sort(stored.manifest.media.begin(), stored.manifest.media.end(),
              [](const Blob& a, const Blob& b) { return a.name < b.name; });
    OCOP_TRY_ASSIGN(stored.manifest_sha256, store_blob(directory, write_manifest(stored.manifest)));
    return stored;
}

Result<ReleaseManifest> load_manifest(const DataDirectory& directory, const std::string& manifest_sha256) {
    if (!is_sha256(manifest_sha256)) return broken(manifest_sha256, "sha256");
    OCOP_TRY_ASSIGN(const auto text, checked_blob(directory, manifest_sha256, largest_manifest));
    return read_manifest(text);
}

Result<Catalogue> load_catalogue(const DataDirectory& directory, const ReleaseManifest& manifest) {
    OCOP_TRY_ASSIGN(const auto text, checked_blob(directory, manifest.document.sha256, largest_document));
    return read_catalogue(text, manifest.release);
}

} // namespace ocop
