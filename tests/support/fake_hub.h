// A hub in memory that keeps to the protocol, except where a test tells it to fail.
#pragma once

#include "sync/protocol/batch_answer.h"
#include "sync/protocol/hello.h"
#include "sync/protocol/journal_batch.h"
#include "sync/till/hub_connection.h"
#include "tests/support/chain.h"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ocop::testing {

enum class HubFault {
    none,
    refuse,      // no connection
    lose_answer, // takes the request in, then the line breaks
    cut_answer,  // takes it in, half the answer arrives
    twice,       // the request is delivered twice
    lie,         // the first hash of the answer is another
    portal,      // a log-in page
    other_hub,   // another hub answers
    failing,     // status 500
    overloaded,  // status 503, Retry-After 400
    revoked,     // status 403
};
inline constexpr unsigned hub_faults = 11;

class FakeHub final : public HubConnection {
public:
    std::string hub_id = identity('1');
    std::string epoch = identity('2');
    std::function<Instant()> time = [] { return Instant{}; };
    ReleaseId release;
    std::map<std::string, std::string> blobs; // by SHA-256
    std::string manifest;                     // text of the current one
    bool ranges = true;                       // false: answers a range with the whole

    std::deque<HubFault> faults; // of the next exchanges
    std::function<HubFault(const HttpRequest&)> fault_of = [](const HttpRequest&) { return HubFault::none; };
    bool cries_fork = false; // at every batch, without cause

    std::vector<std::string> asked; // paths
    std::int64_t received = 0;      // entries in batches, duplicates included
    std::map<std::string, std::vector<Entry>> main;
    std::map<std::pair<std::string, std::string>, std::vector<Entry>> branches; // tails only

    Result<HttpResponse> exchange(const HttpRequest& request) override;
    // Forgets what is behind seq, as a restored backup does.
    void go_back(const std::string& lineage, std::int64_t seq);
    std::size_t count_asked(const std::string& beginning) const;

private:
    HttpResponse answer(const HttpRequest& request);
    HttpResponse answer_hello() const;
    HttpResponse answer_batch(const std::string& body);
    HttpResponse answer_ladder(const std::string& path) const;
    HttpResponse answer_blob(const HttpRequest& request) const;
    void settle(BatchAnswer& answer, const JournalBatch& batch);
    const Entry* stored(const std::string& lineage, const std::string& branch, std::int64_t seq) const;
};

} // namespace ocop::testing
