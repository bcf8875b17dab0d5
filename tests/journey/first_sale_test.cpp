// The product's promise from the command line: a till is made, sells, proves its journal and hands out a spreadsheet
// and a slip. The programs are the ones that are installed.
#include "pos/journal/journal.h"
#include "pos/store/whole_file.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace ocop;
using namespace ocop::testing;

namespace {

struct Journey {
    TemporaryFolder folder;
    std::filesystem::path file(const std::string& name) const { return folder.path() / name; }
    ProgramResult ocop(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--data", file("till").string(), "--json"});
        return run_program(program("ocop"), arguments);
    }
    nlohmann::json must(const std::vector<std::string>& arguments) const {
        const auto result = ocop(arguments);
        INFO(arguments.front() << ": " << result.err);
        REQUIRE(result.status == 0);
        return nlohmann::json::parse(result.out.substr(result.out.rfind('\n', result.out.size() - 2) + 1));
    }
};

constexpr const char* two_sales =
    R"({"lines":[{"sku":"OC001","qty":2},{"barcode":"2900000070004"}],"payments":[{"method":"cash","tendered":500000}]})"
    "\n"
    R"({"lines":[{"sku":"OC008","qty":1}],"payments":[{"method":"transfer"}]})"
    "\n";

} // namespace

TEST_CASE("from an empty folder to a sale, its proof, its spreadsheet and its slip", "[journey]") {
    const Journey journey;
    CHECK(journey.must({"init", "--demo", "--till", "Q7"}).at("products") >= 60);
    std::ofstream(journey.file("sales.jsonl")) << two_sales;
    const auto last = journey.must({"sell", "--script", journey.file("sales.jsonl").string()});
    CHECK(last.at("receipt") == "Q7A-000002");
    const auto proof = journey.must({"verify"});
    CHECK(proof.at("sound") == true);
    CHECK(proof.at("entries") == last.at("seq"));

    const auto sheet = journey.must({"export", "--format", "xlsx", "--out", journey.file("sales.xlsx").string()});
    CHECK(sheet.at("total") == proof.at("perpetual_total"));
    CHECK(sheet.at("rows") == 3);
    CHECK(journey.must({"export", "--format", "csv", "--out", journey.file("sales.csv").string()}).at("rows") == 3);
    CHECK(read_bytes(journey.file("sales.csv"), 100'000)->substr(0, 3) == "\xEF\xBB\xBF");
    journey.must({"receipt", "Q7A-000001", "--out", journey.file("slip.txt").string()});
    CHECK(read_bytes(journey.file("slip.txt"), 100'000)->find("Mật ong rừng Bình Liêu") != std::string::npos);
    journey.must({"receipt", "Q7A-000001", "--format", "png", "--out", journey.file("slip.png").string()});
    CHECK(read_bytes(journey.file("slip.png"), 10'000'000)->substr(1, 3) == "PNG");

    journey.must({"rebuild"});
    CHECK(journey.must({"verify"}).at("head") == proof.at("head"));
    journey.must({"backup", journey.file("copy").string()});
    CHECK(run_program(program("ocop"), {"--data", journey.file("copy").string(), "verify"}).status == 0);
}

TEST_CASE("refusals name what is wrong and change nothing", "[journey]") {
    const Journey journey;
    CHECK(journey.ocop({"verify"}).status != 0);
    journey.must({"init", "--demo"});
    const auto before = journey.must({"verify"}).at("head");
    CHECK(journey.ocop({"init"}).status == 1);
    std::ofstream(journey.file("bad.jsonl"))
        << two_sales << R"({"lines":[{"sku":"OC001","qty":-1}],"payments":[{"method":"cash"}]})" << '\n';
    const auto refused = journey.ocop({"sell", "--script", journey.file("bad.jsonl").string()});
    CHECK(refused.status == 1);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("qty") != std::string::npos);
    CHECK(refused.err.find('3') != std::string::npos);
    CHECK(journey.ocop({"settle", "--producer", "le-gia"}).status == 2);
    CHECK(journey.ocop({"no-such-command"}).status == 2);
    CHECK(journey.must({"verify"}).at("head") == before);
}

TEST_CASE("the demo catalogue is imported without an error", "[journey]") {
    const Journey journey;
    journey.must({"init"});
    const auto package = (std::filesystem::path(OCOP_SOURCE_DIR) / "assets" / "demo").string();
    CHECK(journey.ocop({"import", package, "--check"}).status == 0);
    CHECK(journey.ocop({"import", package}).status == 0);
    CHECK(journey.ocop({"import", journey.file("nothing").string()}).status == 1);
}

TEST_CASE("the exit status tells scripts what kind of trouble there is", "[journey]") {
    const Journey journey;
    journey.must({"init", "--demo"});
    std::ofstream(journey.file("sales.jsonl")) << two_sales;
    journey.must({"sell", "--script", journey.file("sales.jsonl").string()});
    CHECK(journey.ocop({"export", "--format", "pdf", "--out", journey.file("sales.pdf").string()}).status == 2);
    CHECK_FALSE(std::filesystem::exists(journey.file("sales.pdf")));

    const auto database = DataDirectory{journey.file("till")}.journal();
    {
        SystemClock clock;
        SystemRandomness randomness;
        const auto held = Journal::open(DataDirectory{journey.file("till")}, "the test", clock, randomness);
        REQUIRE(held);
        const auto refused = journey.ocop({"sell", "--script", journey.file("sales.jsonl").string()});
        CHECK(refused.status == 5);
        CHECK(refused.err.find("the test") != std::string::npos);
    }
    Database::open_writer(database).execute("UPDATE entry SET bytes = replace(bytes, 'OC001', 'OC002') WHERE seq = "
                                            "(SELECT min(seq) FROM entry WHERE kind = 'sale')");
    const auto broken = journey.ocop({"verify"});
    CHECK(broken.status == 1);
    CHECK(nlohmann::json::parse(broken.out).at("first_bad_seq").is_number());

    Database::open_writer(database).execute("PRAGMA user_version = 99");
    CHECK(journey.ocop({"sell", "--script", journey.file("sales.jsonl").string()}).status == 6);
    std::ofstream(database, std::ios::trunc) << std::string(8'192, 'x');
    std::filesystem::remove(database.string() + "-wal");
    std::filesystem::remove(database.string() + "-shm");
    CHECK(journey.ocop({"sell", "--script", journey.file("sales.jsonl").string()}).status == 3);
    CHECK(journey.ocop({"verify"}).status == 3);
}
