// The two tables of the demo package that are no part of a catalogue: staff.csv and booth.csv (ocop init --demo).
#pragma once

#include "pos/catalogue/catalogue.h"
#include "pos/catalogue/import/problem.h"
#include "pos/staff/staff.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ocop {

struct DemoStaff {
    StaffId id;
    std::string name;
    Role role = Role::cashier;
    std::string pin; // six digits
};

struct DemoStock {
    Sku sku; // of the catalogue
    Quantity quantity;
    std::string lot;         // may be empty
    std::string best_before; // "2026-12-31" or empty
};

// Both add what is wrong to the problems; the rows are to be used only when none of these is an error.
std::vector<DemoStaff> read_demo_staff(const std::filesystem::path& file, ProblemList& problems);
std::vector<DemoStock> read_demo_stock(const std::filesystem::path& file, const Catalogue& catalogue,
                                       ProblemList& problems);

} // namespace ocop
