// The ids that rows may name, and where each was first given.
#pragma once

#include "pos/catalogue/import/row_reader.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace ocop {

class KnownIds {
public:
    // Registers the id of a row; a second one is a problem that names the first row. Empty ids are passed over; after
    // one that could not be read every name counts as known, because any may be it.
    void add(RowReader& row, std::string_view column, const std::string& id) {
        if (row.is_refused(column)) accept_all();
        if (id.empty()) return;
        const auto [first, added] = lines_.emplace(id, row.line());
        if (!added)
            row.report(Severity::error, column, id, "import.duplicate", {{"row", std::to_string(first->second)}});
    }

    // An id from elsewhere, such as the catalogue in force.
    void add(const std::string& id) { lines_.emplace(id, 0); }

    // The ids could not be read, which has been reported: every name counts as known.
    void accept_all() { accept_all_ = true; }

    // Checks the name that a cell gives; an unknown one is a problem. Empty names are passed over.
    void check(RowReader& row, std::string_view column, std::string_view table) const {
        const auto& id = row.text(column);
        if (id.empty() || accept_all_ || lines_.count(id) != 0) return;
        row.refuse(column, "import.unknown_id", {{"table", std::string(table)}});
    }

    bool has(const std::string& id) const { return accept_all_ || lines_.count(id) != 0; }

private:
    std::unordered_map<std::string, std::size_t> lines_;
    bool accept_all_ = false;
};

} // namespace ocop
