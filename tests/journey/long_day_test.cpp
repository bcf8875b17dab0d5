// Twelve hours of visitors in the real window, with its decode pool and its textures, on a clock that is moved: nothing
// may grow, and the kiosk always finds back to its beginning.
#include "tests/support/automated_kiosk.h"
#include "tests/support/photo_showroom.h"
#include "tests/support/process_figures.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace ocop;
using namespace ocop::testing;
using nlohmann::json;

namespace {

constexpr std::int64_t second = 1'000; // ms
constexpr std::int64_t hour = 3'600 * second;

struct Held {
    double memory = 0; // RSS, MB
    std::size_t files = 0;
    std::int64_t textures = 0;
    std::int64_t texture_bytes = 0;
};

class LongDay {
public:
    LongDay(AutomatedKiosk& kiosk, unsigned seed) : kiosk_(&kiosk), dice_(seed) {}

    std::int64_t passed() const { return passed_; }
    int visitors() const { return visitors_; }

    void advance(std::int64_t milliseconds) {
        passed_ += milliseconds;
        REQUIRE(ask({{"do", "advance"}, {"ms", milliseconds}}).contains("ok"));
    }

    // Somebody looks around without a plan and walks away.
    void visit() {
        ++visitors_;
        REQUIRE(kiosk_->tap(roll(1) == 0 ? "attract.start" : "attract.product"));
        for (int touches = 2 + roll(8); touches > 0; --touches) {
            advance((2 + roll(25)) * second);
            touch_something();
        }
        leave();
    }

    // The same tour at every measurement, so that what is in the caches and fonts is the same.
    Held measure() {
        REQUIRE(kiosk_->tap("attract.start"));
        for (const char* language : {"language/zh", "language/ja", "language/ko", "language/vi"}) {
            REQUIRE(kiosk_->tap("bar.language"));
            kiosk_->tap(language); // East Asian ones only where their fonts are installed
            kiosk_->tap("sheet/close");
        }
        REQUIRE(kiosk_->tap("bar.products"));
        for (int page = 0; page < 8; ++page) {
            const auto cards = touchable("product/");
            REQUIRE(cards.size() >= 3);
            for (int card = 0; card < 3; ++card) {
                REQUIRE(kiosk_->tap(cards[static_cast<std::size_t>(card)]));
                REQUIRE(kiosk_->tap("story.back"));
            }
            ask({{"do", "drag"}, {"target", cards[2]}, {"by", -300}, {"steps", 6}});
        }
        leave();
        const auto figures = ask({{"do", "figures"}});
        const Held held{resident_memory_of(kiosk_->process()), open_files_of(kiosk_->process()), figures.at("textures"),
                        figures.at("texture_bytes")};
        std::printf("hour %4.1f, %3d visitors: %6.1f MB, %2zu files, %3ld textures of %5.1f MB\n",
                    static_cast<double>(passed_) / hour, visitors_, held.memory, held.files,
                    static_cast<long>(held.textures), static_cast<double>(held.texture_bytes) / 1e6);
        return held;
    }

private:
    json ask(const json& request) {
        auto answer = kiosk_->ask(request);
        REQUIRE(answer);
        return std::move(*answer);
    }

    int roll(int most) { return std::uniform_int_distribution<int>(0, most)(dice_); }

    std::vector<std::string> touchable(const std::string& beginning) {
        std::vector<std::string> names;
        const auto listed = ask({{"do", "targets"}});
        for (const auto& target : listed.at("targets"))
            if (const auto name = target.at("name").get<std::string>();
                target.at("visible") == true && target.at("enabled") == true && target.at("h") > 40 &&
                name.compare(0, beginning.size(), beginning) == 0)
                names.push_back(name);
        return names;
    }

    void touch_something() {
        const auto names = touchable("");
        REQUIRE_FALSE(names.empty());
        const auto& name = names[static_cast<std::size_t>(roll(static_cast<int>(names.size()) - 1))];
        if (roll(3) == 0)
            ask({{"do", "drag"}, {"target", name}, {"by", roll(1) == 0 ? 200 : -500}, {"steps", 4 + roll(4)}});
        else
            kiosk_->tap(name); // what lies under a dialog is not touched, as for a finger
    }

    void leave() {
        for (int minute = 0; minute < 12 && kiosk_->page() != "attract"; ++minute)
            advance(45 * second);
        REQUIRE(kiosk_->page() == "attract");
        advance((20 + roll(60)) * second); // nobody is there
        REQUIRE(kiosk_->page() == "attract");
    }

    AutomatedKiosk* kiosk_;
    std::mt19937 dice_;
    std::int64_t passed_ = 0;
    int visitors_ = 0;
};

} // namespace

TEST_CASE("reading another script costs no more than its letters", "[journey][kiosk]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr); // tests/run.sh brings one
    if (!figures_are_ours()) {
        WARN("memory is not looked at: /proc belongs to other process ids here");
        return;
    }
    const TemporaryFolder folder;
    const auto data = folder.path() / "till";
    make_photo_showroom(DataDirectory{data}, folder.path(), 10);
    AutomatedKiosk kiosk(data, folder.path(), {"--window", "1280x720"});
    REQUIRE(kiosk.tap("attract.start"));
    const auto before = resident_memory_of(kiosk.process());
    REQUIRE(kiosk.tap("bar.language"));
    if (!kiosk.tap("language/zh")) return;                     // its fonts are not installed
    CHECK(resident_memory_of(kiosk.process()) < before + 100); // MB; one copy of the fonts for each style was 450
    CHECK(kiosk.end(SIGTERM).status == 0);
}

TEST_CASE("in twelve hours of visitors the kiosk grows by nothing and always returns to its beginning",
          "[soak][kiosk]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr); // tests/run.sh brings one
    const TemporaryFolder folder;
    const auto data = folder.path() / "till";
    make_photo_showroom(DataDirectory{data}, folder.path(), 300);
    AutomatedKiosk kiosk(data, folder.path(), {"--window", "1280x720"});
    LongDay day(kiosk, 20'261'123);
    std::map<int, Held> at;
    for (const int measured : {1, 6, 12}) {
        while (day.passed() < measured * hour)
            day.visit();
        at[measured] = day.measure();
    }
    CHECK(day.visitors() > 100);
    CHECK(at[12].memory <= 1.05 * at[1].memory);
    CHECK(static_cast<double>(at[12].files) <= 1.05 * static_cast<double>(at[1].files));
    CHECK(static_cast<double>(at[12].textures) <= 1.05 * static_cast<double>(at[1].textures));
    CHECK(static_cast<double>(at[12].texture_bytes) <= 1.05 * static_cast<double>(at[1].texture_bytes));
    CHECK(kiosk.ask({{"do", "quit"}})->contains("ok"));
    CHECK(kiosk.end(0).status == 0);
}
