#include "kiosk/media/decode_pool.h"

#include "pos/store/whole_file.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <condition_variable>
#include <mutex>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

constexpr const char* red_drawing =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20" fill="#ff0000"/></svg>)";

} // namespace

TEST_CASE("the pool answers every wish and ends while some are waiting", "[media]") {
    const ocop::testing::TemporaryFolder folder;
    const auto file = folder.path() / "red.svg";
    REQUIRE(write_bytes(file, red_drawing));
    std::mutex mutex;
    std::condition_variable woken;
    int wakes = 0;
    DecodePool pool(2, [&] {
        const std::lock_guard lock(mutex);
        ++wakes;
        woken.notify_all();
    });
    for (int i = 0; i < 8; ++i)
        pool.ask({"red" + std::to_string(i), file, 64, 32});
    pool.ask({"missing", folder.path() / "none.svg", 64, 32});
    {
        std::unique_lock lock(mutex);
        woken.wait(lock, [&] { return wakes == 9; });
    }
    int good = 0;
    int bad = 0;
    while (const auto answer = pool.answer()) {
        if (answer->pixels)
            ++good;
        else
            bad += answer->key == "missing" ? 1 : 100;
    }
    CHECK(good == 8);
    CHECK(bad == 1);
    for (int i = 0; i < 100; ++i)
        pool.ask({"late", file, 640, 320});
}
