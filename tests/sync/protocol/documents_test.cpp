#include "sync/protocol/batch_answer.h"
#include "sync/protocol/calls.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/gzip.h"
#include "sync/protocol/hash_ladder.h"
#include "sync/protocol/hello.h"
#include "tests/support/chain.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;
using namespace ocop::testing;

namespace {

Hello sample_hello() {
    Hello hello;
    hello.hub_id = identity('1');
    hello.epoch = identity('2');
    hello.time = {1'795'000'000'000};
    hello.stored = {{identity('a'), "", 12, sha256("x")}, {identity('a'), identity('b'), 9, sha256("y")}};
    hello.safe = {{identity('a'), "", 8, sha256("z")}};
    hello.release = ReleaseId("0123456789abcdef");
    return hello;
}

std::string with(const std::string& text, const char* key, const nlohmann::json& value) {
    auto document = nlohmann::json::parse(text);
    document[key] = value;
    return document.dump();
}

std::string without(const std::string& text, const char* key) {
    auto document = nlohmann::json::parse(text);
    document.erase(key);
    return document.dump();
}

} // namespace

TEST_CASE("documents of the protocol read back as they were written", "[protocol]") {
    const auto hello = sample_hello();
    CHECK(read_hello(write_hello(hello)) == hello);
    CHECK(find_head(hello.stored, identity('a'), identity('b'))->seq == 9);
    CHECK(find_head(hello.stored, identity('b'), "") == nullptr);

    BatchAnswer answer{identity('1'), identity('2'), identity('a'), identity('b'), 7, sha256("x"), true, 5, true, 3};
    CHECK(read_batch_answer(write_batch_answer(answer)) == answer);

    HashLadder ladder{identity('1'), identity('2'), identity('a'), 9, {{9, sha256("9")}, {8, sha256("8")}, {1, {}}}};
    CHECK(read_hash_ladder(write_hash_ladder(ladder)) == ladder);

    EnrolmentRequest request{"482-913", "Q2", {}, "ocop 1"};
    request.public_key.bytes.fill(std::byte{7});
    CHECK(read_enrolment_request(write_enrolment_request(request)) == request);
    const EnrolmentAnswer enrolled{identity('3'), "token", identity('1'), identity('2')};
    CHECK(read_enrolment_answer(write_enrolment_answer(enrolled)) == enrolled);
}

TEST_CASE("a document that breaks the protocol is refused, whatever it is", "[protocol]") {
    const auto hello = write_hello(sample_hello());
    CHECK_FALSE(read_hello(""));
    CHECK_FALSE(read_hello("<html><body>Chào mừng, mời đăng nhập Wi-Fi</body></html>"));
    CHECK_FALSE(read_hello("[]"));
    CHECK_FALSE(read_hello(std::string(largest_answer + 1, ' ')));
    for (const char* key : {"protocol", "hub_id", "epoch", "time"})
        CHECK_FALSE(read_hello(without(hello, key)));
    CHECK_FALSE(read_hello(with(hello, "hub_id", "hub")));
    CHECK_FALSE(read_hello(with(hello, "hub_id", std::string(32, 'A'))));
    CHECK_FALSE(read_hello(with(hello, "time", -1)));
    CHECK_FALSE(read_hello(with(hello, "stored", "none")));
    CHECK_FALSE(read_hello(with(hello, "stored", {{{"lineage", identity('a')}, {"seq", 0}}})));
    CHECK(read_hello(with(hello, "protocol", 2)).error().kind == ErrorKind::newer);
    CHECK(read_hello(with(hello, "protocol", 0)).error().kind == ErrorKind::refused);
    CHECK(read_hello(with(hello, "of_a_later_version", true)));
}

TEST_CASE("answers that contradict themselves are refused", "[protocol]") {
    const BatchAnswer answer{identity('1'), identity('2'), identity('a'), "", 7, sha256("x"), false, 0, false, 0};
    CHECK_FALSE(read_batch_answer(with(write_batch_answer(answer), "stored_seq", 0)));
    const HashLadder rising{identity('1'), identity('2'), identity('a'), 9, {{8, {}}, {9, {}}}};
    CHECK_FALSE(read_hash_ladder(write_hash_ladder(rising)));
    const HashLadder beyond{identity('1'), identity('2'), identity('a'), 9, {{10, {}}}};
    CHECK_FALSE(read_hash_ladder(write_hash_ladder(beyond)));
    const EnrolmentAnswer injected{identity('3'), "token\r\nHost: other", identity('1'), identity('2')};
    CHECK_FALSE(read_enrolment_answer(write_enrolment_answer(injected)));
}

TEST_CASE("a ladder halves its way down to the first entry", "[protocol]") {
    CHECK(ladder_seqs(0).empty());
    CHECK(ladder_seqs(1) == std::vector<std::int64_t>{1});
    CHECK(ladder_seqs(2) == std::vector<std::int64_t>{2, 1});
    CHECK(ladder_seqs(10) == std::vector<std::int64_t>{10, 9, 8, 6, 2, 1});
    CHECK(ladder_seqs(1'000'000).size() < 24);
}

TEST_CASE("gzip unpacks to the same bytes and never to more than allowed", "[protocol]") {
    const std::string text(100'000, 'x');
    const auto packed = gzip(text);
    CHECK(packed.size() < 1000);
    CHECK(gunzip(packed, text.size()) == text);
    CHECK(gunzip(gzip(""), 0) == "");
    CHECK_FALSE(gunzip(packed, text.size() - 1));
    CHECK_FALSE(gunzip("", 10));
    CHECK_FALSE(gunzip("not gzip at all", 100));
    CHECK_FALSE(gunzip(packed + "more", text.size()));
    for (std::size_t size = 0; size < packed.size(); ++size)
        CHECK_FALSE(gunzip(packed.substr(0, size), text.size()));
}
