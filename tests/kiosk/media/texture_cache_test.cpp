#include "kiosk/media/texture_cache.h"

#include "pos/catalogue/media/photo.h"
#include "pos/store/whole_file.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <condition_variable>
#include <mutex>
#include <set>
#include <string>
#include <vector>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

// A cache over a folder, without a graphics card: only pictures that fail may come.
struct Cache {
    testing::TemporaryFolder folder;
    std::mutex mutex;
    std::condition_variable woken;
    int wakes = 0;
    std::vector<std::string> asked;
    std::vector<std::string> reported;
    TextureCache cache{
        [this](std::string_view media) -> std::optional<std::filesystem::path> {
            asked.emplace_back(media);
            const auto file = folder.path() / media;
            if (!std::filesystem::exists(file)) return std::nullopt;
            return file;
        },
        [this] {
            const std::lock_guard lock(mutex);
            ++wakes;
            woken.notify_all();
        },
        [this](std::string_view media, const Error& why) { reported.push_back(std::string(media) + " " + why.key); }};

    void wait_for(int answers) {
        std::unique_lock lock(mutex);
        woken.wait(lock, [&] { return wakes == answers; });
    }
};

} // namespace

TEST_CASE("a picture that is missing or broken is reported once, however often and large it is asked for", "[media]") {
    Cache shown;
    REQUIRE(write_bytes(shown.folder.path() / "broken.jpg", "\xff\xd8\xff and then nothing"));
    REQUIRE(write_bytes(shown.folder.path() / "huge.svg",
                        "<svg xmlns='http://www.w3.org/2000/svg'>" + std::string(largest_prepared_file, ' ')));
    for (const float side : {100.0f, 300.0f, 900.0f, 900.0f})
        for (const char* media : {"missing.jpg", "broken.jpg", "huge.svg", ""})
            CHECK_FALSE(shown.cache.request(media, side, side).ready());
    shown.wait_for(6);
    CHECK(shown.cache.collect());
    for (const char* media : {"missing.jpg", "broken.jpg", "huge.svg"})
        CHECK_FALSE(shown.cache.request(media, 900, 900).ready());
    CHECK_FALSE(shown.cache.busy());
    CHECK(std::set<std::string>(shown.reported.begin(), shown.reported.end()).size() == 3);
    CHECK(shown.reported.size() == 3);
    shown.cache.forget_all();
    shown.cache.request("missing.jpg", 100, 100);
    CHECK(shown.reported.size() == 4);
}

TEST_CASE("a card is served from the small picture, a story from the large one", "[media]") {
    Cache shown;
    shown.cache.request("tea.jpg", 430, 172);
    CHECK(shown.asked.front() == thumbnail_name("tea.jpg"));
    shown.asked.clear();
    shown.cache.request("tea.jpg", 1020, 600);
    CHECK(shown.asked == std::vector<std::string>{"tea.jpg"});
}
