#include "pos/cli/import_command.h"

#include "pos/catalogue/release.h"
#include "pos/till/till.h"
#include "tests/support/package_folder.h"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

using namespace ocop;
using ocop::testing::PackageFolder;
using ocop::testing::TemporaryFolder;

namespace {

struct ImportDesk {
    TemporaryFolder folder;
    Language language = std::move(*Language::load(OCOP_SOURCE_DIR "/assets", "vi"));
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{7};
    DataDirectory directory{folder.path() / "till"};
    std::ostringstream out;
    std::ostringstream err;

    void create() { REQUIRE(Till::create(directory, "test", "Q2", clock, randomness)); }

    int run(const std::filesystem::path& source, bool check, bool json = false) {
        out.str("");
        err.str("");
        CommandContext context;
        context.directory = directory;
        context.language = &language;
        context.clock = &clock;
        context.randomness = &randomness;
        context.out = &out;
        context.err = &err;
        context.json = json;
        return run_import(context, source, check);
    }

    std::shared_ptr<const Catalogue> catalogue() {
        auto till = Till::open(directory, "test", clock, randomness);
        REQUIRE(till);
        return till->catalogue();
    }
};

const std::string new_price = "sku,name_vi,producer,place,group,certificate,unit,price,media\n"
                              "OC01,Mật ong hoa nhãn,P1,L1,food,C1,hũ,199000,honey.svg\n";

} // namespace

TEST_CASE("import puts a package in force with its pictures", "[import]") {
    ImportDesk desk;
    desk.create();
    const PackageFolder package;
    CHECK(desk.run(package.path(), false) == 0);
    CHECK(desk.err.str().empty());
    CHECK(desk.out.str().rfind("Đã nhập 2 sản phẩm và 1 ảnh.", 0) == 0);
    const auto catalogue = desk.catalogue();
    REQUIRE(catalogue->find(Sku{"OC01"}) != nullptr);
    CHECK_FALSE(catalogue->release().empty());

    SECTION("a lone table then changes prices and keeps the rest") {
        package.write("gia.csv", new_price);
        package.remove("media");
        CHECK(desk.run(package.path() / "gia.csv", false) == 0);
        const auto changed = desk.catalogue();
        REQUIRE(changed->products().size() == 1);
        CHECK(changed->products()[0].price == Dong{199000});
        CHECK(changed->products()[0].stories.count("vi") == 1);
        CHECK(desk.out.str().find("1 sản phẩm và 1 ảnh") != std::string::npos);
    }
    SECTION("a broken package changes nothing") {
        package.write("gia.csv", new_price + "OC02,,P9,L1,food,,,0,\n");
        CHECK(desk.run(package.path() / "gia.csv", false) == 1);
        CHECK(desk.catalogue()->release() == catalogue->release());
        const auto text = desk.out.str();
        CHECK(text.find("Lỗi: gia.csv, dòng 3, cột name_vi: thiếu giá trị bắt buộc.\n") != std::string::npos);
        CHECK(text.find("Lỗi: gia.csv, dòng 3, cột producer, “P9”: ") != std::string::npos);
        CHECK(text.find("Chưa nhập gì") != std::string::npos);
    }
    SECTION("the check changes nothing, even beside a running till") {
        package.write("gia.csv", new_price);
        const auto running = Till::open(desk.directory, "kiosk", desk.clock, desk.randomness);
        REQUIRE(running);
        CHECK(desk.run(package.path() / "gia.csv", true) == 0);
        CHECK(desk.run(package.path() / "gia.csv", false) == 5);
        CHECK(running->catalogue()->release() == catalogue->release());
    }
}

TEST_CASE("a check needs no data directory, an import does", "[import]") {
    ImportDesk desk;
    const PackageFolder package;
    CHECK(desk.run(package.path(), true) == 0);
    CHECK(desk.out.str().rfind("Không có lỗi: 2 sản phẩm", 0) == 0);
    CHECK_FALSE(std::filesystem::exists(desk.directory.root));
    CHECK(desk.run(package.path(), false) == 1);
    CHECK_FALSE(desk.err.str().empty());
}

TEST_CASE("a package from another system is checked whole, said cell by cell, and changes nothing", "[import]") {
    ImportDesk desk;
    desk.create();
    const PackageFolder package;
    package.write("places.csv", "\xEF\xBB\xBFplace,printed\r\nL1,S\xACn La\r\nL1,ti\xC3\xAA\xCC\x81ng\r\n");
    const auto check = GENERATE(true, false);
    CHECK(desk.run(package.path(), check) == 1);
    const auto text = desk.out.str();
    const auto says = [&](const std::string& line) { return text.find(line) != std::string::npos; };
    CHECK(says("Ghi chú: places.csv, dòng 1: đầu tệp có dấu thứ tự byte (BOM)"));
    CHECK(says("Ghi chú: places.csv: 3 dòng kết thúc theo kiểu Windows (CR LF)"));
    CHECK(says("Lỗi: places.csv, dòng 2, cột printed, “S\\xACn La”: chữ ở đây dùng bảng mã TCVN3 (ABC)."));
    CHECK(says("Ghi chú: places.csv, dòng 3, cột printed, “tiếng”: chữ dùng Unicode tổ hợp (NFD)"));
    CHECK(says("Lỗi: places.csv, dòng 3, cột place, “L1”: mã này đã có ở dòng 2."));
    CHECK(desk.catalogue()->products().empty());
}

TEST_CASE("with --json every line is an object", "[import]") {
    ImportDesk desk;
    const PackageFolder package;
    package.write("places.csv", "place,printed\nL1,\n");
    CHECK(desk.run(package.path(), true, true) == 1);
    std::istringstream lines(desk.out.str());
    std::string line;
    REQUIRE(std::getline(lines, line));
    const auto problem = nlohmann::json::parse(line);
    CHECK(problem.at("problem") == "import.required");
    CHECK(problem.at("file") == "places.csv");
    CHECK(problem.at("row") == 2);
    CHECK(problem.at("column") == "printed");
    CHECK(problem.at("severity") == "error");
    CHECK(problem.contains("message"));
    REQUIRE(std::getline(lines, line));
    const auto summary = nlohmann::json::parse(line);
    CHECK(summary.at("errors") == 1);
    CHECK(summary.at("adopted") == false);
    CHECK_FALSE(std::getline(lines, line));
}

TEST_CASE("the demo package has no errors", "[import]") {
    ImportDesk desk;
    CHECK(desk.run(OCOP_SOURCE_DIR "/assets/demo", true) == 0);
    INFO(desk.out.str());
    CHECK(desk.out.str().find("Lỗi: ") == std::string::npos);
}
