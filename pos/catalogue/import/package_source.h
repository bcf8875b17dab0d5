// Where a package comes from: a folder, an archive of one, a workbook or a single CSV file, as raw tables and the
// folder of stories and pictures.
#pragma once

#include "pos/catalogue/import/table.h"

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace ocop {

struct PackageSource {
    std::filesystem::path root;             // holds stories/ and media/
    std::map<std::string, RawTable> tables; // by name: "products", "producers", "places", "certificates", "facts"
    std::set<std::string> unreadable;       // tables that are missing or could not be read, which has been reported
    bool products_only = false;             // one CSV file: everything else is as in the catalogue in force
};

// The name of the column that finds the header of a table; nullopt: no table of a package has this name.
std::optional<std::string_view> first_column_of(std::string_view table);

// nullopt: nothing could be read, and the problems say why. Missing tables are reported, wrong cells are not looked at.
// An archive is unpacked into `scratch`, an empty folder; it may hold one folder around everything. A folder without
// CSV tables may hold one workbook instead. Stories and pictures of a workbook lie beside it.
std::optional<PackageSource> open_package(const std::filesystem::path& source, const std::filesystem::path& scratch,
                                          ProblemList& problems);

} // namespace ocop
