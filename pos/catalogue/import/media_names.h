// The pictures of a package: what lies in media/, and what the tables name.
#pragma once

#include "pos/catalogue/import/row_reader.h"
#include "pos/catalogue/release.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace ocop {

class MediaNames {
public:
    // Lists the folder; one that does not exist is empty.
    explicit MediaNames(const std::filesystem::path& folder);

    // A picture that the catalogue in force has already, and that may be named without a file.
    void keep(const std::string& name) { in_force_.insert(name); }

    // The same for one that a row in force names, and that therefore stays.
    void keep_used(const std::string& name) {
        keep(name);
        if (!name.empty()) named_.emplace(name, false);
    }

    // Checks the cell `media`: a file name with the ending of a picture, which exists, is not too large and begins as
    // such a picture does.
    void check(RowReader& row);

    // A note for every file that nothing names.
    void report_unused(ProblemList& problems) const;

    std::vector<MediaSource> files() const; // named and present, sorted by name
    std::vector<std::string> kept() const;  // named and only in force, sorted

private:
    std::map<std::string, std::filesystem::path> files_; // by name in normal form C
    std::set<std::string> in_force_;
    std::map<std::string, bool> named_; // true: from a file
};

} // namespace ocop
