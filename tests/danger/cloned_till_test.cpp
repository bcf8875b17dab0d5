// A data directory that was copied and sells on both copies: two directories, programs as installed, one real hub, and
// a checker that shares no code with the product.
#include "tests/support/served_hub.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <csignal>
#include <fstream>

using namespace ocop;
using namespace ocop::testing;

namespace {

namespace fs = std::filesystem;

struct Scene {
    TemporaryFolder folder;
    fs::path hub = folder.path() / "hub";
    fs::path first = folder.path() / "first";
    fs::path clone = folder.path() / "clone";

    ProgramResult ocop(const fs::path& data, std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--data", data.string(), "--json"});
        auto result = run_program(program("ocop"), arguments);
        INFO(arguments[3] << ": " << result.err);
        REQUIRE(result.status == 0);
        return result;
    }
    void sell(const fs::path& data, int sales) const {
        const auto script = folder.path() / "sales.jsonl";
        std::ofstream lines(script);
        for (int i = 0; i < sales; ++i)
            lines << R"({"lines":[{"sku":"OC001","qty":)" << 1 + i % 3
                  << R"(}],"payments":[{"method":"cash","tendered":5000000}]})" << '\n';
        lines.close();
        ocop(data, {"sell", "--script", script.string()});
    }
    std::string check() const {
        const auto result =
            run_program(fs::path(OCOP_BINARY_DIR) / "history-checker",
                        {(hub / "hub.db").string(), (first / "journal.db").string(), (clone / "journal.db").string()});
        INFO(result.err);
        REQUIRE(result.status == 0);
        return result.out;
    }
};

} // namespace

TEST_CASE("sales of a copied data directory are all at the hub once, and the copy is reported", "[danger][journey]") {
    const Scene scene;
    ServedHub hub(scene.hub);
    REQUIRE(hub.listens());
    scene.ocop(scene.first, {"init", "--demo"});
    scene.ocop(scene.first, {"enrol", hub.address(), hub.new_code()});
    scene.sell(scene.first, 3);
    scene.ocop(scene.first, {"sync", "--once"});
    fs::copy(scene.first, scene.clone, fs::copy_options::recursive);

    scene.sell(scene.first, 5);
    scene.sell(scene.clone, 7);
    scene.ocop(scene.first, {"sync", "--once"});
    scene.ocop(scene.clone, {"sync", "--once"});
    CHECK(scene.check().find(" sales 15 ") != std::string::npos);
    CHECK(scene.check().find(" forks 1\n") != std::string::npos);

    // Both go on, and stay apart.
    scene.sell(scene.clone, 2);
    scene.sell(scene.first, 1);
    scene.ocop(scene.clone, {"sync", "--once"});
    scene.ocop(scene.first, {"sync", "--once"});
    CHECK(scene.check().find(" sales 18 ") != std::string::npos);
    const auto told =
        run_program(program("ocop-hub"), {"--data", scene.hub.string(), "--lang", "en", "admin", "tills"});
    CHECK(told.out.find("two histories") != std::string::npos);
    CHECK(nlohmann::json::parse(scene.ocop(scene.first, {"verify"}).out).at("sound") == true);
    CHECK(nlohmann::json::parse(scene.ocop(scene.clone, {"verify"}).out).at("sound") == true);
    CHECK(hub.end(SIGTERM).status == 0);
}
