#include "tests/support/real_hub.h"

#include "sync/hub/api/enrolment_code.h"
#include "sync/protocol/enrolment.h"

#include <stdexcept>

namespace ocop::testing {

RealHub::RealHub(const std::filesystem::path& folder, const std::string& vfs)
    : directory{HubDirectory::choose(folder.string())}, vfs_(vfs) {
    if (!directory.files.create()) throw std::runtime_error("no folder for the hub");
    restart();
    hub_id_ = store_->identity().hub_id;
}

void RealHub::restart() {
    store_.reset();
    auto opened = SqliteStore::open(directory.database(), randomness, vfs_);
    if (!opened) throw std::runtime_error(opened.error().detail);
    store_ = std::move(*opened);
}

void RealHub::power_cut(StormVfs& storm, std::uint64_t seed) {
    storm.fail_at(1, Fault::io_error, true); // nothing is written on the way down
    store_.reset();
    storm.stop_failing();
    storm.cut_power(seed);
    restart();
}

void RealHub::save_copy(const std::filesystem::path& file) {
    Database::open_reader(directory.database()).back_up_to(file);
}

void RealHub::put_back(const std::filesystem::path& file) {
    store_.reset();
    for (const char* end : {"", "-wal", "-shm"})
        std::filesystem::remove(directory.database().string() + end);
    std::filesystem::copy_file(file, directory.database());
    restart();
}

HubParts RealHub::parts() {
    return {directory, store_.get(), &clock, &randomness, {}};
}

HubSettings RealHub::enrol(const PublicKey& key) {
    auto& settings = enrolled_[to_hex(key)];
    if (settings.credential.empty()) {
        const auto code = make_enrolment_code(clock.now(), randomness);
        store_->add_code(code.code);
        HubRequest request;
        request.post = true;
        request.path = calls::enrolments;
        request.body = write_enrolment_request({code.text, "Q2", key, "test"});
        const auto answer = read_enrolment_answer(call(request).body);
        if (!answer) throw std::runtime_error("not enrolled: " + answer.error().detail);
        settings = {"real", answer->hub_id, answer->epoch, answer->till_id, answer->credential, {}};
    }
    credential_ = settings.credential;
    return settings;
}

HttpResponse RealHub::answer(const HttpRequest& request) {
    HubRequest hub_request;
    const auto mark = request.path.find('?');
    hub_request.path = request.path.substr(0, mark);
    if (mark != std::string::npos) hub_request.query = request.path.substr(mark + 1);
    hub_request.post = !request.body.empty();
    hub_request.body = request.body;
    hub_request.content_type = request.content_type;
    hub_request.credential = credential_;
    hub_request.if_none_match = request.if_none_match;
    if (request.range_from) hub_request.range = ByteRange{*request.range_from, request.range_to};
    const auto answered = call(hub_request);
    HttpResponse response;
    response.status = answered.status;
    response.content_type = answered.content_type;
    response.etag = answered.etag;
    response.retry_after = answered.retry_after;
    response.body = answered.body;
    if (answered.range) response.range_from = answered.range->from;
    return response;
}

std::vector<std::string> RealHub::bytes(const std::string& lineage, const std::string& branch) {
    std::vector<std::string> all;
    const auto reader = Database::open_reader(directory.database());
    auto rows = reader.prepare("SELECT bytes FROM entry WHERE lineage = ? AND branch = ? ORDER BY seq");
    rows.bind_all(lineage, branch);
    while (rows.step()) {
        const auto stored = rows.bytes(0);
        all.emplace_back(reinterpret_cast<const char*>(stored.data()), stored.size());
    }
    return all;
}

} // namespace ocop::testing
