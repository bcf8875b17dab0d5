#include "tests/support/fake_hub.h"

#include "pos/journal/entry.h"
#include "sync/protocol/hash_ladder.h"

#include <algorithm>

namespace ocop::testing {
void FakeHub::go_back(const std::string& lineage, std::int64_t seq) {
    auto& chain = main[lineage];
    if (static_cast<std::int64_t>(chain.size()) > seq) chain.resize(static_cast<std::size_t>(seq));
}

HttpResponse FakeHub::answer(const HttpRequest& request) {
    if (request.path == calls::hello) return answer_hello();
    if (request.path == calls::journal) return answer_batch(request.body);
    if (request.path.find("/hashes?at=") != std::string::npos) return answer_ladder(request.path);
    if (request.path.find(calls::blobs) == 0) return answer_blob(request);
    if (request.path == calls::current_release && !manifest.empty()) {
        if (request.if_none_match == "\"" + to_hex(sha256(manifest)) + "\"") return json_answer(304, "");
        return json_answer(200, manifest);
    }
    return json_answer(404, "{}");
}

HttpResponse FakeHub::answer_hello() const {
    Hello hello;
    hello.hub_id = hub_id;
    hello.epoch = epoch;
    hello.time = time();
    hello.release = release;
    for (const auto& [lineage, chain] : main)
        if (!chain.empty()) hello.stored.push_back({lineage, "", chain.back().header.seq, chain.back().hash});
    for (const auto& [name, tail] : branches)
        if (!tail.empty()) hello.stored.push_back({name.first, name.second, tail.back().header.seq, tail.back().hash});
    return json_answer(200, write_hello(hello));
}

const Entry* FakeHub::stored(const std::string& lineage, const std::string& branch, std::int64_t seq) const {
    const auto tail = branches.find({lineage, branch});
    if (tail != branches.end() && !tail->second.empty() && seq >= tail->second.front().header.seq) {
        const auto at = static_cast<std::size_t>(seq - tail->second.front().header.seq);
        return at < tail->second.size() ? &tail->second[at] : nullptr;
    }
    const auto chain = main.find(lineage);
    if (chain == main.end() || seq < 1 || seq > static_cast<std::int64_t>(chain->second.size())) return nullptr;
    return &chain->second[static_cast<std::size_t>(seq - 1)];
}

HttpResponse FakeHub::answer_batch(const std::string& body) {
    const auto batch = decode_batch(body);
    if (!batch) return json_answer(400, "{}");
    received += batch->header.count;
    BatchAnswer answer;
    answer.hub_id = hub_id;
    answer.epoch = epoch;
    answer.lineage = batch->header.lineage;
    answer.branch = batch->header.branch;
    if (cries_fork)
        answer.fork = true;
    else
        settle(answer, *batch);
    const auto& chain = answer.branch.empty() ? main[answer.lineage] : branches[{answer.lineage, answer.branch}];
    if (!chain.empty()) {
        answer.stored_seq = chain.back().header.seq;
        answer.stored_hash = chain.back().hash;
    }
    return json_answer(answer.fork || answer.gap ? 409 : 200, write_batch_answer(answer));
}

void FakeHub::settle(BatchAnswer& answer, const JournalBatch& batch) {
    const auto& header = batch.header;
    auto& chain = header.branch.empty() ? main[header.lineage] : branches[{header.lineage, header.branch}];
    if (header.from_seq > 1) {
        const auto* before = stored(header.lineage, header.branch, header.from_seq - 1);
        answer.gap = before == nullptr;
        answer.fork = before != nullptr && before->hash != header.prev_hash;
        if (answer.gap || answer.fork) return;
    }
    const bool new_branch = !header.branch.empty() && chain.empty();
    for (const auto& entry : batch.entries) {
        const auto* known = new_branch ? nullptr : stored(header.lineage, header.branch, entry.header.seq);
        if (known == nullptr) continue;
        ++answer.duplicates;
        if (known->hash == entry.hash) continue;
        answer.fork = true;
        answer.divergent_at = entry.header.seq;
        return;
    }
    chain.insert(chain.end(), batch.entries.begin() + answer.duplicates, batch.entries.end());
}

HttpResponse FakeHub::answer_ladder(const std::string& path) const {
    constexpr std::size_t prefix = sizeof "/v1/journal/" - 1;
    HashLadder ladder;
    ladder.hub_id = hub_id;
    ladder.epoch = epoch;
    ladder.lineage = path.substr(prefix, 32);
    const auto at = std::stoll(path.substr(path.find('=') + 1));
    if (const auto chain = main.find(ladder.lineage); chain != main.end())
        ladder.stored_seq = static_cast<std::int64_t>(chain->second.size());
    for (const auto seq : ladder_seqs(std::min<std::int64_t>(at, ladder.stored_seq)))
        ladder.rungs.push_back({seq, stored(ladder.lineage, "", seq)->hash});
    return json_answer(200, write_hash_ladder(ladder));
}

HttpResponse FakeHub::answer_blob(const HttpRequest& request) const {
    const auto blob = blobs.find(request.path.substr(std::string(calls::blobs).size()));
    if (blob == blobs.end()) return json_answer(404, "{}");
    HttpResponse response;
    response.content_type = "application/octet-stream";
    response.status = 200;
    response.body = blob->second;
    if (request.range_from && ranges) {
        response.status = 206;
        response.range_from = request.range_from;
        const auto from = static_cast<std::size_t>(*request.range_from);
        response.body = blob->second.substr(from, static_cast<std::size_t>(request.range_to) - from + 1);
    }
    return response;
}

} // namespace ocop::testing
