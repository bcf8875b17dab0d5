#include "sync/till/release_download.h"

#include "pos/journal/entry.h"
#include "pos/store/whole_file.h"
#include "sync/protocol/documents.h"
#include "sync/till/answers.h"

#include <algorithm>
#include <fstream>
#include <set>

namespace ocop {
namespace {

std::filesystem::path part_path(const DataDirectory& directory, const Blob& blob) {
    auto part = blob_path(directory, blob.sha256);
    part += ".part";
    return part;
}

std::int64_t size_of(const std::filesystem::path& file) {
    std::error_code absent;
    const auto size = std::filesystem::file_size(file, absent);
    return absent ? 0 : static_cast<std::int64_t>(size);
}

Result<> append(const std::filesystem::path& part, const std::string& bytes, bool from_start) {
    std::ofstream stream(part, std::ios::binary | (from_start ? std::ios::trunc : std::ios::app));
    stream << bytes;
    stream.close();
    if (!stream) return cannot_write(part);
    return {};
}

} // namespace

void ReleaseDownload::restart() {
    manifest_.reset();
    missing_.clear();
}

Result<ReleaseDownload::Progress> ReleaseDownload::step(HubConnection& connection, const std::string& in_force) {
    moved_ = false;
    if (!manifest_) return fetch_manifest(connection, in_force);
    if (!missing_.empty()) {
        const auto blob = missing_.front();
        if (auto fetched = fetch_piece(connection, blob); !fetched) {
            missing_.pop_front(); // one bad blob does not hold up the others
            missing_.push_back(blob);
            return fail(std::move(fetched.error()));
        }
        if (has_blob(directory_, blob)) missing_.pop_front();
    }
    return missing_.empty() ? Progress::complete : Progress::more;
}

Result<ReleaseDownload::Progress> ReleaseDownload::fetch_manifest(HubConnection& connection,
                                                                  const std::string& in_force) {
    HttpRequest request;
    request.path = calls::current_release;
    request.largest_answer = largest_manifest;
    if (!in_force.empty()) request.if_none_match = "\"" + in_force + "\"";
    OCOP_TRY_ASSIGN(const auto response, connection.exchange(request));
    if (response.status == 304) return Progress::unchanged;
    OCOP_TRY(require_answer(response, {200}));
    OCOP_TRY_ASSIGN(auto manifest, read_manifest(response.body));
    std::set<std::string> named; // two products may show the same picture
    std::deque<Blob> missing;
    auto all = manifest.media;
    all.insert(all.begin(), manifest.document); // it matters most
    for (const auto& blob : all) {
        if (blob.bytes > static_cast<std::int64_t>(largest_document))
            return protocol_broken("manifest", blob.name + " is too large");
        if (named.insert(blob.sha256).second && !has_blob(directory_, blob)) missing.push_back(blob);
    }
    OCOP_TRY_ASSIGN(manifest_sha256_, store_blob(directory_, response.body));
    if (manifest_sha256_ == in_force) return Progress::unchanged;
    manifest_ = std::move(manifest);
    missing_ = std::move(missing);
    blobs_ = named.size();
    return missing_.empty() ? Progress::complete : Progress::more;
}

Result<> ReleaseDownload::fetch_piece(HubConnection& connection, const Blob& blob) {
    const auto part = part_path(directory_, blob);
    auto have = size_of(part);
    if (have > blob.bytes) {
        drop_part(part);
        have = 0;
    }
    if (blob.bytes == 0) OCOP_TRY(append(part, {}, true));
    if (have == blob.bytes) return keep_if_right(blob, part);
    HttpRequest request;
    request.path = calls::blob(blob.sha256);
    request.range_from = have;
    request.range_to = std::min(have + blob_piece, blob.bytes) - 1;
    request.largest_answer = static_cast<std::size_t>(blob.bytes); // a hub may send the whole instead
    OCOP_TRY_ASSIGN(const auto response, connection.exchange(request));
    if (response.status == 416) drop_part(part);
    OCOP_TRY(require_status(response, {200, 206}));
    const bool whole = response.status == 200;
    if (!whole && response.range_from != have) return protocol_broken("range", "not the range that was asked for");
    OCOP_TRY(append(part, response.body, whole));
    moved_ = !response.body.empty();
    if (size_of(part) >= blob.bytes) return keep_if_right(blob, part);
    if (!response.complete || response.body.empty())
        return fail(ErrorKind::offline, "error.hub_status", {{"status", std::to_string(response.status)}}, "cut short");
    return {};
}

Result<> ReleaseDownload::keep_if_right(const Blob& blob, const std::filesystem::path& part) {
    const auto bytes = read_bytes(part, static_cast<std::size_t>(blob.bytes));
    if (!bytes || to_hex(sha256(*bytes)) != blob.sha256) {
        drop_part(part);
        moved_ = false;
        return fail(ErrorKind::refused, "error.blob_damaged", {{"name", blob.name}}, blob.sha256);
    }
    return finish_part(part, blob_path(directory_, blob.sha256));
}

} // namespace ocop
