#include "sync/hub/api/admin.h"

#include "pos/catalogue/release.h"
#include "sync/protocol/gzip.h"
#include "sync/protocol/hash_ladder.h"
#include "tests/support/chain.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/real_hub.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;
using namespace ocop::testing;

namespace {

const auto api_lineage = identity('a');

struct ApiFixture {
    TemporaryFolder folder;
    RealHub hub{folder.path() / "hub"};
    TillKey key = *TillKey::load_or_create(folder.path() / "key");
    HubSettings settings = hub.enrol(key.public_key());

    HubRequest get(const std::string& path) {
        HubRequest request;
        request.path = path;
        request.credential = settings.credential;
        return request;
    }
    HubRequest post(const std::string& path, const std::string& body) {
        auto request = get(path);
        request.post = true;
        request.body = body;
        return request;
    }
    nlohmann::json admin(const nlohmann::json& request) {
        return nlohmann::json::parse(run_admin(hub.parts(), request.dump()));
    }
    StoredRelease publish(int products) {
        const auto stored = store_release(hub.directory.files, tests::generate_catalogue(products), {});
        REQUIRE(stored);
        REQUIRE(admin({{"do", "publish"},
                       {"release", stored->manifest.release.text()},
                       {"manifest_sha256", stored->manifest_sha256}})
                    .empty());
        return *stored;
    }
};

} // namespace

TEST_CASE("without a credential there is nothing but the authority and enrolment", "[hub]") {
    ApiFixture fixture;
    for (const char* path : {"/v1/hello", "/v1/releases/current", "/v1/blobs/00", "/", "/admin", "/v2/hello"}) {
        auto request = fixture.get(path);
        request.credential = "wrong";
        CHECK(fixture.hub.call(request).status == 401);
        request.credential.clear();
        CHECK(fixture.hub.call(request).status == 401);
        request.post = true;
        CHECK(fixture.hub.call(request).status == 401);
    }
    CHECK(fixture.hub.call(fixture.get("/v1/ca")).status == 404); // plain HTTP
    CHECK(fixture.hub.call(fixture.get("/admin")).status == 404);
    CHECK(fixture.hub.call(fixture.post("/admin", R"({"do":"code"})")).status == 404); // not through the network
    CHECK(fixture.hub.call(fixture.get("/v1/nothing")).status == 404);
}

TEST_CASE("a pushed batch is named by hello and by the ladder", "[hub]") {
    ApiFixture fixture;
    const auto chain = make_chain(api_lineage, 9);
    const auto body = *encode_batch(fixture.settings.till_id, {}, chain, fixture.key);
    auto packed = fixture.post(calls::journal, gzip(body));
    packed.gzipped = true;
    const auto response = fixture.hub.call(packed);
    REQUIRE(response.status == 200);
    CHECK(read_batch_answer(response.body)->stored_seq == 9);
    CHECK(fixture.hub.call(fixture.post(calls::journal, body)).status == 200);

    const auto hello = read_hello(fixture.hub.call(fixture.get(calls::hello)).body);
    REQUIRE(hello);
    REQUIRE(hello->stored.size() == 1);
    CHECK(hello->stored[0] == StoredHead{api_lineage, "", 9, chain.back().hash});
    CHECK(hello->time == fixture.hub.clock.now());

    auto ask = fixture.get("/v1/journal/" + api_lineage + "/hashes");
    ask.query = "at=7";
    const auto ladder = read_hash_ladder(fixture.hub.call(ask).body);
    REQUIRE(ladder);
    CHECK(ladder->stored_seq == 9);
    REQUIRE(ladder->rungs.front().seq == 7);
    CHECK(ladder->rungs.front().hash == chain[6].hash);
    CHECK(ladder->rungs.back().seq == 1);
    for (const char* wrong : {"", "at=", "at=-1", "at=x", "to=7"}) {
        ask.query = wrong;
        CHECK(fixture.hub.call(ask).status == 400);
    }
}

TEST_CASE("a batch that is cut, altered, signed by another or too long stores nothing", "[hub]") {
    ApiFixture fixture;
    const auto chain = make_chain(api_lineage, 3);
    const auto body = *encode_batch(fixture.settings.till_id, {}, chain, fixture.key);
    for (std::size_t length = 0; length < body.size() - 1; length += 7)
        REQUIRE(fixture.hub.call(fixture.post(calls::journal, body.substr(0, length))).status == 400);
    auto altered = body;
    altered[altered.find("\"seq\":2") + 6] = '3';
    CHECK(fixture.hub.call(fixture.post(calls::journal, altered)).status == 400);
    CHECK(fixture.hub.call(fixture.post(calls::journal, body + body)).status == 400);
    const auto stranger = *TillKey::load_or_create(fixture.folder.path() / "stranger");
    const auto forged = *encode_batch(fixture.settings.till_id, {}, chain, stranger);
    CHECK(fixture.hub.call(fixture.post(calls::journal, forged)).status == 403);
    const auto misnamed = *encode_batch(identity('9'), {}, chain, fixture.key);
    CHECK(fixture.hub.call(fixture.post(calls::journal, misnamed)).status == 400);
    auto bomb = fixture.post(calls::journal, gzip(std::string(largest_batch_body + 1, '0')));
    bomb.gzipped = true;
    CHECK(fixture.hub.call(bomb).status == 400);
    bomb.body.resize(bomb.body.size() / 2);
    CHECK(fixture.hub.call(bomb).status == 400);
    CHECK(fixture.hub.bytes(api_lineage).empty());
    CHECK(fixture.hub.call(fixture.post(calls::journal, body)).status == 200);
}

TEST_CASE("a fork is answered with 409 and says where", "[hub]") {
    ApiFixture fixture;
    const auto push = [&](const std::vector<Entry>& chain) {
        return fixture.hub.call(
            fixture.post(calls::journal, *encode_batch(fixture.settings.till_id, {}, chain, fixture.key)));
    };
    REQUIRE(push(make_chain(api_lineage, 3)).status == 200);
    const auto refused = push(make_chain(api_lineage, 3, "b"));
    CHECK(refused.status == 409);
    CHECK(read_batch_answer(refused.body)->fork);
    const auto told = fixture.admin({{"do", "tills"}});
    REQUIRE(told.at("forks").size() == 1);
    CHECK(told["forks"][0]["till"] == "Q2");
}

TEST_CASE("the published catalogue comes with a tag, its blobs in ranges", "[hub]") {
    ApiFixture fixture;
    CHECK(fixture.hub.call(fixture.get(calls::current_release)).status == 404);
    fixture.publish(10);
    const auto stored = fixture.publish(40);
    CHECK(read_hello(fixture.hub.call(fixture.get(calls::hello)).body)->release == stored.manifest.release);
    auto ask = fixture.get(calls::current_release);
    const auto manifest = fixture.hub.call(ask);
    REQUIRE(manifest.status == 200);
    CHECK(to_hex(sha256(manifest.body)) == stored.manifest_sha256);
    ask.if_none_match = manifest.etag;
    CHECK(fixture.hub.call(ask).status == 304);

    const auto& blob = stored.manifest.document;
    ask = fixture.get(calls::blob(blob.sha256));
    CHECK(fixture.hub.call(ask).file == blob_path(fixture.hub.directory.files, blob.sha256));
    ask.range = ByteRange{10, 19};
    auto part = fixture.hub.call(ask);
    CHECK(part.status == 206);
    CHECK(part.body.size() == 10);
    CHECK(part.range == ByteRange{10, 19});
    CHECK(part.whole_size == blob.bytes);
    ask.range = ByteRange{blob.bytes - 3, INT64_MAX};
    part = fixture.hub.call(ask);
    CHECK(part.body.size() == 3);
    CHECK(part.range == ByteRange{blob.bytes - 3, blob.bytes - 1});
    ask.range = ByteRange{blob.bytes, blob.bytes};
    CHECK(fixture.hub.call(ask).status == 416);
    for (const std::string& name :
         {std::string(64, '0'), std::string("../hub.db"), std::string(64, '/'), std::string()})
        CHECK(fixture.hub.call(fixture.get(calls::blobs + name)).status == 404);
}

TEST_CASE("a revoked till hands its journal in and gets nothing else", "[hub]") {
    ApiFixture fixture;
    const auto stored = fixture.publish(10);
    CHECK(fixture.admin({{"do", "revoke"}, {"till", fixture.settings.till_id}}).at("revoked") == 1);
    CHECK(fixture.admin({{"do", "revoke"}, {"till", "Q9"}}).at("error") == "error.hub_till");
    const auto hello = fixture.hub.call(fixture.get(calls::hello));
    REQUIRE(hello.status == 200);
    CHECK(read_hello(hello.body)->release.empty());
    CHECK(fixture.hub.call(fixture.get(calls::current_release)).status == 403);
    CHECK(fixture.hub.call(fixture.get(calls::blob(stored.manifest.document.sha256))).status == 403);
    const auto body = *encode_batch(fixture.settings.till_id, {}, make_chain(api_lineage, 2), fixture.key);
    CHECK(fixture.hub.call(fixture.post(calls::journal, body)).status == 200);
    CHECK(fixture.admin({{"do", "tills"}}).at("quarantine").size() == 2);
}

TEST_CASE("journals of other tills can be handed in, signed by them", "[hub]") {
    ApiFixture fixture;
    const auto other_key = *TillKey::load_or_create(fixture.folder.path() / "other");
    const auto own = fixture.settings;
    const auto other = fixture.hub.enrol(other_key.public_key());
    const auto chain = make_chain(identity('c'), 600);
    const std::vector<Entry> first(chain.begin(), chain.begin() + 400);
    const std::vector<Entry> second(chain.begin() + 400, chain.end());
    const auto stick =
        *encode_batch(other.till_id, {}, first, other_key) + *encode_batch(other.till_id, {}, second, other_key);
    fixture.settings = own;
    const auto outcome = nlohmann::json::parse(fixture.hub.call(fixture.post(calls::imports, stick)).body);
    CHECK(outcome.at("new_entries") == 600);
    CHECK(fixture.hub.store().heads(other.till_id).size() == 1);
    // What stands before a break is kept.
    auto broken = *encode_batch(fixture.settings.till_id, {}, make_chain(api_lineage, 2), fixture.key) + "{\"nonsense";
    const auto half = nlohmann::json::parse(fixture.hub.call(fixture.post(calls::imports, broken)).body);
    CHECK(half.at("new_entries") == 2);
    CHECK(half.at("error") == "error.batch_broken");
    // A key that is not the till's.
    const auto forged = *encode_batch(other.till_id, {}, make_chain(identity('d'), 2), fixture.key);
    CHECK(nlohmann::json::parse(fixture.hub.call(fixture.post(calls::imports, forged)).body).at("error") ==
          "error.carry_key");
}

TEST_CASE("an administrator's request that is none is refused", "[hub]") {
    ApiFixture fixture;
    CHECK(fixture.admin({{"do", "dance"}}).at("error") == "error.hub_call");
    CHECK(fixture.admin("text").at("error") == "error.hub_call");
    CHECK(fixture.admin({{"do", "publish"}, {"release", "x"}, {"manifest_sha256", std::string(64, '0')}})
              .contains("error"));
    CHECK(fixture.admin({{"do", "carry"}, {"folder", "/no/such/folder"}}).at("error") == "error.carry_empty");
    auto local = fixture.post("/admin", R"({"do":"code"})");
    local.local = true;
    CHECK(nlohmann::json::parse(fixture.hub.call(local).body).at("code").get<std::string>().size() == 12);
}
