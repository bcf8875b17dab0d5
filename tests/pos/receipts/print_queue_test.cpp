#include "pos/receipts/print_queue.h"

#include "pos/receipts/printer_settings.h"
#include "pos/store/whole_file.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;

namespace {

struct Desk {
    ocop::testing::TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {10, 42, 0})};
    SeededRandomness randomness{5};
    DataDirectory directory{folder.path() / "till"};
    std::optional<Journal> journal = std::move(*Journal::create(directory, "test", "Q2", clock, randomness));
    std::optional<PrintQueue> queue{std::in_place, *journal, clock};

    // As a sale brings its slip along: in the transaction of its entry.
    PrintJob sell(const std::string& sale) {
        const PrintJob job{sale, "Q2A-" + sale, 0, true, PrintState::waiting, {}, clock.now(), false};
        const EntryDraft draft{kind::fault, sale, *Day::parse("2026-11-23"), false, {}};
        REQUIRE(journal->append(draft, nlohmann::json{{"lines", "none"}}, PrintQueue::beside(job)));
        return *queue->take_in(sale);
    }
    void restart() {
        queue.reset();
        journal.reset();
        journal = std::move(*Journal::open(directory, "test", clock, randomness));
        queue.emplace(*journal, clock);
    }
    PrintJob job(const std::string& sale) { return **queue->find(sale); }
};

} // namespace

TEST_CASE("a slip is there exactly when its sale is", "[receipts][printing]") {
    Desk desk;
    const auto job = desk.sell("S1");
    CHECK(job.state == PrintState::waiting);
    CHECK(job.open_drawer);
    desk.restart();
    REQUIRE(desk.queue->jobs().size() == 1);
    CHECK(desk.queue->jobs().front() == job);
    CHECK_FALSE(desk.queue->take_in("S1")); // known already: it is not printed a second time
    CHECK_FALSE(desk.queue->take_in("S2"));
}

TEST_CASE("what was printing when the power went may be on paper, what waited is not", "[receipts][printing]") {
    Desk desk;
    desk.sell("S1");
    desk.sell("S2");
    REQUIRE(desk.queue->begin("S1", 0));
    desk.restart();
    CHECK(desk.job("S1").state == PrintState::unknown);
    CHECK(desk.job("S1").trouble == PrinterTrouble::interrupted);
    CHECK(desk.job("S2").state == PrintState::waiting);
    CHECK_FALSE(desk.queue->begin("S1", 0)); // nobody prints it again by itself
    desk.restart();
    CHECK(desk.job("S1").state == PrintState::unknown);
}

TEST_CASE("only what may be on paper becomes a copy", "[receipts][printing]") {
    Desk desk;
    desk.sell("S1");
    CHECK(desk.queue->again("S1", "Q2A-S1").error().kind == ErrorKind::busy);
    REQUIRE(desk.queue->give_up("S1", 0, PrinterTrouble::unreachable));
    CHECK(desk.job("S1").wants_care());
    auto again = desk.queue->again("S1", "Q2A-S1"); // nothing of it was sent
    REQUIRE(again);
    CHECK(again->copy == 0);
    CHECK_FALSE(again->open_drawer);
    REQUIRE(desk.queue->begin("S1", 0));
    CHECK(desk.queue->again("S1", "Q2A-S1").error().kind == ErrorKind::busy);
    REQUIRE(desk.queue->end("S1", 0, PrintState::unknown, PrinterTrouble::gone));
    again = desk.queue->again("S1", "Q2A-S1");
    REQUIRE(again);
    CHECK(again->copy == 1);
    REQUIRE(desk.queue->begin("S1", 1));
    REQUIRE(desk.queue->end("S1", 0, PrintState::printed, {})); // of another copy: too late
    CHECK(desk.job("S1").state == PrintState::printing);
    REQUIRE(desk.queue->end("S1", 1, PrintState::printed, {}));
    desk.restart();
    CHECK(desk.queue->jobs().empty()); // nothing is left to do
    CHECK(desk.queue->again("S1", "Q2A-S1")->copy == 2);
}

TEST_CASE("a person who has looked hears no more of a slip, and can still have a copy", "[receipts][printing]") {
    Desk desk;
    desk.sell("S1");
    REQUIRE(desk.queue->begin("S1", 0));
    REQUIRE(desk.queue->end("S1", 0, PrintState::unknown, PrinterTrouble::silent));
    REQUIRE(desk.queue->dismiss("S1"));
    CHECK_FALSE(desk.job("S1").wants_care());
    desk.restart();
    CHECK_FALSE(desk.job("S1").wants_care());
    CHECK(desk.queue->again("S1", "Q2A-S1")->copy == 1);
    CHECK(desk.queue->again("S0", "Q2A-S0")->copy == 0); // sold when there was no printer
}

TEST_CASE("a row that cannot be read counts as on paper", "[receipts][printing]") {
    Desk desk;
    for (const auto* value : {"", "[]", "{\"state\":\"lost\"}", "{\"copy\":\"x\"}"}) {
        REQUIRE(desk.journal->set_local("print/S9", value));
        desk.restart();
        INFO(value);
        CHECK(desk.job("S9").state == PrintState::unknown);
        CHECK(desk.queue->again("S9", "Q2A-S9")->copy == 1);
    }
}

TEST_CASE("a printer is remembered for this machine, and a damaged file is none", "[receipts][printing]") {
    const ocop::testing::TemporaryFolder folder;
    const DataDirectory directory{folder.path() / "till"};
    REQUIRE(directory.create());
    CHECK_FALSE(load_printer_settings(directory)->configured());
    const PrinterSettings printer{"tcp:192.168.1.50:9100", 58, false};
    REQUIRE(save_printer_settings(directory, printer));
    CHECK(*load_printer_settings(directory) == printer);
    for (const auto* text : {"", "[]", "{\"printer\":{\"address\":\"smtp:x\"}}", "{\"printer\":{\"paper_mm\":70}}",
                             "{\"printer\":{\"paper_mm\":\"80\"}}"}) {
        INFO(text);
        REQUIRE(write_bytes(directory.devices(), text));
        CHECK(load_printer_settings(directory).error().key == "error.devices_broken");
    }
}
