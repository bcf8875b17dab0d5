#include "pos/catalogue/import/workbook_reader.h"

#include "pos/catalogue/import/archive.h"
#include "pos/catalogue/import/cell_text.h"
#include "pos/catalogue/import/workbook_parts.h"

#include <array>
#include <fstream>
#include <stdexcept>

namespace ocop {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_workbook = 512ULL * 1024 * 1024; // bytes, unpacked

std::string part_of(const fs::path& file, const std::string& name) {
    auto bytes = read_entry(file, name, largest_workbook);
    if (!bytes) throw std::invalid_argument("no part " + name);
    return std::move(*bytes);
}

// The name of a part that another part in `folder` refers to.
std::string part_name(const std::string& target, const std::string& folder) {
    if (target.substr(0, 1) == "/") return target.substr(1);
    return (fs::path(folder) / target).lexically_normal().string();
}

// Reads the parts one after another; throws when one is missing or damaged.
std::map<std::string, RawTable> read_sheets(const fs::path& file, const std::string& shown, ProblemList& problems) {
    std::string book_name;
    for (const auto& [id, relation] : read_relations(part_of(file, "_rels/.rels")))
        if (relation.type == "officeDocument") book_name = part_name(relation.target, "");
    const auto book = read_workbook_part(part_of(file, book_name));
    const auto folder = fs::path(book_name).parent_path().string();
    const auto relations =
        read_relations(part_of(file, part_name("_rels/" + fs::path(book_name).filename().string() + ".rels", folder)));
    std::vector<std::string> shared;
    for (const auto& [id, relation] : relations)
        if (relation.type == "sharedStrings")
            shared = read_shared_texts(part_of(file, part_name(relation.target, folder)));

    std::map<std::string, RawTable> tables;
    for (const auto& sheet : book.sheets) {
        const auto relation = relations.find(sheet.relation);
        if (relation == relations.end()) throw std::invalid_argument("no part of sheet " + sheet.name);
        if (relation->second.type != "worksheet") continue; // a sheet with a chart only
        auto part = read_sheet_part(part_of(file, part_name(relation->second.target, folder)), shared, book.day_zero);
        RawTable table{shown + ": " + sheet.name, std::move(part.rows), std::move(part.merges)};
        if (part.too_large)
            problems.add(
                {Severity::error,
                 table.file,
                 0,
                 "",
                 "",
                 "import.sheet_too_large",
                 {{"rows", std::to_string(most_sheet_rows)}, {"columns", std::to_string(most_sheet_columns)}}});
        tables.emplace(lower_ascii(one_line(sheet.name)), std::move(table));
    }
    return tables;
}

// Old .xls files and encrypted workbooks are compound files, not archives.
bool is_compound_file(const fs::path& file) {
    std::array<char, 4> begin{};
    std::ifstream(file, std::ios::binary).read(begin.data(), begin.size());
    return std::string_view(begin.data(), begin.size()) == "\xD0\xCF\x11\xE0";
}

} // namespace

std::optional<std::map<std::string, RawTable>> read_workbook(const fs::path& file, ProblemList& problems) {
    const auto shown = file.filename().string();
    if (is_compound_file(file)) {
        problems.add({Severity::error, shown, 0, "", "", "import.workbook_old_or_encrypted", {}});
        return std::nullopt;
    }
    ArchiveLimits limits;
    limits.unpacked = largest_workbook;
    limits.entries = 2'000;
    if (!check_archive(file, limits, problems)) return std::nullopt;
    try {
        return read_sheets(file, shown, problems);
    } catch (const std::invalid_argument&) { // how the parts' readers report damage
        problems.add({Severity::error, shown, 0, "", "", "import.workbook_damaged", {}});
        return std::nullopt;
    }
}

} // namespace ocop
