// Slips sent to a virtual printer that breaks in every way, at every byte that matters.
#include "kiosk/devices/printing.h"

#include "kiosk/devices/virtual_line.h"
#include "tests/support/slips.h"

#include <catch2/catch.hpp>

#include <set>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

namespace {

struct Bench {
    std::shared_ptr<SharedPrinter> shared = std::make_shared<SharedPrinter>();
    VirtualPrinter& printer = shared->printer;
    VirtualLine line{shared};
    PrinterTalk talk{line, {}};

    PrintOutcome print(const std::string& bytes) {
        const auto look = talk.look();
        CHECK(look.trouble == PrinterTrouble::none);
        return talk.print(bytes, look);
    }
};

// The first bytes of commands in the stream, and the places around them and inside of pictures.
std::set<std::size_t> places_that_matter(const std::string& bytes) {
    std::set<std::size_t> places;
    for (std::size_t at = 0; at < bytes.size(); at += 97)
        places.insert(at);
    for (auto at = bytes.find(std::string("\x1d\x76\x30", 3)); at != std::string::npos;
         at = bytes.find(std::string("\x1d\x76\x30", 3), at + 1))
        for (std::size_t near = at < 2 ? 0 : at - 2; near <= at + 10 && near < bytes.size(); ++near)
            places.insert(near);
    for (std::size_t left = 1; left <= 12; ++left)
        places.insert(bytes.size() - left);
    return places;
}

} // namespace

TEST_CASE("a slip comes out as it was drawn, cut off, with the drawer open", "[devices][printing]") {
    for (const int dots : {dots_80mm, dots_58mm}) {
        Bench bench;
        const auto picture = slip_picture(dots);
        const auto outcome = bench.print(escpos_bytes(picture, true));
        CHECK(outcome.state == PrintState::printed);
        CHECK_FALSE(outcome.low_paper);
        REQUIRE(bench.printer.slips().size() == 1);
        CHECK(bench.printer.slips()[0].cut);
        CHECK(is_picture(bench.printer.slips()[0].picture.bits, picture.bits));
        CHECK(bench.printer.garbage() == 0);
        CHECK(bench.printer.drawer_opened() == 1);
    }
}

TEST_CASE("a printer that never answers is believed once it took everything", "[devices][printing]") {
    Bench bench;
    bench.printer.answers = false;
    const auto look = bench.talk.look();
    CHECK_FALSE(look.answers);
    CHECK(bench.talk.print(escpos_bytes(slip_picture(), false), look).state == PrintState::printed);
    CHECK(bench.printer.slips().size() == 1);
}

TEST_CASE("a printer that does not know GS r is asked whether it is well", "[devices][printing]") {
    Bench bench;
    bench.printer.knows_in_turn = false;
    CHECK(bench.print(escpos_bytes(slip_picture(), false)).state == PrintState::printed);
    CHECK(bench.printer.garbage() == 0);
}

TEST_CASE("without paper or with an open cover nothing is sent, and the drawer opens all the same",
          "[devices][printing]") {
    Bench bench;
    bench.printer.paper_left = 0;
    CHECK(bench.talk.look().trouble == PrinterTrouble::no_paper);
    bench.talk.open_drawer();
    CHECK(bench.printer.drawer_opened() == 1);
    bench.printer.paper_left.reset();
    bench.printer.cover_open = true;
    CHECK(bench.talk.look().trouble == PrinterTrouble::cover_open);
    bench.printer.cover_open = false;
    bench.printer.paper_left = VirtualPrinter::low_paper_rows - 1;
    const auto look = bench.talk.look();
    CHECK(look.trouble == PrinterTrouble::none);
    CHECK(look.low_paper);
    CHECK(bench.printer.blank());
}

TEST_CASE("unplugged at any byte: what is said of the slip is never more than is on paper", "[devices][printing]") {
    const auto picture = slip_picture();
    const auto bytes = escpos_bytes(picture, true);
    for (const auto place : places_that_matter(bytes)) {
        Bench bench;
        const auto look = bench.talk.look();
        bench.printer.unplug_after = bench.printer.received() + place;
        const auto outcome = bench.talk.print(bytes, look);
        INFO("unplugged after " << place << " of " << bytes.size() << " bytes");
        REQUIRE(outcome.state == (place == 0 ? PrintState::failed : PrintState::unknown));
        REQUIRE((outcome.trouble == PrinterTrouble::gone || outcome.trouble == PrinterTrouble::silent));
        if (outcome.state == PrintState::failed) REQUIRE(bench.printer.blank());
    }
}

TEST_CASE("plugged in again after any byte, the next slip comes out whole", "[devices][printing]") {
    const auto picture = slip_picture();
    const auto bytes = escpos_bytes(picture, false);
    for (const auto place : places_that_matter(bytes)) {
        Bench bench;
        bench.printer.receive(std::string_view(bytes).substr(0, place)); // and the cable came loose; it stays on
        INFO("broken off after " << place << " bytes");
        REQUIRE(bench.talk.clear_broken_off());
        REQUIRE(bench.print(bytes).state == PrintState::printed);
        REQUIRE(bench.printer.garbage() == 0);
        const auto& last = bench.printer.slips().back().picture.bits;
        REQUIRE(last.size() >= picture.bits.size());
        REQUIRE(is_picture({last.end() - static_cast<std::ptrdiff_t>(picture.bits.size()), last.end()}, picture.bits));
    }
}

TEST_CASE("paper that runs out in any band leaves a slip that nobody vouches for", "[devices][printing]") {
    const auto picture = slip_picture();
    const auto bytes = escpos_bytes(picture, false);
    for (int rows = 1; rows < picture.height; rows += 7) {
        Bench bench;
        bench.printer.paper_left = rows;
        const auto outcome = bench.print(bytes);
        INFO(rows << " of " << picture.height << " rows");
        REQUIRE(outcome.state == PrintState::unknown);
        REQUIRE(outcome.trouble == PrinterTrouble::no_paper);
        bench.printer.load_paper(std::nullopt);
    }
    Bench enough;
    enough.printer.paper_left = picture.height + 4 * 30 + 1;
    CHECK(enough.print(bytes).state == PrintState::printed);
}

TEST_CASE("a cover opened in the middle is named", "[devices][printing]") {
    Bench bench;
    const auto look = bench.talk.look();
    bench.printer.cover_open = true;
    const auto outcome = bench.talk.print(escpos_bytes(slip_picture(), false), look);
    CHECK(outcome.state == PrintState::unknown);
    CHECK(outcome.trouble == PrinterTrouble::cover_open);
}

TEST_CASE("a printer switched off after the last byte does not count as printed", "[devices][printing]") {
    Bench bench;
    const auto bytes = escpos_bytes(slip_picture(), false);
    const auto look = bench.talk.look();
    bench.printer.unplug_after = bench.printer.received() + bytes.size();
    const auto outcome = bench.talk.print(bytes, look);
    CHECK(outcome.state == PrintState::unknown);
    CHECK(outcome.trouble == PrinterTrouble::gone);
}

TEST_CASE("the virtual printer prints a picture that is too long for it as garbage", "[devices][printing]") {
    VirtualPrinter printer;
    printer.receive(std::string("\x1b\x40\x1d\x76\x30\x00\x48\x00\x00\x01", 10)); // 256 rows of 72 bytes
    CHECK(printer.garbage() > 0);
}
