// ocop import SOURCE [--check]: a folder, .zip, .xlsx or .csv catalogue (assets/demo/README.md).
#pragma once

#include "pos/catalogue/import/package_reader.h"
#include "pos/catalogue/release.h"
#include "pos/cli/command_context.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace ocop {

// Prints every problem on a line of its own with file, row, column and value, then a summary. With an error nothing is
// changed and the status is 1. Otherwise the catalogue is stored as a release and put in force; with `check` nothing
// is changed at all, and no data directory is needed.
int run_import(const CommandContext& context, const std::filesystem::path& source, bool check);

// The catalogue that a lone table is read beside.
struct CatalogueInForce {
    ReleaseManifest manifest;
    Catalogue catalogue;
};
// Nothing when manifest_sha256 is empty.
Result<std::optional<CatalogueInForce>> read_catalogue_in_force(const DataDirectory& directory,
                                                                const std::string& manifest_sha256);

// Stores a package that was read without errors; pictures that a lone table keeps come from the catalogue in force.
Result<StoredRelease> store_package(const DataDirectory& directory, const ImportedPackage& package,
                                    const std::optional<CatalogueInForce>& in_force);

// run_import for whoever puts catalogues in force: `adopt` is called once, for a package without errors.
using AdoptPackage = std::function<Result<StoredRelease>(const ImportedPackage&)>;
int run_import_into(const CommandContext& context, const std::filesystem::path& source, bool check,
                    const std::optional<CatalogueInForce>& in_force, const AdoptPackage& adopt);

} // namespace ocop
