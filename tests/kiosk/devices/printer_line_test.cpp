#include "kiosk/devices/printer_line.h"

#include "kiosk/devices/printing.h"
#include "pos/store/whole_file.h"
#include "tests/support/network_printer.h"
#include "tests/support/slips.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>

using namespace ocop;
using namespace ocop::kiosk;
using namespace ocop::test;

namespace {

const PrinterPatience patience{std::chrono::milliseconds(2'000), std::chrono::milliseconds(2'000),
                               std::chrono::milliseconds(20'000)};

} // namespace

TEST_CASE("a slip goes over the network, and the printer vouches for it", "[devices][printing]") {
    NetworkPrinter network;
    auto line = open_printer_line(network.address(), patience);
    REQUIRE(line);
    PrinterTalk talk(**line, patience);
    const auto look = talk.look();
    CHECK(look.answers);
    CHECK(talk.print(escpos_bytes(slip_picture(), true), look).state == PrintState::printed);
    network.with([](const VirtualPrinter& printer) {
        REQUIRE(printer.slips().size() == 1);
        CHECK(is_picture(printer.slips()[0].picture.bits, slip_picture().bits));
        CHECK(printer.garbage() == 0);
        CHECK(printer.drawer_opened() == 1);
    });
}

TEST_CASE("a network printer that is pulled out midway leaves a slip that nobody vouches for", "[devices][printing]") {
    const auto bytes = escpos_bytes(slip_picture(), false);
    for (const std::size_t after : {std::size_t{1}, std::size_t{4100}, bytes.size() / 2, bytes.size() - 1}) {
        NetworkPrinter network;
        auto line = open_printer_line(network.address(), patience);
        REQUIRE(line);
        PrinterTalk talk(**line, patience);
        const auto look = talk.look();
        network.with([&](VirtualPrinter& printer) { printer.unplug_after = printer.received() + after; });
        INFO(after << " bytes");
        CHECK(talk.print(bytes, look).state == PrintState::unknown);
    }
}

TEST_CASE("a printer that is off, a wrong address and a plain file are unreachable, and nothing is created",
          "[devices][printing]") {
    const ocop::testing::TemporaryFolder folder;
    const auto absent = folder.path() / "lp0";
    CHECK(open_printer_line("file:" + absent.string(), patience).error().key == "error.printer_unreachable");
    CHECK_FALSE(std::filesystem::exists(absent));
    const auto plain = folder.path() / "plain";
    REQUIRE(write_bytes(plain, "kept"));
    CHECK_FALSE(open_printer_line("file:" + plain.string(), patience));
    CHECK(*read_bytes(plain, 100) == "kept");
    std::string off;
    {
        NetworkPrinter network;
        off = network.address();
    }
    CHECK_FALSE(open_printer_line(off, patience));
    for (const auto* address : {"", "tcp:", "tcp:127.0.0.1", "tcp:127.0.0.1:", "lpt1", "tcp:127.0.0.1:99999999"}) {
        INFO(address);
        CHECK_FALSE(open_printer_line(address, patience));
    }
}

TEST_CASE("a device file takes every byte of a slip as it is", "[devices][printing]") {
    const int device = ::posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(device >= 0);
    REQUIRE(::grantpt(device) == 0);
    REQUIRE(::unlockpt(device) == 0);
    termios raw{};
    REQUIRE(::tcgetattr(device, &raw) == 0);
    ::cfmakeraw(&raw);
    REQUIRE(::tcsetattr(device, TCSANOW, &raw) == 0);
    auto line = open_printer_line(std::string("file:") + ::ptsname(device), patience);
    REQUIRE(line);
    const auto bytes = escpos_bytes(slip_picture(), false);
    std::string arrived;
    std::size_t sent = 0;
    while (arrived.size() < bytes.size()) {
        if (sent < bytes.size()) {
            const auto written = (*line)->write(std::string_view(bytes).substr(sent, 1024), patience.stall);
            REQUIRE_FALSE(written.gone);
            sent += written.taken;
        }
        char some[4096];
        const auto count = ::read(device, some, sizeof some);
        REQUIRE(count > 0);
        arrived.append(some, static_cast<std::size_t>(count));
    }
    CHECK(arrived == bytes);
    const char answer = 0x12;
    REQUIRE(::write(device, &answer, 1) == 1);
    CHECK((*line)->read(patience.answer) == std::uint8_t{0x12});
    ::close(device);
    CHECK((*line)->write("x", patience.stall).gone);
}
