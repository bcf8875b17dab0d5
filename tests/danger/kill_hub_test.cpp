// kill -9 of the hub between every two steps of taking a batch in: what it acknowledged is there, and pushing again
// ends with exactly the till's entries.
#include "sync/till/http_connection.h"
#include "tests/support/chain.h"
#include "tests/support/real_hub.h"
#include "tests/support/served_hub.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <csignal>

using namespace ocop;
using namespace ocop::testing;

namespace {

namespace fs = std::filesystem;

// A hub that knows a till and the first entries of it, copied for every attempt, and the batch that comes next.
struct HubScene {
    TemporaryFolder folder;
    fs::path fresh = folder.path() / "fresh";
    fs::path used = folder.path() / "used";
    TillKey key = *TillKey::load_or_create(folder.path() / "key");
    std::vector<Entry> chain = make_chain(identity('a'), 60);
    HubSettings till;
    HttpRequest push;

    HubScene() {
        RealHub hub(fresh);
        till = hub.enrol(key.public_key());
        push.path = calls::journal;
        push.content_type = media_type::batch;
        push.body = *encode_batch(till.till_id, {}, {chain.begin(), chain.begin() + 40}, key);
        REQUIRE(hub.exchange(push)->status == 200);
        push.body = *encode_batch(till.till_id, {}, {chain.begin() + 40, chain.end()}, key);
    }

    // The answered status; nothing when no whole answer came.
    std::optional<int> send(const ServedHub& hub) const {
        if (!hub.listens()) return std::nullopt;
        HttpOptions options;
        options.url = hub.url();
        options.credential = till.credential;
        HttpConnection connection(options);
        const auto answer = connection.exchange(push);
        if (!answer || !answer->complete) return std::nullopt;
        return answer->status;
    }

    std::size_t stored() const {
        RealHub hub(used);
        const auto bytes = hub.bytes(identity('a'));
        for (std::size_t i = 0; i < bytes.size(); ++i)
            REQUIRE(bytes[i] == chain[i].bytes);
        return bytes.size();
    }
};

} // namespace

TEST_CASE("a hub killed at any step of a batch keeps what it acknowledged and takes the rest again", "[danger][kill]") {
    const HubScene scene;
    const std::string anywhere = "http://127.0.0.1:0";
    int killed = 0;
    int acknowledged = 0;
    for (long step = 1;; ++step) {
        REQUIRE(step < 500);
        CAPTURE(step);
        fs::remove_all(scene.used);
        fs::copy(scene.fresh, scene.used, fs::copy_options::recursive);
        ServedHub doomed(scene.used, anywhere,
                         {"LD_PRELOAD=" + (fs::path(OCOP_BINARY_DIR) / "libkill_shim.so").string(),
                          "OCOP_KILL_AT=" + std::to_string(step)});
        const auto status = scene.send(doomed);
        const auto end = doomed.end(SIGTERM);
        const auto stored = scene.stored();
        CHECK((stored == 40 || stored == 60)); // the whole batch or nothing of it
        if (status == 200) {
            ++acknowledged;
            CHECK(stored == 60);
        }
        ServedHub again(scene.used, anywhere);
        CHECK(scene.send(again) == 200);
        CHECK(again.end(SIGTERM).status == 0);
        CHECK(scene.stored() == 60);
        if (end.status == 0) break;
        REQUIRE(end.signal == SIGKILL);
        ++killed;
    }
    CHECK(killed >= 10); // fewer: the steps were not seen, and nothing was proved
    CHECK(acknowledged >= 1);
}
