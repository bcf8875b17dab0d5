// Takes a published release over, a piece an exchange: manifest, then every blob that is missing, resumed where a line
// broke and kept only when its SHA-256 is right. A blob that fails goes behind the others.
#pragma once

#include "pos/catalogue/release.h"
#include "pos/store/data_directory.h"
#include "sync/till/hub_connection.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

namespace ocop {

class ReleaseDownload {
public:
    explicit ReleaseDownload(DataDirectory directory) : directory_(std::move(directory)) {}

    enum class Progress {
        more,      // call again
        complete,  // release() lies complete in the data directory, under manifest_sha256()
        unchanged, // the hub publishes what is in force already
    };
    // One exchange. `in_force`: manifest of the release in force, or empty. A failure keeps what has arrived.
    Result<Progress> step(HubConnection& connection, const std::string& in_force);
    // Whether the last failed step still brought bytes.
    bool moved() const { return moved_; }
    void restart(); // the hub publishes another release now

    const ReleaseId& release() const { return manifest_->release; }
    const std::string& manifest_sha256() const { return manifest_sha256_; }
    std::size_t blobs() const { return blobs_; }
    std::size_t blobs_left() const { return missing_.size(); }

private:
    Result<Progress> fetch_manifest(HubConnection& connection, const std::string& in_force);
    Result<> fetch_piece(HubConnection& connection, const Blob& blob);
    Result<> keep_if_right(const Blob& blob, const std::filesystem::path& part);

    DataDirectory directory_;
    std::optional<ReleaseManifest> manifest_;
    std::string manifest_sha256_;
    std::deque<Blob> missing_;
    std::size_t blobs_ = 0;
    bool moved_ = false;
};

inline constexpr std::int64_t blob_piece = 256 * 1024; // bytes an exchange

} // namespace ocop
