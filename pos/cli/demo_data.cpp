#include "pos/cli/demo_data.h"

#include "pos/catalogue/import/demo_tables.h"
#include "pos/catalogue/import/package_reader.h"
#include "pos/catalogue/release.h"

namespace ocop {
namespace {

Result<> none_of(const std::vector<Problem>& problems) {
    for (const auto& problem : problems)
        if (problem.severity == Severity::error)
            return fail(ErrorKind::refused, "error.demo_broken",
                        {{"file", problem.file}, {"row", std::to_string(problem.row)}, {"value", problem.value}},
                        problem.key);
    return {};
}

// Sample data, and it says so. No bank has this number, so that nobody pays into a stranger's account.
BoothSettings demo_booth() {
    BoothSettings booth;
    booth.shop_name = "Gian hàng OCOP mẫu";
    booth.shop_address = "Dữ liệu mẫu";
    booth.fair = FairId("demo-2026");
    booth.fair_name = "Hội chợ OCOP (dữ liệu mẫu)";
    booth.booth = BoothId("A01");
    booth.booth_name = "Gian A01";
    booth.bank_bin = "999999";
    booth.bank_account = "0000000000";
    booth.bank_holder = "TAI KHOAN MAU";
    return booth;
}

Result<> adopt_demo_catalogue(Till& till, const std::filesystem::path& package) {
    const auto report = read_package(package);
    OCOP_TRY(none_of(report.problems));
    OCOP_TRY_ASSIGN(const auto stored,
                    store_release(till.journal().directory(), report.package->catalogue, report.package->media));
    return till.adopt_release(stored.manifest.release, stored.manifest_sha256);
}

Result<StaffId> add_demo_staff(Till& till, const std::filesystem::path& file) {
    ProblemList problems;
    const auto people = read_demo_staff(file, problems);
    OCOP_TRY(none_of(problems.all()));
    for (const auto& person : people) {
        OCOP_TRY_ASSIGN(auto hash, hash_pin(person.pin));
        OCOP_TRY(till.set_staff({person.id, person.name, person.role, std::move(hash), true}));
    }
    return people.empty() ? StaffId() : people.front().id;
}

} // namespace

Result<> fill_with_demo(Till& till, const std::filesystem::path& asset_root) {
    const auto package = asset_root / "demo";
    OCOP_TRY(adopt_demo_catalogue(till, package));
    OCOP_TRY_ASSIGN(const auto by, add_demo_staff(till, package / "staff.csv"));
    OCOP_TRY(till.set_booth(demo_booth()));
    ProblemList problems;
    std::vector<IntakeLine> lines;
    for (auto& row : read_demo_stock(package / "booth.csv", *till.catalogue(), problems))
        lines.push_back({std::move(row.sku), row.quantity, std::move(row.lot), std::move(row.best_before)});
    OCOP_TRY(none_of(problems.all()));
    return till.receive(lines, by);
}

} // namespace ocop
