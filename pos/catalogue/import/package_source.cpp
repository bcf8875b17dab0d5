#include "pos/catalogue/import/package_source.h"

#include "pos/catalogue/import/csv_reader.h"
#include "pos/store/whole_file.h"
#include "pos/text/nfc.h"

#include <algorithm>
#include <array>

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
    auto extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension;
}

void read_table(const fs::path& file, std::string_view name, PackageSource& source, ProblemList& problems) {
    const auto shown = file.filename().string();
    const auto bytes = read_bytes(file, largest_table);
    if (!bytes) {
        problems.add({Severity::error, shown, 0, "", "", "import.unreadable", {}});
        source.unreadable.emplace(name);
        return;
    }
    auto table = read_csv(*bytes, shown, *first_column_of(name), problems);
    if (is_utf8(*bytes))
        source.tables.emplace(name, std::move(table));
    else
        source.unreadable.emplace(name);
}

void report_missing_tables(PackageSource& source, ProblemList& problems) {
    for (const auto& table : table_names) {
        const std::string name(table.name);
        if (!table.required || source.tables.count(name) != 0 || !source.unreadable.insert(name).second) continue;
        problems.add({Severity::error, name + ".csv", 0, "", "", "import.missing_table", {}});
    }
}

std::optional<PackageSource> open_folder(const fs::path& folder, ProblemList& problems) {
    PackageSource source;
    source.root = folder;
    for (const auto& table : table_names) {
        const auto file = folder / (std::string(table.name) + ".csv");
        if (fs::exists(file)) read_table(file, table.name, source, problems);
    }
    report_missing_tables(source, problems);
    return source;
}

} // namespace

std::optional<std::string_view> first_column_of(std::string_view table) {
    for (const auto& known : table_names)
        if (known.name == table) return known.first_column;
    return std::nullopt;
}

std::optional<PackageSource> open_package(const fs::path& source, ProblemList& problems) {
    if (fs::is_directory(source)) return open_folder(source, problems);
    if (fs::is_regular_file(source) && extension_of(source) == ".csv") {
        PackageSource single;
        single.root = source.parent_path();
        single.products_only = true;
        read_table(source, "products", single, problems);
        return single;
    }
    problems.add({Severity::error, source.filename().string(), 0, "", "",
                  fs::exists(source) ? "import.unknown_kind" : "import.no_such_file", {}});
    return std::nullopt;
}

} // namespace ocop
