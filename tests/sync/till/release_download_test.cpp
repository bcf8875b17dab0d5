#include "pos/catalogue/release.h"
#include "pos/store/whole_file.h"
#include "tests/support/sync_bench.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <span>

using namespace ocop;
using namespace ocop::testing;

namespace {

std::string noise(std::size_t size, std::uint64_t seed) {
    std::string bytes(size, '\0');
    SeededRandomness(seed).fill(std::as_writable_bytes(std::span(bytes)));
    return bytes;
}

struct Fixture {
    TemporaryFolder folder;
    FakeHub hub;
    SyncBench till{folder.path() / "till", hub};

    Blob publish_blob(const std::string& name, const std::string& bytes) {
        const auto hash = to_hex(sha256(bytes));
        hub.blobs[hash] = bytes;
        return {name, hash, static_cast<std::int64_t>(bytes.size())};
    }
    ReleaseManifest publish(const std::string& release, std::size_t picture = 700'000) {
        ReleaseManifest manifest;
        manifest.release = ReleaseId(release);
        manifest.document = publish_blob("catalogue.json", "{\"release\":\"" + release + "\"}");
        manifest.media = {publish_blob("media/a.jpg", noise(picture, 1)), publish_blob("media/b.jpg", noise(90, 2)),
                          publish_blob("media/b-again.jpg", noise(90, 2))};
        hub.manifest = write_manifest(manifest);
        hub.release = manifest.release;
        return manifest;
    }
    void require_taken(const ReleaseManifest& manifest) {
        REQUIRE(till.adopted.size() == 1);
        CHECK(till.adopted.front() == std::pair{manifest.release, to_hex(sha256(hub.manifest))});
        const auto stored = load_manifest(till.directory, till.adopted.front().second);
        REQUIRE(stored);
        auto blobs = stored->media;
        blobs.push_back(stored->document);
        for (const auto& blob : blobs)
            CHECK(read_bytes(blob_path(till.directory, blob.sha256), 1'000'000) == hub.blobs[blob.sha256]);
    }
};

} // namespace

TEST_CASE("a release is taken over whole and switched on once", "[sync]") {
    Fixture fixture;
    fixture.hub.ranges = GENERATE(true, false);
    const auto manifest = fixture.publish("first");
    REQUIRE(fixture.till.settle());
    fixture.require_taken(manifest);
    for (const auto& file : std::filesystem::directory_iterator(fixture.till.directory.blobs()))
        CHECK(file.path().extension() != ".part");
    fixture.till.clock.advance(SyncEngine::hello_interval);
    REQUIRE(fixture.till.settle());
    fixture.till.restart();
    REQUIRE(fixture.till.settle());
    CHECK(fixture.till.adopted.size() == 1);
    CHECK(fixture.hub.count_asked(calls::current_release) == 1);
}

TEST_CASE("a picture comes in pieces, and a broken line loses none that arrived", "[sync]") {
    Fixture fixture;
    const auto manifest = fixture.publish("first");
    std::int64_t bytes = 0;
    int pieces = 0;
    fixture.hub.fault_of = [&](const HttpRequest& request) {
        if (request.path != calls::blob(manifest.media[0].sha256)) return HubFault::none;
        const auto asked = request.range_to - *request.range_from + 1;
        const bool cut = ++pieces % 2 == 1;
        bytes += cut ? asked / 2 : asked;
        return cut ? HubFault::cut_answer : HubFault::none;
    };
    REQUIRE(fixture.till.settle());
    fixture.require_taken(manifest);
    CHECK(pieces > 2);
    CHECK(bytes == 700'000);
}

TEST_CASE("a download goes on where it was after a restart", "[sync]") {
    Fixture fixture;
    const auto manifest = fixture.publish("first");
    const auto part = blob_path(fixture.till.directory, manifest.media[0].sha256).string() + ".part";
    REQUIRE(write_bytes(part, noise(700'000, 1).substr(0, 650'000)));
    REQUIRE(fixture.till.settle());
    fixture.require_taken(manifest);
    CHECK(fixture.hub.count_asked(calls::blob(manifest.media[0].sha256)) == 1);
}

TEST_CASE("bytes with another hash are thrown away and fetched again, after the others", "[sync]") {
    Fixture fixture;
    const auto manifest = fixture.publish("first", 1000);
    const auto picture = manifest.media[0].sha256;
    const auto right = fixture.hub.blobs[picture];
    fixture.hub.blobs[picture] = noise(1000, 3);
    CHECK_FALSE(fixture.till.settle(20));
    CHECK(fixture.till.adopted.empty());
    CHECK_FALSE(has_blob(fixture.till.directory, manifest.media[0]));
    CHECK(has_blob(fixture.till.directory, manifest.media[1]));
    REQUIRE(fixture.till.engine->status().problem);
    CHECK(fixture.till.engine->status().problem->key == "error.blob_damaged");
    CHECK(fixture.till.engine->status().blobs_left == 1);
    fixture.till.sell(4); // the journal is not held up
    CHECK_FALSE(fixture.till.settle(20));
    CHECK(fixture.till.engine->status().unsent == 0);
    fixture.hub.blobs[picture] = right;
    REQUIRE(fixture.till.settle());
    fixture.require_taken(manifest);
}

TEST_CASE("a journal that a hub refuses holds up no release", "[sync]") {
    Fixture fixture;
    const auto manifest = fixture.publish("first", 1000);
    fixture.hub.fault_of = [](const HttpRequest& request) {
        return request.path == calls::journal ? HubFault::failing : HubFault::none;
    };
    CHECK_FALSE(fixture.till.settle(40));
    fixture.require_taken(manifest);
    CHECK(fixture.till.engine->status().unsent == 1);
}

TEST_CASE("a release published during a download takes its place", "[sync]") {
    Fixture fixture;
    fixture.publish("first");
    for (int i = 0; i < 4; ++i)
        fixture.till.step();
    CHECK(fixture.till.engine->status().blobs_left > 0);
    const auto second = fixture.publish("second");
    fixture.till.clock.advance(SyncEngine::hello_interval);
    REQUIRE(fixture.till.settle());
    fixture.require_taken(second);
}
