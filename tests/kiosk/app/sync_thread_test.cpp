#include "kiosk/app/sync_thread.h"

#include "pos/catalogue/release.h"
#include "sync/hub/http/http_server.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/real_hub.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <thread>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::testing;

namespace {

constexpr std::chrono::milliseconds sync_patience{60'000};

// A booth with a hub on this machine; the clock is the real one, because threads wait for each other here.
struct SyncBooth {
    TemporaryFolder folder;
    RealHub hub{folder.path() / "hub"};
    HubApi api{hub.parts()};
    std::unique_ptr<HttpServer> server;
    SystemClock clock;
    SystemRandomness randomness;
    DataDirectory directory{folder.path() / "till"};

    SyncBooth() {
        auto till = std::move(*Till::create(directory, "test", "Q2", clock, randomness));
        const auto stored = store_release(directory, tests::generate_catalogue(5), {});
        REQUIRE(till.adopt_release(stored->manifest.release, stored->manifest_sha256));
        REQUIRE(till.set_staff({StaffId("lan"), "Lan", Role::cashier, *hash_pin("123456"), true}));
        serve();
        auto settings = hub.enrol(TillKey::load_or_create(directory.key())->public_key());
        settings.url = "http://127.0.0.1:" + std::to_string(server->port());
        REQUIRE(save_hub_settings(directory, settings));
    }
    void serve(std::uint16_t port = 0) {
        ServerOptions options;
        options.port = port;
        auto started = HttpServer::start(
            options, {[this](const HubRequest& request) { return api.answer(request); }, HubApi::largest_body});
        REQUIRE(started);
        server = std::move(*started);
    }
    Till open() { return std::move(*Till::open(directory, "test", clock, randomness)); }
    PublishedRelease publish(int products) {
        const auto stored = store_release(hub.directory.files, tests::generate_catalogue(products), {});
        const PublishedRelease release{stored->manifest.release, stored->manifest_sha256};
        hub.store().publish(release, hub.clock.now());
        return release;
    }
};

// Waits for a hub state with nothing unsent. Returns the last snapshot seen on the way.
std::shared_ptr<const TillSnapshot> until_sent(StorageThread& storage) {
    std::shared_ptr<const TillSnapshot> snapshot;
    for (;;) {
        const auto answer = storage.wait_answer(sync_patience);
        REQUIRE(answer);
        if (const auto* seen = std::get_if<std::shared_ptr<const TillSnapshot>>(&*answer)) snapshot = *seen;
        if (const auto* state = std::get_if<HubState>(&*answer)) {
            CHECK(state->enrolled);
            if (state->unsent == 0) return snapshot;
        }
    }
}

} // namespace

TEST_CASE("the kiosk sends what it has, and each new entry when it is poked", "[kiosk][hub]") {
    SyncBooth booth;
    StorageThread storage(booth.open(), booth.clock, booth.randomness, [] {});
    SyncThread sync(booth.directory, storage, booth.clock, booth.randomness);
    until_sent(storage);
    CHECK(sync.reached());
    storage.ask(OpenShift{{StaffId("lan"), Dong{100'000}, {}, false}});
    for (bool written = false; !written;) {
        const auto answer = storage.wait_answer(sync_patience);
        REQUIRE(answer);
        const auto* state = std::get_if<HubState>(&*answer);
        written = state != nullptr && state->unsent == 1;
    }
    sync.poke();
    until_sent(storage);
    CHECK(booth.hub.store().tills().at(0).entries == 4);
}

TEST_CASE("a published catalogue is put in force only when nobody is busy", "[kiosk][hub]") {
    SyncBooth booth;
    const auto release = booth.publish(30);
    StorageThread storage(booth.open(), booth.clock, booth.randomness, [] {});
    SyncThread sync(booth.directory, storage, booth.clock, booth.randomness);
    CHECK(until_sent(storage)->catalogue->products().size() == 5);
    sync.allow_release(true);
    for (;;) {
        const auto answer = storage.wait_answer(sync_patience);
        REQUIRE(answer);
        const auto* snapshot = std::get_if<std::shared_ptr<const TillSnapshot>>(&*answer);
        if (snapshot == nullptr || (*snapshot)->catalogue->products().size() != 30) {
            sync.poke(); // as a touch of the screen would not: the retry is armed anyway, this only saves time
            continue;
        }
        break;
    }
    until_sent(storage);
    CHECK(booth.hub.store().current_release() == release);
}

TEST_CASE("a kiosk without its hub sells on, and ends at once when it is asked to", "[kiosk][hub]") {
    SyncBooth booth;
    booth.server.reset();
    StorageThread storage(booth.open(), booth.clock, booth.randomness, [] {});
    {
        SyncThread sync(booth.directory, storage, booth.clock, booth.randomness);
        storage.ask(OpenShift{{StaffId("lan"), Dong{100'000}, {}, false}});
        for (bool opened = false; !opened;) {
            const auto answer = storage.wait_answer(sync_patience);
            REQUIRE(answer);
            opened = std::holds_alternative<ShiftOpened>(*answer);
        }
        CHECK_FALSE(sync.reached());
    }
    CHECK(booth.hub.store().tills().at(0).entries == 0);
}

TEST_CASE("a kiosk that is not enrolled says so and asks nobody", "[kiosk][hub]") {
    SyncBooth booth;
    std::filesystem::remove(booth.directory.hub_settings());
    StorageThread storage(booth.open(), booth.clock, booth.randomness, [] {});
    SyncThread sync(booth.directory, storage, booth.clock, booth.randomness);
    for (;;) {
        const auto answer = storage.wait_answer(sync_patience);
        REQUIRE(answer);
        const auto* state = std::get_if<HubState>(&*answer);
        if (state == nullptr) continue;
        CHECK_FALSE(state->enrolled);
        CHECK(state->unsent == 3);
        break;
    }
    CHECK(booth.hub.store().tills().at(0).entries == 0);
}
