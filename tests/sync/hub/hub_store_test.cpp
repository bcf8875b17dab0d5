#include "pos/selling/sale.h"
#include "sync/hub/store/hub_schema.h"
#include "tests/support/chain.h"
#include "tests/support/enquiries.h"
#include "tests/support/real_hub.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

using namespace ocop;
using namespace ocop::testing;

namespace {

const auto stored_lineage = identity('a');
const auto tail_name = identity('b');

struct StoreFixture {
    TemporaryFolder folder;
    RealHub hub{folder.path() / "hub"};
    TillKey key = *TillKey::load_or_create(folder.path() / "key");
    HubSettings settings = hub.enrol(key.public_key());

    EnrolledTill till() { return *hub.store().till(settings.till_id); }

    BatchAnswer push(const std::vector<Entry>& chain, std::size_t from, std::size_t to,
                     const std::string& branch = {}) {
        const std::vector<Entry> part(chain.begin() + static_cast<std::ptrdiff_t>(from - 1),
                                      chain.begin() + static_cast<std::ptrdiff_t>(to));
        const auto text = encode_batch(settings.till_id, branch, part, key);
        REQUIRE(text);
        const auto batch = decode_batch(*text);
        REQUIRE(batch);
        return hub.store().store_batch(*batch, till(), hub.clock.now());
    }
};

void require_stored(RealHub& hub, const std::vector<Entry>& chain, const std::string& branch = {},
                    std::size_t first = 1) {
    const auto stored = hub.bytes(stored_lineage, branch);
    REQUIRE(stored.size() == chain.size() - (first - 1));
    for (std::size_t i = 0; i < stored.size(); ++i)
        REQUIRE(stored[i] == chain[i + first - 1].bytes);
}

} // namespace

TEST_CASE("a batch is stored once, however often and however overlapping it arrives", "[hub]") {
    StoreFixture fixture;
    const auto chain = make_chain(stored_lineage, 20);
    auto answer = fixture.push(chain, 1, 10);
    CHECK(answer.stored_seq == 10);
    CHECK(answer.stored_hash == chain[9].hash);
    CHECK(answer.duplicates == 0);
    CHECK(answer.hub_id == fixture.settings.hub_id);
    CHECK(answer.epoch == fixture.settings.epoch);
    answer = fixture.push(chain, 1, 10);
    CHECK(answer.duplicates == 10);
    CHECK(answer.stored_seq == 10);
    answer = fixture.push(chain, 6, 20);
    CHECK(answer.duplicates == 5);
    CHECK(answer.stored_seq == 20);
    answer = fixture.push(chain, 3, 4); // late: nothing goes back
    CHECK(answer.stored_seq == 20);
    CHECK(answer.stored_hash == chain[19].hash);
    require_stored(fixture.hub, chain);
    fixture.hub.restart();
    CHECK(fixture.hub.store().main_head(stored_lineage) == StoredHead{stored_lineage, "", 20, chain[19].hash});
    CHECK(fixture.hub.store().heads(fixture.settings.till_id).size() == 1);
    CHECK(fixture.hub.store().heads(identity('9')).empty());
}

TEST_CASE("a batch behind a gap is refused and stores nothing", "[hub]") {
    StoreFixture fixture;
    const auto chain = make_chain(stored_lineage, 20);
    auto answer = fixture.push(chain, 5, 8);
    CHECK(answer.gap);
    CHECK(answer.stored_seq == 0);
    CHECK(fixture.hub.bytes(stored_lineage).empty());
    fixture.push(chain, 1, 8);
    answer = fixture.push(chain, 12, 20);
    CHECK(answer.gap);
    CHECK_FALSE(answer.fork);
    CHECK(answer.stored_seq == 8);
    CHECK(fixture.hub.bytes(stored_lineage).size() == 8);
}

TEST_CASE("another history of a lineage is a fork: nothing is overwritten and people are told once", "[hub]") {
    StoreFixture fixture;
    const auto chain = make_chain(stored_lineage, 12);
    auto other = std::vector<Entry>(chain.begin(), chain.begin() + 7);
    grow(other, stored_lineage, 6, "other");
    fixture.push(chain, 1, 12);
    auto answer = fixture.push(other, 1, 13);
    CHECK(answer.fork);
    CHECK(answer.divergent_at == 8);
    answer = fixture.push(other, 10, 13); // begins behind the place where they part
    CHECK(answer.fork);
    CHECK(answer.divergent_at == 0);
    answer = fixture.push(other, 8, 13);
    CHECK(answer.divergent_at == 8);
    require_stored(fixture.hub, chain);
    const auto forks = fixture.hub.store().forks();
    REQUIRE(std::count_if(forks.begin(), forks.end(), [](const auto& fork) { return fork.seq == 8; }) == 1);
    CHECK(forks.front().lineage == stored_lineage);

    SECTION("the divergent tail is stored under its branch, the common part is not stored again") {
        answer = fixture.push(other, 8, 10, tail_name);
        CHECK_FALSE(answer.fork);
        CHECK(answer.stored_seq == 10);
        answer = fixture.push(other, 8, 13, tail_name);
        CHECK(answer.duplicates == 3);
        answer = fixture.push(other, 6, 13, tail_name); // reaches into the common part
        CHECK(answer.duplicates == 8);
        CHECK(answer.stored_seq == 13);
        require_stored(fixture.hub, chain);
        require_stored(fixture.hub, other, tail_name, 8);
        CHECK(fixture.hub.store().heads(fixture.settings.till_id).size() == 2);
    }
    SECTION("a tail that does not hang on the main line is a gap or a fork") {
        CHECK(fixture.push(other, 10, 13, tail_name).fork);
        auto longer = chain;
        grow(longer, stored_lineage, 5);
        CHECK(fixture.push(longer, 15, 16, tail_name).gap);
        CHECK(fixture.hub.bytes(stored_lineage, tail_name).empty());
    }
}

TEST_CASE("a machine that enrols again is told what it had sent before", "[hub]") {
    StoreFixture fixture;
    const auto chain = make_chain(stored_lineage, 3);
    fixture.push(chain, 1, 3);
    TemporaryFolder other;
    const auto key = *TillKey::load_or_create(other.path() / "key");
    const auto settings = fixture.hub.enrol(key.public_key());
    REQUIRE(settings.till_id != fixture.settings.till_id);
    const auto text = encode_batch(settings.till_id, {}, chain, key); // the same disk under a new key
    const auto answer = fixture.hub.store().store_batch(
        *decode_batch(*text), *fixture.hub.store().till(settings.till_id), fixture.hub.clock.now());
    CHECK(answer.duplicates == 3);
    CHECK(fixture.hub.store().heads(settings.till_id).size() == 1);
    CHECK(fixture.hub.bytes(stored_lineage).size() == 3);
}

TEST_CASE("entries of a revoked till are kept and not counted", "[hub]") {
    StoreFixture fixture;
    const auto chain = make_chain(stored_lineage, 4);
    fixture.push(chain, 1, 2);
    CHECK(fixture.hub.store().revoke("no such till") == 0);
    CHECK(fixture.hub.store().revoke("Q2") == 1);
    CHECK(fixture.push(chain, 3, 4).stored_seq == 4);
    require_stored(fixture.hub, chain);
    const auto held = fixture.hub.store().quarantine();
    REQUIRE(held.size() == 2);
    CHECK(held[0].seq == 3);
    CHECK(held[0].reason == "revoked");
    CHECK(fixture.hub.store().tills().at(0).till.revoked);
    CHECK(fixture.hub.store().tills().at(0).entries == 4);
}

TEST_CASE("a sale that cannot be read, and another one under a known id, block nobody", "[hub]") {
    StoreFixture fixture;
    std::vector<Entry> chain;
    Hash before{};
    const auto add = [&](const std::string& kind, const std::string& id, const nlohmann::json& body) {
        EntryHeader header;
        header.till = "Q2";
        header.lineage = stored_lineage;
        header.seq = static_cast<std::int64_t>(chain.size()) + 1;
        header.kind = kind;
        header.id = id;
        header.prev_hash = before;
        chain.push_back(freeze(header, body));
        before = chain.back().hash;
    };
    const auto sale = [](std::int64_t total) {
        Sale made;
        made.receipt = "Q2A-000001";
        made.total = made.subtotal = Dong{total};
        made.payments.push_back({PaymentMethod::cash, Dong{total}, Dong{total}, Dong{0}, {}, {}, {}});
        return sale_to_json(made);
    };
    add("sale", "first", sale(1000));
    add("sale", "second", {{"lines", "none"}});
    add("sale", "first", sale(7000));
    add("a kind of next year", "third", {{"x", 1}});
    add("sale", "fourth", sale(500));
    CHECK(fixture.push(chain, 1, 5).stored_seq == 5);
    require_stored(fixture.hub, chain);
    const auto held = fixture.hub.store().quarantine();
    REQUIRE(held.size() == 2);
    CHECK(held[0].reason == "unreadable");
    CHECK(held[1].reason == "same_id");
    const auto overview = fixture.hub.store().tills().at(0);
    CHECK(overview.sales == 2);
    CHECK(overview.total == Dong{1500});
}

TEST_CASE("a hub keeps its id and epoch, and refuses a file of a newer version", "[hub]") {
    StoreFixture fixture;
    const auto before = fixture.hub.store().identity();
    fixture.hub.restart();
    CHECK(fixture.hub.store().identity().hub_id == before.hub_id);
    CHECK(fixture.hub.store().identity().epoch == before.epoch);
    auto file = Database::open_memory();
    file.execute("PRAGMA user_version = 99");
    const auto refused = prepare_hub_schema(file, fixture.hub.randomness);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::newer);
}

TEST_CASE("enquiries, erasures and view counts are stored as they are and are no sales", "[hub]") {
    StoreFixture fixture;
    TestReaders keys;
    SystemRandomness randomness;
    auto till = enquiry_till({fixture.folder.path() / "till"}, keys.readers, fixture.hub.clock, randomness);
    REQUIRE(till.record_lead(enquiry_for(till, "lead-1")));
    REQUIRE(till.erase_lead("lead-1", StaffId("lan")));
    UsageCounts counts;
    counts.products[Sku("A")].views = 1;
    REQUIRE(till.count_usage(hour_of(fixture.hub.clock.now()), counts));
    REQUIRE(till.close_usage_hour(true));
    const auto head = till.journal().head();
    const auto chain = read_entries(till.journal().database(), head.lineage, 1, 100);
    const auto answer = fixture.push(chain, 1, chain.size());
    CHECK(answer.stored_seq == head.seq);
    CHECK(answer.stored_hash == head.hash);
    CHECK(fixture.hub.store().quarantine().empty());
    const auto stored = fixture.hub.bytes(head.lineage);
    REQUIRE(stored.size() == chain.size());
    for (const auto& bytes : stored) {
        CHECK(bytes.find(person_phone) == std::string::npos);
        CHECK(bytes.find(person_name) == std::string::npos);
    }
}
