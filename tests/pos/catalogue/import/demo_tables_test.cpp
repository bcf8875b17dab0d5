#include "pos/catalogue/import/demo_tables.h"

#include "pos/catalogue/import/package_reader.h"
#include "tests/support/package_folder.h"

#include <catch2/catch.hpp>

using namespace ocop;
using ocop::testing::PackageFolder;

namespace {

std::vector<std::string> found_in_demo(const ProblemList& problems) {
    std::vector<std::string> all;
    for (const auto& problem : problems.all())
        all.push_back(std::to_string(problem.row) + "." + problem.column + " " + problem.key);
    return all;
}

using Found = std::vector<std::string>;

} // namespace

TEST_CASE("the demo's staff is read or refused", "[import]") {
    const PackageFolder package;
    package.write("staff.csv", "staff,name,role,pin\nlan,Lò Thị Lan,cashier,012345\nhai,Vừ A Hải,organiser,222222\n");
    ProblemList problems;
    const auto staff = read_demo_staff(package.path() / "staff.csv", problems);
    CHECK(found_in_demo(problems) == Found{});
    REQUIRE(staff.size() == 2);
    CHECK(staff[0].id == StaffId{"lan"});
    CHECK(staff[0].name == "Lò Thị Lan");
    CHECK(staff[0].pin == "012345");
    CHECK(staff[1].role == Role::organiser);

    package.write("staff.csv", "staff,name,role,pin\nlan,,boss,1234\nlan,Lan,cashier,12345a\n");
    read_demo_staff(package.path() / "staff.csv", problems);
    CHECK(found_in_demo(problems) == Found{"2.pin import.pin", "2.name import.required", "2.role import.choice",
                                           "3.staff import.duplicate", "3.pin import.pin"});
    ProblemList absent;
    CHECK(read_demo_staff(package.path() / "nobody.csv", absent).empty());
    CHECK(absent.has_errors());
}

TEST_CASE("the demo's stock is read or refused", "[import]") {
    const PackageFolder package;
    const auto report = read_package(package.path());
    REQUIRE(report.package);
    package.write("booth.csv", "sku,quantity,lot,best_before\nOC01,12,L7,2027-01-31\nOC02,2.5,,\n");
    ProblemList problems;
    const auto stock = read_demo_stock(package.path() / "booth.csv", report.package->catalogue, problems);
    CHECK(found_in_demo(problems) == Found{});
    REQUIRE(stock.size() == 2);
    CHECK(stock[0].quantity == Quantity::of(12));
    CHECK(stock[0].best_before == "2027-01-31");
    CHECK(stock[1].quantity == Quantity{2500});

    package.write("booth.csv", "sku,quantity,best_before\nOC09,0,\nOC01,1.,31/12/2026\nOC01,,\nOC01,1.2345,\n");
    read_demo_stock(package.path() / "booth.csv", report.package->catalogue, problems);
    CHECK(found_in_demo(problems) == Found{"2.sku import.unknown_id", "2.quantity import.quantity",
                                           "3.quantity import.quantity", "3.best_before import.date",
                                           "4.quantity import.required", "5.quantity import.quantity"});
}
