#include "sync/protocol/journal_batch.h"

#include "sync/protocol/calls.h"
#include "tests/support/chain.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::testing;

namespace {

struct Bench {
    TemporaryFolder folder;
    TillKey key = *TillKey::load_or_create(folder.path() / "till.key");
    std::string lineage = identity('a');
    std::string till = identity('1');

    std::string encode(const std::vector<Entry>& entries) const { return *encode_batch(till, {}, entries, key); }
};

std::string line_of(const Error& error) {
    return error.values.empty() ? "" : error.values.front().second;
}

} // namespace

TEST_CASE("a batch carries the stored bytes and reads back entry for entry", "[protocol]") {
    Bench bench;
    auto chain = make_chain(bench.lineage, 7);
    chain.erase(chain.begin(), chain.begin() + 3);
    const auto text = *encode_batch(bench.till, identity('b'), chain, bench.key);
    for (const auto& entry : chain)
        CHECK(text.find("\n" + entry.bytes + "\n") != std::string::npos);
    const auto batch = decode_batch(text);
    REQUIRE(batch);
    CHECK(batch->header.till == bench.till);
    CHECK(batch->header.branch == identity('b'));
    CHECK(batch->header.from_seq == 4);
    CHECK(batch->trailer.head_hash == chain.back().hash);
    CHECK(batch->trailer.public_key == bench.key.public_key());
    REQUIRE(batch->entries.size() == 4);
    for (std::size_t i = 0; i < chain.size(); ++i) {
        CHECK(batch->entries[i].bytes == chain[i].bytes);
        CHECK(batch->entries[i].hash == chain[i].hash);
    }
}

TEST_CASE("a batch may arrive byte by byte, and the decoder leaves what follows it", "[protocol]") {
    Bench bench;
    const auto text = bench.encode(make_chain(bench.lineage, 3));
    BatchDecoder decoder;
    for (const char byte : text)
        REQUIRE(decoder.feed(std::string_view(&byte, 1)) == 1U);
    CHECK(decoder.complete());
    CHECK(decoder.finish()->entries.size() == 3);
    BatchDecoder first;
    REQUIRE(first.feed(text + text) == text.size());
    CHECK(first.complete());
    CHECK_FALSE(decode_batch(text + text));
}

TEST_CASE("a batch cut at any byte is not whole", "[protocol]") {
    Bench bench;
    const auto text = bench.encode(make_chain(bench.lineage, 2));
    for (std::size_t size = 0; size < text.size(); ++size)
        REQUIRE_FALSE(decode_batch(text.substr(0, size)));
    CHECK(decode_batch(text));
}

TEST_CASE("any changed byte of an entry is refused", "[protocol]") {
    Bench bench;
    auto text = bench.encode(make_chain(bench.lineage, 2));
    const auto start = text.find('\n') + 1;
    const auto end = text.rfind('\n', text.size() - 2);
    for (auto at = start; at < end; ++at) {
        const char original = text[at];
        text[at] = static_cast<char>(original ^ 1);
        CAPTURE(at);
        REQUIRE_FALSE(decode_batch(text));
        text[at] = original;
    }
}

TEST_CASE("a batch that does not hold together names its line", "[protocol]") {
    Bench bench;
    const auto chain = make_chain(bench.lineage, 4);
    const auto text = bench.encode(chain);
    SECTION("an entry left out") {
        auto cut = text;
        cut.erase(cut.find(chain[1].bytes), chain[1].bytes.size() + 1);
        CHECK(line_of(decode_batch(cut).error()) == "3");
    }
    SECTION("an entry of another history in its place") {
        auto changed = text;
        const auto other = make_chain(bench.lineage, 4, "b");
        changed.replace(changed.find(chain[2].bytes), chain[2].bytes.size(), other[2].bytes);
        CHECK(line_of(decode_batch(changed).error()) == "4");
    }
    SECTION("a trailer signed by another key") {
        const auto other_key = *TillKey::load_or_create(bench.folder.path() / "other.key");
        auto changed = text;
        const auto own = to_hex(bench.key.public_key());
        changed.replace(changed.find(own), own.size(), to_hex(other_key.public_key()));
        CHECK(line_of(decode_batch(changed).error()) == "6");
    }
    SECTION("a later version of the protocol") {
        auto later = text;
        later.replace(later.find("\"protocol\":1"), 12, "\"protocol\":2");
        CHECK(decode_batch(later).error().kind == ErrorKind::newer);
    }
    SECTION("too many entries announced") {
        auto many = text;
        many.replace(many.find("\"count\":4"), 9, "\"count\":501");
        CHECK(line_of(decode_batch(many).error()) == "1");
    }
}

TEST_CASE("a broken chain is never sent", "[protocol]") {
    Bench bench;
    auto chain = make_chain(bench.lineage, 5);
    const std::string broken = GENERATE("changed bytes", "a gap", "another lineage");
    INFO(broken);
    if (broken == "changed bytes")
        chain[2].bytes[20] = 'x';
    else if (broken == "a gap")
        chain.erase(chain.begin() + 2);
    else
        chain[2] = make_chain(identity('c'), 3)[2];
    const auto text = encode_batch(bench.till, {}, chain, bench.key);
    REQUIRE_FALSE(text);
    CHECK(text.error().key == "error.chain_broken");
    CHECK(line_of(text.error()) == "3");
}

TEST_CASE("a batch ends at 500 entries or one mebibyte, and one entry always fits", "[protocol]") {
    const auto many = make_chain(identity('a'), 502);
    CHECK(batch_size(many, 1000) == most_batch_entries);
    CHECK(batch_size(many, 100) == 100);
    CHECK(batch_size({}, 100) == 0);
    std::vector<Entry> long_ones(8);
    for (auto& entry : long_ones)
        entry.bytes = std::string(largest_entry, ' ');
    CHECK(batch_size(long_ones, 500) == 5);
    CHECK(batch_size(long_ones, 0) == 0);
}
