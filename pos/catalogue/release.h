// A release: one published catalogue as content-addressed blobs of the data directory. Its manifest names the catalogue
// document and every picture by SHA-256; the manifest's own SHA-256 is what the journal records as adopted.
#pragma once

#include "pos/base/result.h"
#include "pos/catalogue/catalogue.h"
#include "pos/store/data_directory.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

struct Blob {
    std::string name; // "catalogue.json", "media/honey.svg"
    std::string sha256;
    std::int64_t bytes = 0;
    bool operator==(const Blob&) const = default;
};

struct ReleaseManifest {
    ReleaseId release;
    Blob document;           // the catalogue (catalogue_json.h)
    std::vector<Blob> media; // sorted by name
    bool operator==(const ReleaseManifest&) const = default;
};

inline constexpr std::size_t largest_manifest = 16 * 1024 * 1024;
inline constexpr std::size_t largest_document = 256 * 1024 * 1024;

// Canonical JSON: equal manifests give equal bytes.
std::string write_manifest(const ReleaseManifest& manifest);
Result<ReleaseManifest> read_manifest(std::string_view text);

std::filesystem::path blob_path(const DataDirectory& directory, const std::string& sha256);
// Whether the blob is there with this length; the content was checked when it was stored.
bool has_blob(const DataDirectory& directory, const Blob& blob);
// Stores bytes as a whole file, named by their SHA-256, which is returned. Stored bytes are left alone.
Result<std::string> store_blob(const DataDirectory& directory, std::string_view bytes);

// A picture of a package: the name that products give it, and where it lies.
struct MediaSource {
    std::string name;
    std::filesystem::path file;
};

struct StoredRelease {
    ReleaseManifest manifest;
    std::string manifest_sha256;
};

// Stores a catalogue and its pictures as a release; its id is the first 16 hex digits of the document's hash, so that
// the same catalogue is the same release wherever it is imported. Nothing is adopted yet (Till::adopt_release).
Result<StoredRelease> store_release(const DataDirectory& directory, const Catalogue& catalogue,
                                    const std::vector<MediaSource>& media);

// The manifest of a stored release, its hash checked.
Result<ReleaseManifest> load_manifest(const DataDirectory& directory, const std::string& manifest_sha256);
// The catalogue of a stored release, its hash checked.
Result<Catalogue> load_catalogue(const DataDirectory& directory, const ReleaseManifest& manifest);

} // namespace ocop
