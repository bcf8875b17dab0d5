// Workbooks that other programs saved (tests/data/README.md).
#include "pos/catalogue/catalogue_json.h"
#include "pos/catalogue/import/package_reader.h"
#include "pos/catalogue/import/workbook_reader.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

const std::filesystem::path folder = OCOP_SOURCE_DIR "/tests/data/workbooks";

} // namespace

TEST_CASE("workbooks saved by LibreOffice and by openpyxl are the catalogue of the same tables as CSV", "[import]") {
    const auto expected = read_package(folder / "csv");
    REQUIRE(expected.package);
    CHECK(expected.package->catalogue.products().size() == 12);
    const auto name = GENERATE("libreoffice.xlsx", "openpyxl.xlsx");
    const auto report = read_package(folder / name);
    for (const auto& problem : report.problems)
        CHECK(problem.severity == Severity::warning); // what is missing in the CSV form too
    CHECK(report.problems.size() == expected.problems.size());
    REQUIRE(report.package);
    CHECK(write_catalogue(report.package->catalogue) == write_catalogue(expected.package->catalogue));
}

TEST_CASE("the saved workbooks hold what a person's would: numbers, serial dates, merged cells", "[import]") {
    ProblemList problems;
    const auto saved = read_workbook(folder / "libreoffice.xlsx", problems);
    REQUIRE(saved);
    const auto& products = saved->at("products");
    CHECK(products.rows.at(0).cells.at(0) == "DANH MỤC SẢN PHẨM");
    CHECK(products.rows.at(2).cells.at(1) == "Tên sản phẩm");
    CHECK(products.merges.size() == 30); // 28 names beside the group title, and two producers with two products each
    const auto other = read_workbook(folder / "openpyxl.xlsx", problems);
    REQUIRE(other);
    const auto& certificates = other->at("certificates");
    CHECK(certificates.rows.at(6).cells.at(5) == "2021-04-06");
    CHECK(problems.all().empty());
}
