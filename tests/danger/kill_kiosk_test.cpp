// kill -9 of the kiosk while it sells: a sale whose change was on the screen is in the journal once. The guided demo
// plays the staff's part and says "14-sale-done.png" only after the frame with the change was presented.
#include "pos/journal/verify.h"
#include "pos/store/database.h"
#include "tests/support/automated_kiosk.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace ocop;
using namespace ocop::testing;

namespace {

namespace fs = std::filesystem;

// Kills before every `stride`-th step until the demo ends unharmed. Returns how often the change had been shown.
int kill_while_selling(long stride) {
    REQUIRE(std::getenv("DISPLAY") != nullptr); // tests/run.sh brings one
    const TemporaryFolder folder;
    const auto fresh = folder.path() / "fresh";
    const auto used = folder.path() / "used";
    REQUIRE(run_program(program("ocop"), {"--data", fresh.string(), "init", "--demo"}).status == 0);
    const auto shim = "LD_PRELOAD=" + (fs::path(OCOP_BINARY_DIR) / "libkill_shim.so").string();
    int shown_and_killed = 0;
    for (long step = 1;; step += stride) {
        REQUIRE(step < 1'000);
        fs::remove_all(used);
        fs::copy(fresh, used, fs::copy_options::recursive);
        fs::create_directories(folder.path() / "pictures");
        const auto result = run_program(program("ocop-kiosk"),
                                        {"--data", used.string(), "--window", "1280x720", "--start", "till", "--play",
                                         (folder.path() / "pictures").string()},
                                        {shim, "OCOP_KILL_AT=" + std::to_string(step)});
        INFO("killed before step " << step << ", said: " << result.out << result.err);
        const bool shown = result.out.find("14-sale-done.png") != std::string::npos;
        const auto report = verify(DataDirectory{used});
        REQUIRE(report);
        REQUIRE(report->sound());
        auto reader = Database::open_reader(DataDirectory{used}.journal());
        auto sales = reader.prepare("SELECT count(*), coalesce(sum(total), 0) FROM sale");
        REQUIRE(sales.step());
        CHECK(sales.integer(0) <= 1);
        if (shown) CHECK(sales.integer(0) == 1);
        CHECK(report->perpetual_total == Dong{sales.integer(1)});
        if (result.status) {
            CHECK(*result.status == 0);
            return shown_and_killed;
        }
        REQUIRE(result.signal == SIGKILL);
        if (shown) ++shown_and_killed;
    }
}

} // namespace

TEST_CASE("whenever the kiosk is killed, change on the screen means a sale in the journal", "[danger][kill]") {
    kill_while_selling(9);
}

TEST_CASE("killed at every single step, change on the screen means a sale in the journal", "[danger][kill][soak]") {
    CHECK(kill_while_selling(1) > 0);
}

namespace {

// Sells as fast as the screen lets it until the kiosk is gone: while the request number `last` is carried out, and a
// few milliseconds into it, the kiosk is killed. Counting requests, not time, lets a slow machine sell as much as a
// fast one.
class DoomedCashier {
public:
    DoomedCashier(AutomatedKiosk& kiosk, int last, std::chrono::microseconds delay)
        : kiosk_(&kiosk), left_(last), delay_(delay) {}
    ~DoomedCashier() {
        if (killer_.joinable()) killer_.join();
    }
    DoomedCashier(const DoomedCashier&) = delete;
    DoomedCashier& operator=(const DoomedCashier&) = delete;

    void work() {
        tap("pin.person.hanh");
        for (const char digit : std::string("102030"))
            tap(std::string("pin/") + digit);
        if (kiosk_->page() == "open_shift") {
            tap("count/5");
            tap("open.confirm");
        }
        while (scan() && tap("order.cash") && tap("tender.2") && tap("pay.finish"))
            tap("done.next");
    }

private:
    void count() {
        if (--left_ != 0) return;
        killer_ = std::thread([this] {
            std::this_thread::sleep_for(delay_);
            kiosk_->strike(SIGKILL);
        });
    }
    bool tap(const std::string& target) {
        count();
        return kiosk_->tap(target);
    }
    bool scan() {
        count();
        return kiosk_->scan("2900000010000");
    }

    AutomatedKiosk* kiosk_;
    int left_;
    std::chrono::microseconds delay_;
    std::thread killer_;
};

// Day after day on the same data, killed at any moment. Returns how many sales were shown.
std::size_t kill_at_random(int kills, unsigned seed) {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const TemporaryFolder folder;
    const auto data = folder.path() / "till";
    REQUIRE(run_program(program("ocop"), {"--data", data.string(), "init", "--demo"}).status == 0);
    std::mt19937 dice(seed);
    const auto throw_dice = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(dice); };
    std::vector<std::string> shown;
    for (int kill = 0; kill < kills; ++kill) {
        fs::remove(DataDirectory{data}.crashes()); // days lie between the kills
        AutomatedKiosk kiosk(data, folder.path(), {"--window", "1024x600", "--start", "till"});
        // A sale takes five requests, signing in and opening the shift up to nine.
        const int last = throw_dice(1, 60);
        DoomedCashier(kiosk, last, std::chrono::microseconds(throw_dice(0, 60'000))).work();
        CHECK(kiosk.end(SIGKILL).signal == SIGKILL);
        shown.insert(shown.end(), kiosk.change_shown().begin(), kiosk.change_shown().end());
        const auto report = verify(DataDirectory{data});
        REQUIRE(report);
        REQUIRE(report->sound());
        auto reader = Database::open_reader(DataDirectory{data}.journal());
        auto sales = reader.prepare("SELECT id, total FROM sale");
        std::set<std::string> stored;
        Dong total;
        while (sales.step()) {
            REQUIRE(stored.insert(sales.text(0)).second);
            total += Dong{sales.integer(1)};
        }
        CHECK(report->perpetual_total == total);
        for (const auto& sale : shown)
            REQUIRE(stored.count(sale) == 1);
        REQUIRE(stored.size() <= shown.size() + static_cast<std::size_t>(kill) + 1); // one a kill may go unseen
    }
    return shown.size();
}

} // namespace

TEST_CASE("a sale whose change was shown survives kill -9 of the kiosk at any moment", "[danger][kill][kiosk]") {
    CHECK(kill_at_random(12, 20261124) > 10);
}

TEST_CASE("a sale whose change was shown survives 300 kills of the kiosk", "[danger][kill][kiosk][soak]") {
    CHECK(kill_at_random(300, 24112026) > 300);
}
