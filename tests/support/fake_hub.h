// A hub in memory that keeps to the protocol, except where a test tells it to fail.
#pragma once

#include "sync/protocol/batch_answer.h"
#include "sync/protocol/hello.h"
#include "sync/protocol/journal_batch.h"
#include "tests/support/chain.h"
#include "tests/support/faulty_hub.h"

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ocop::testing {

class FakeHub final : public FaultyHub {
public:
    std::string hub_id = identity('1');
    std::string epoch = identity('2');
    std::function<Instant()> time = [] { return Instant{}; };
    ReleaseId release;
    std::map<std::string, std::string> blobs; // by SHA-256
    std::string manifest;                     // text of the current one
    bool ranges = true;                       // false: answers a range with the whole

    bool cries_fork = false; // at every batch, without cause

    std::int64_t received = 0; // entries in batches, duplicates included
    std::map<std::string, std::vector<Entry>> main;
    std::map<std::pair<std::string, std::string>, std::vector<Entry>> branches; // tails only

    // Forgets what is behind seq, as a restored backup does.
    void go_back(const std::string& lineage, std::int64_t seq);

private:
    HttpResponse answer(const HttpRequest& request) override;
    std::string id() const override { return hub_id; }
    HttpResponse answer_hello() const;
    HttpResponse answer_batch(const std::string& body);
    HttpResponse answer_ladder(const std::string& path) const;
    HttpResponse answer_blob(const HttpRequest& request) const;
    void settle(BatchAnswer& answer, const JournalBatch& batch);
    const Entry* stored(const std::string& lineage, const std::string& branch, std::int64_t seq) const;
};

} // namespace ocop::testing
