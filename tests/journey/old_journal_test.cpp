// A till's folder of every schema that was ever in use opens for ever: its sales are there, it goes on selling, and the
// chain it began holds.
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace ocop;
using namespace ocop::testing;
namespace fs = std::filesystem;

namespace {

// What is known of a folder in tests/data (its README says how it was made).
struct OldTill {
    const char* name;
    int entries;
    std::int64_t perpetual_total;
    const char* head;
    const char* next_receipt;
};

constexpr OldTill old_tills[] = {
    {"till-schema-1", 15, 1'600'000, "922e87d7ce90e26b2d506de282ee3c0db3a0447f2f18f3e6fd64590d2812f651", "Q1A-000007"},
    {"till-schema-2", 13, 800'000, "1d8e2b43ee04122de9d964807db94518c011ec2df27b2f44b9708cfacd1d08fe", "Q1A-000004"},
};

nlohmann::json last_line(const ProgramResult& result) {
    INFO(result.err);
    REQUIRE(result.status == 0);
    return nlohmann::json::parse(result.out.substr(result.out.rfind('\n', result.out.size() - 2) + 1));
}

} // namespace

TEST_CASE("a till's folder of every schema opens, keeps its sales and sells on", "[journey]") {
    for (const OldTill& old : old_tills) {
        INFO(old.name);
        const TemporaryFolder folder;
        const fs::path data = folder.path() / "till";
        fs::copy(fs::path(OCOP_SOURCE_DIR) / "tests/data" / old.name, data, fs::copy_options::recursive);
        fs::permissions(data, fs::perms::owner_all);
        const auto ocop = [&](std::vector<std::string> arguments) {
            arguments.insert(arguments.begin(), {"--data", data.string(), "--json"});
            return last_line(run_program(program("ocop"), arguments));
        };
        const auto before = ocop({"verify"});
        CHECK(before.at("entries") == old.entries);
        CHECK(before.at("head") == old.head);
        CHECK(before.at("perpetual_total") == old.perpetual_total);

        const fs::path script = folder.path() / "sales.jsonl";
        std::ofstream(script)
            << R"({"lines":[{"sku":"OC001","qty":1}],"payments":[{"method":"cash","tendered":200000}]})"
            << "\n";
        const auto sold = ocop({"sell", "--script", script.string()});
        CHECK(sold.at("receipt") == old.next_receipt);
        const auto after = ocop({"verify"});
        CHECK(after.at("entries") == sold.at("seq"));
        CHECK(after.at("perpetual_total") == old.perpetual_total + sold.at("total").get<std::int64_t>());
        const auto exported = ocop({"export", "--format", "csv", "--out", (folder.path() / "all.csv").string()});
        CHECK(exported.at("total") == after.at("perpetual_total"));
    }
}
