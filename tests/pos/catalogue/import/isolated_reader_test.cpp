#include "pos/catalogue/import/isolated_reader.h"

#include "pos/catalogue/catalogue_json.h"
#include "pos/catalogue/import/report_json.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/package_folder.h"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

using namespace ocop;
using ocop::testing::PackageFolder;

TEST_CASE("a package read in a child process is the same as read here", "[import]") {
    const PackageFolder package;
    package.write("media/unused.png", "x");
    const auto here = read_package(package.path());
    const auto there = read_package_isolated(package.path(), nullptr, {});
    REQUIRE(there);
    REQUIRE(there->package);
    CHECK(there->problems == here.problems);
    CHECK(write_catalogue(there->package->catalogue) == write_catalogue(here.package->catalogue));
    REQUIRE(there->package->media.size() == 1);
    CHECK(there->package->media[0].name == "honey.svg");
    CHECK(there->package->media[0].file == package.path() / "media/honey.svg");
}

TEST_CASE("problems come back from the child with their values", "[import]") {
    const PackageFolder package;
    package.write("products.csv",
                  "sku,name_vi,producer,place,group,unit\nA1,Gạo,P1,L1,meat,hũ\nA1,Gạo,P1,L1,food,hũ\n");
    auto here = read_package(package.path());
    const auto there = read_package_isolated(package.path(), nullptr, {});
    REQUIRE(there);
    CHECK_FALSE(there->package);
    CHECK(there->problems.size() > 3);
    CHECK(there->problems == here.problems);
}

TEST_CASE("a child that does not answer is ended and said so", "[import]") {
    const testing::TemporaryFolder folder;
    tests::write_generated_package(2'000, folder.path());
    IsolationLimits limits;
    limits.silence = std::chrono::milliseconds(0);
    const auto report = read_package_isolated(folder.path(), nullptr, {}, limits);
    REQUIRE_FALSE(report);
    CHECK(report.error().key == "error.import_stopped");
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("a child that needs too much memory is refused, the parent lives", "[import]") {
    const PackageFolder package;
    package.write("products.csv", "sku\n" + std::string(50'000'000, 'a'));
    IsolationLimits limits;
    limits.memory = 16 * 1024 * 1024;
    const auto report = read_package_isolated(package.path(), nullptr, {}, limits);
    REQUIRE_FALSE(report);
    CHECK(report.error().key == "error.import_stopped");
    CHECK(report.error().values.at(0).second == package.path().filename().string());
}
#endif

TEST_CASE("an answer is read as untrusted", "[import]") {
    const PackageFolder package;
    const auto good = write_report(read_package(package.path()));
    REQUIRE(read_report(good, "p"));
    CHECK(read_report(good, "p")->package.has_value());
    CHECK_FALSE(read_report("", "p"));
    CHECK_FALSE(read_report("{}\n", "p"));
    CHECK_FALSE(read_report(good.substr(0, good.size() - 5), "p"));
    auto with_error = read_package(package.path());
    with_error.problems.push_back({Severity::error, "f", 1, "", "", "import.date", {}});
    CHECK_FALSE(read_report(write_report(with_error), "p"));
}
