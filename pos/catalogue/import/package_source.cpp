#include "pos/catalogue/import/package_source.h"

#include "pos/catalogue/import/archive.h"
#include "pos/catalogue/import/cell_text.h"
#include "pos/catalogue/import/csv_reader.h"
#include "pos/catalogue/import/workbook_reader.h"
#include "pos/store/whole_file.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

namespace ocop {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_table = 256 * 1024 * 1024; // bytes

struct TableName {
    std::string_view name;
    std::string_view first_column;
    bool required;
};

constexpr std::array<TableName, 5> table_names{{{"products", "sku", true},
                                                {"producers", "producer", true},
                                                {"places", "place", true},
                                                {"certificates", "certificate", false},
                                                {"facts", "sku", false}}};

std::string extension_of(const fs::path& file) {
    return lower_ascii(file.extension().string());
}

void read_table(const fs::path& file, std::string_view name, PackageSource& source, ProblemList& problems) {
    const auto shown = file.filename().string();
    // Opening a pipe or a device could wait forever.
    const auto bytes =
        fs::is_regular_file(file) ? read_bytes(file, largest_table) : Result<std::string>(fail(ErrorKind::refused, ""));
    if (!bytes) {
        problems.add({Severity::error, shown, 0, "", "", "import.unreadable", {}});
        source.unreadable.emplace(name);
        return;
    }
    auto table = read_csv(*bytes, shown, *first_column_of(name), problems);
    if (table)
        source.tables.emplace(name, std::move(*table));
    else
        source.unreadable.emplace(name);
}

void report_missing_tables(PackageSource& source, const std::string& before, const std::string& after,
                           ProblemList& problems) {
    for (const auto& table : table_names) {
        const std::string name(table.name);
        if (!table.required || source.tables.count(name) != 0 || !source.unreadable.insert(name).second) continue;
        problems.add({Severity::error, before + name + after, 0, "", "", "import.missing_table", {}});
    }
}

// What lies directly in a folder and is not hidden, sorted.
std::vector<fs::path> visible_items(const fs::path& folder) {
    std::vector<fs::path> items;
    std::error_code failure;
    for (fs::directory_iterator item(folder, failure), end; !failure && item != end; item.increment(failure))
        if (item->path().filename().string().front() != '.') items.push_back(item->path());
    std::sort(items.begin(), items.end());
    return items;
}

std::optional<PackageSource> open_workbook(const fs::path& file, ProblemList& problems) {
    auto sheets = read_workbook(file, problems);
    if (!sheets) return std::nullopt;
    PackageSource source;
    source.root = file.parent_path();
    for (auto& [name, sheet] : *sheets) {
        if (first_column_of(name))
            source.tables.emplace(name, std::move(sheet));
        else if (!sheet.rows.empty())
            problems.add({Severity::note, sheet.file, 0, "", "", "import.not_part", {}});
    }
    report_missing_tables(source, file.filename().string() + ": ", "", problems);
    return source;
}

std::optional<PackageSource> open_folder(const fs::path& folder, ProblemList& problems) {
    PackageSource source;
    source.root = folder;
    std::vector<fs::path> workbooks;
    for (const auto& item : visible_items(folder)) {
        const auto name = item.stem().string();
        if (extension_of(item) == ".xlsx") workbooks.push_back(item);
        if (extension_of(item) != ".csv") continue;
        if (first_column_of(name))
            read_table(item, name, source, problems);
        else if (name != "booth" && name != "staff") // the demo's, which are no part of a catalogue
            problems.add({Severity::note, item.filename().string(), 0, "", "", "import.not_part", {}});
    }
    const bool has_tables = !source.tables.empty() || !source.unreadable.empty();
    if (!has_tables && workbooks.size() == 1) return open_workbook(workbooks.front(), problems);
    for (const auto& workbook : workbooks)
        problems.add({Severity::note, workbook.filename().string(), 0, "", "", "import.not_part", {}});
    report_missing_tables(source, "", ".csv", problems);
    return source;
}

std::optional<PackageSource> open_archive(const fs::path& file, const fs::path& scratch, ProblemList& problems) {
    if (!fs::is_directory(scratch)) throw std::logic_error("an archive is read without a folder to unpack it into");
    if (!unpack_archive(file, scratch, ArchiveLimits{}, problems)) return std::nullopt;
    const auto items = visible_items(scratch);
    return open_folder(items.size() == 1 && fs::is_directory(items.front()) ? items.front() : scratch, problems);
}

std::optional<PackageSource> open_table(const fs::path& file, ProblemList& problems) {
    PackageSource source;
    source.root = file.parent_path();
    source.products_only = true;
    read_table(file, "products", source, problems);
    return source;
}

} // namespace

std::optional<std::string_view> first_column_of(std::string_view table) {
    for (const auto& known : table_names)
        if (known.name == table) return known.first_column;
    return std::nullopt;
}

std::optional<PackageSource> open_package(const fs::path& source, const fs::path& scratch, ProblemList& problems) {
    if (fs::is_directory(source)) return open_folder(source, problems);
    if (fs::is_regular_file(source)) {
        if (extension_of(source) == ".csv") return open_table(source, problems);
        if (extension_of(source) == ".xlsx") return open_workbook(source, problems);
        if (extension_of(source) == ".zip") return open_archive(source, scratch, problems);
    }
    problems.add({Severity::error,
                  source.filename().string(),
                  0,
                  "",
                  "",
                  fs::exists(source) ? "import.unknown_kind" : "import.no_such_file",
                  {}});
    return std::nullopt;
}

} // namespace ocop
