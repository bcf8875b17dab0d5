// Reads a catalogue package (assets/demo/README.md) and reports everything that is wrong with it at once.
#pragma once

#include "pos/catalogue/catalogue.h"
#include "pos/catalogue/import/problem.h"
#include "pos/catalogue/release.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ocop {

struct ImportedPackage {
    Catalogue catalogue;                 // without a release id
    std::vector<MediaSource> media;      // pictures of the package that the catalogue names
    std::vector<std::string> kept_media; // pictures it names that only the catalogue in force has
};

struct ImportReport {
    std::vector<Problem> problems;          // in the order of the files and their rows
    std::size_t left_out = 0;               // problems beyond the limit of a ProblemList
    std::optional<ImportedPackage> package; // exactly when no problem is an error
};

// An archive is unpacked into `scratch`, an empty folder of the caller, where its pictures stay; other sources need
// none. A single CSV file holds products only: producers, places and certificates must be in `in_force`, and stories
// and facts of products that stay are kept. Any thread.
ImportReport read_package(const std::filesystem::path& source, const Catalogue* in_force = nullptr,
                          const std::filesystem::path& scratch = {});

} // namespace ocop
