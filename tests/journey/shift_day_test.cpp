// A shift from the command line to its slips: what is sold is on the X, the drawer is pulled and counted, and the Z
// that is stored equals SQL over the raw entries.
#include "pos/shifts/shift_figures.h"
#include "pos/store/whole_file.h"
#include "pos/till/till.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/z_from_entries.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace ocop;
using namespace ocop::testing;

namespace {

struct ShiftJourney {
    TemporaryFolder folder;
    std::filesystem::path file(const std::string& name) const { return folder.path() / name; }
    int ocop(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--data", file("till").string()});
        return run_program(program("ocop"), arguments).status.value_or(-1);
    }
    std::string slip(const std::string& command) const {
        REQUIRE(ocop({command, "--out", file(command + ".txt").string()}) == 0);
        return *read_bytes(file(command + ".txt"), 100'000);
    }
};

constexpr const char* sales = R"({"lines":[{"sku":"OC001","qty":2}],"payments":[{"method":"cash","tendered":500000}]})"
                              "\n"
                              R"({"lines":[{"sku":"OC008","qty":1}],"payments":[{"method":"transfer"}]})"
                              "\n";

} // namespace

TEST_CASE("a shift's X and Z leave the till as slips", "[journey][shifts]") {
    const ShiftJourney journey;
    REQUIRE(journey.ocop({"init", "--demo", "--till", "Q7"}) == 0);
    CHECK(journey.ocop({"x-report", "--out", journey.file("none.txt").string()}) == 1); // no shift is open
    CHECK(journey.ocop({"z-report", "--out", journey.file("none.txt").string()}) == 1);
    std::ofstream(journey.file("sales.jsonl")) << sales;
    REQUIRE(journey.ocop({"sell", "--script", journey.file("sales.jsonl").string()}) == 0);
    const auto x = journey.slip("x-report");
    CHECK(x.find("BÁO CÁO X") != std::string::npos);
    CHECK(x.find("500.000") != std::string::npos); // the note, not what stayed of it
    CHECK(x.find("Q7A-000001 – Q7A-000002") != std::string::npos);

    const DataDirectory directory{journey.file("till")};
    ShiftId shift;
    {
        SystemClock clock;
        SystemRandomness randomness;
        auto till = Till::open(directory, "the test", clock, randomness);
        REQUIRE(till);
        const StaffId by = till->staff().front().id;
        const auto pulled = till->pull_shift(by);
        REQUIRE(pulled);
        shift = pulled->id;
        REQUIRE(till->count_shift({shift, by, Dong{1'000}, {{Dong{1'000}, 1}}, {}, "Chưa rõ", ""}));
    }
    auto database = Database::open_reader(directory.journal());
    const auto stored = read_last_z_report(database);
    REQUIRE(stored);
    CHECK(stored->figures == z_from_entries(directory.journal(), shift));
    const auto z = journey.slip("z-report");
    CHECK(z.find("BÁO CÁO Z") != std::string::npos);
    CHECK(z.find("Chưa rõ") != std::string::npos);
    CHECK(journey.ocop({"x-report", "--out", journey.file("none.txt").string()}) == 1);
    REQUIRE(journey.ocop({"z-report", "1", "--format", "png", "--out", journey.file("z.png").string()}) == 0);
    CHECK(read_bytes(journey.file("z.png"), 10'000'000)->substr(1, 3) == "PNG");
    CHECK(journey.ocop({"verify"}) == 0);
}

TEST_CASE("the folder for backups is remembered when it can be written", "[journey][backup]") {
    const ShiftJourney journey;
    REQUIRE(journey.ocop({"init", "--demo"}) == 0);
    CHECK(journey.ocop({"backup-folder", journey.file("nowhere").string()}) == 1);
    std::filesystem::create_directories(journey.file("disk"));
    REQUIRE(journey.ocop({"backup-folder", journey.file("disk").string()}) == 0);
    SystemClock clock;
    SystemRandomness randomness;
    const DataDirectory directory{journey.file("till")};
    CHECK(Journal::open(directory, "the test", clock, randomness)->local("backup.folder") ==
          journey.file("disk").string());
    REQUIRE(journey.ocop({"backup-folder"}) == 0);
    CHECK_FALSE(Journal::open(directory, "the test", clock, randomness)->local("backup.folder"));
}
