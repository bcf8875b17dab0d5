#include "sync/hub/api/hub_api.h"

#include "pos/catalogue/release.h"
#include "pos/store/database.h"
#include "pos/store/whole_file.h"
#include "sync/hub/api/admin.h"
#include "sync/hub/api/carry_import.h"
#include "sync/hub/api/enrolment_code.h"
#include "sync/protocol/documents.h"
#include "sync/protocol/gzip.h"
#include "sync/protocol/hash_ladder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <fstream>

namespace ocop {
namespace {

constexpr std::size_t largest_small_body = 16 * 1024;
constexpr int try_again_seconds = 5;

HubResponse json_answer(int status, std::string body) {
    HubResponse response;
    response.status = status;
    response.body = std::move(body);
    return response;
}

HubResponse refusal(int status, const Error& error) {
    return json_answer(status, nlohmann::json{{"error", error.key}, {"detail", error.detail}}.dump(
                                   -1, ' ', false, nlohmann::json::error_handler_t::replace));
}
HubResponse refusal(int status, const char* why) {
    return json_answer(status, nlohmann::json{{"error", "error.hub_call"}, {"detail", why}}.dump());
}

bool begins_with(const std::string& text, const std::string& beginning) {
    return text.compare(0, beginning.size(), beginning) == 0;
}

bool is_sha256(const std::string& text) {
    return text.size() == 64 && hash_from_hex(text).has_value();
}

// "at=12" → 12
std::optional<std::int64_t> number_of(const std::string& query, const std::string& name) {
    if (!begins_with(query, name + "=")) return std::nullopt;
    std::int64_t number = 0;
    const auto* first = query.data() + name.size() + 1;
    const auto* last = query.data() + query.size();
    const auto [end, problem] = std::from_chars(first, last, number);
    if (problem != std::errc() || end != last || number < 0) return std::nullopt;
    return number;
}

// /v1/journal/{lineage}/hashes
constexpr const char* ladder_beginning = "/v1/journal/";
constexpr const char* ladder_end = "/hashes";

std::optional<std::string> lineage_of(const std::string& path) {
    const std::size_t before = std::char_traits<char>::length(ladder_beginning);
    if (path.size() != before + 32 + std::char_traits<char>::length(ladder_end)) return std::nullopt;
    auto lineage = path.substr(before, 32);
    if (!begins_with(path, ladder_beginning) || path.substr(before + 32) != ladder_end || !is_identity(lineage))
        return std::nullopt;
    return lineage;
}

} // namespace

std::size_t HubApi::largest_body(const std::string& path) {
    if (path == calls::journal) return largest_batch_body;
    if (path == calls::imports) return largest_import;
    return largest_small_body;
}

HubResponse HubApi::answer(const HubRequest& request) {
    try {
        if (!request.gzipped) return route(request);
        auto unpacked = gunzip(request.body, largest_body(request.path));
        if (!unpacked) return refusal(400, unpacked.error());
        auto plain = request;
        plain.body = std::move(*unpacked);
        return route(plain);
    } catch (const StorageFailure&) {
        auto response = refusal(503, "storage");
        response.retry_after = try_again_seconds;
        return response;
    } catch (const std::exception& broken) {
        return refusal(500, broken.what());
    }
}

HubResponse HubApi::route(const HubRequest& request) {
    const auto& path = request.path;
    if (request.local && path == admin_call) return json_answer(200, run_admin(parts_, request.body));
    if (path == calls::authority && !request.post) {
        if (parts_.authority_pem.empty()) return refusal(404, "plain HTTP has no authority");
        auto response = json_answer(200, parts_.authority_pem);
        response.content_type = "application/x-pem-file";
        return response;
    }
    if (path == calls::enrolments && request.post) return enrol(request.body);

    const auto till = parts_.store->till_of_credential(request.credential);
    if (!till) return refusal(401, "unknown credential");
    if (path == calls::hello && !request.post) return hello(*till);
    if (path == calls::journal && request.post) return journal(*till, request.body);
    if (lineage_of(path) && !request.post) return hashes(request);
    if (till->revoked) return refusal(403, "revoked");
    if (path == calls::imports && request.post) return import(request.body);
    if (path == calls::current_release && !request.post) return current_release(request);
    if (begins_with(path, calls::blobs) && !request.post) return blob(request);
    return refusal(404, "no such call");
}

HubResponse HubApi::enrol(const std::string& body) {
    const auto request = read_enrolment_request(body);
    if (!request) return refusal(400, request.error());
    const auto code = read_enrolment_code(request->code);
    if (!code) return refusal(403, code.error());
    const auto answer = parts_.store->enrol(code->finder, code->secret_hash, *request, parts_.clock->now());
    if (!answer) return refusal(403, answer.error());
    return json_answer(201, write_enrolment_answer(*answer));
}

HubResponse HubApi::hello(const EnrolledTill& till) {
    const auto identity = parts_.store->identity();
    Hello hello;
    hello.hub_id = identity.hub_id;
    hello.epoch = identity.epoch;
    hello.time = parts_.clock->now();
    hello.stored = parts_.store->heads(till.id);
    const auto release = parts_.store->current_release();
    if (release && !till.revoked) hello.release = release->release;
    return json_answer(200, write_hello(hello));
}

HubResponse HubApi::journal(const EnrolledTill& till, const std::string& body) {
    const auto batch = decode_batch(body);
    if (!batch) return refusal(400, batch.error());
    if (batch->header.till != till.id) return refusal(400, "the batch names another till");
    // A copied credential without the till's key file: this machine has to be enrolled itself.
    if (!(batch->trailer.public_key == till.key)) return refusal(403, "signed with another key");
    const auto answer = parts_.store->store_batch(*batch, till, parts_.clock->now());
    return json_answer(answer.fork || answer.gap ? 409 : 200, write_batch_answer(answer));
}

HubResponse HubApi::hashes(const HubRequest& request) {
    const auto lineage = lineage_of(request.path);
    const auto at = number_of(request.query, "at");
    if (!lineage || !at) return refusal(400, "hashes?at=SEQ");
    const auto identity = parts_.store->identity();
    HashLadder ladder;
    ladder.hub_id = identity.hub_id;
    ladder.epoch = identity.epoch;
    ladder.lineage = *lineage;
    ladder.stored_seq = parts_.store->main_head(*lineage).seq;
    for (const auto seq : ladder_seqs(std::min(*at, ladder.stored_seq)))
        if (const auto hash = parts_.store->hash_at(*lineage, seq)) ladder.rungs.push_back({seq, *hash});
    return json_answer(200, write_hash_ladder(ladder));
}

HubResponse HubApi::current_release(const HubRequest& request) {
    const auto release = parts_.store->current_release();
    if (!release) return refusal(404, "nothing is published");
    HubResponse response;
    response.etag = "\"" + release->manifest_sha256 + "\"";
    if (request.if_none_match == response.etag) {
        response.status = 304;
        return response;
    }
    const auto manifest = load_manifest(parts_.directory.files, release->manifest_sha256);
    if (!manifest) return refusal(503, manifest.error());
    response.body = write_manifest(*manifest);
    return response;
}

HubResponse HubApi::blob(const HubRequest& request) {
    const auto name = request.path.substr(std::char_traits<char>::length(calls::blobs));
    if (!is_sha256(name)) return refusal(404, "no such blob");
    HubResponse response;
    response.content_type = "application/octet-stream";
    response.etag = "\"" + name + "\"";
    const auto file = blob_path(parts_.directory.files, name);
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    if (!in) return refusal(404, "no such blob");
    const auto size = static_cast<std::int64_t>(in.tellg());
    if (request.if_none_match == response.etag) {
        response.status = 304;
        return response;
    }
    if (!request.range) {
        response.file = file;
        return response;
    }
    response.whole_size = size;
    if (request.range->from >= size) {
        response.status = 416;
        return response;
    }
    const auto to = std::min({request.range->to, size - 1, request.range->from + longest_range - 1});
    response.status = 206;
    response.range = ByteRange{request.range->from, to};
    response.body.resize(static_cast<std::size_t>(to - request.range->from + 1));
    in.seekg(request.range->from);
    if (!in.read(response.body.data(), static_cast<std::streamsize>(response.body.size())))
        return refusal(503, "the blob cannot be read");
    return response;
}

HubResponse HubApi::import(const std::string& body) {
    return json_answer(200, write_carry_outcome(import_carried(parts_, body)));
}

} // namespace ocop
