#include "pos/catalogue/import/demo_tables.h"

#include "pos/catalogue/import/csv_reader.h"
#include "pos/catalogue/import/known_ids.h"
#include "pos/store/whole_file.h"

namespace ocop {
namespace {

constexpr std::size_t largest_demo_table = 16 * 1024 * 1024; // bytes
constexpr std::size_t pin_digits = 6;
constexpr std::size_t most_whole_digits = 9; // of a quantity

std::optional<Table> read_table(const std::filesystem::path& file, const TableShape& shape, ProblemList& problems) {
    const auto shown = file.filename().string();
    const auto bytes = read_bytes(file, largest_demo_table);
    if (!bytes) {
        problems.add({Severity::error, shown, 0, "", "", "import.unreadable", {}});
        return std::nullopt;
    }
    auto raw = read_csv(*bytes, shown, shape.required.front(), problems);
    if (!raw) return std::nullopt;
    return make_table(std::move(*raw), shape, problems);
}

std::optional<Role> role_of(std::string_view text) {
    const auto role = role_from(text);
    if (!role) return std::nullopt;
    return *role;
}

// "12" or "2.5": more than nothing, with up to three decimals.
std::optional<Quantity> quantity_of(const std::string& text) {
    const auto point = text.find('.');
    const auto whole = text.substr(0, point);
    auto decimals = point == std::string::npos ? std::string("0") : text.substr(point + 1);
    if (whole.size() > most_whole_digits || decimals.size() > 3) return std::nullopt;
    const bool has_decimals = !decimals.empty();
    decimals.resize(3, '0');
    const auto ones = digits_value(whole);
    const auto thousandths = digits_value(decimals);
    if (!ones || !thousandths || !has_decimals || *ones + *thousandths == 0) return std::nullopt;
    return Quantity{*ones * 1000 + *thousandths};
}

} // namespace

std::vector<DemoStaff> read_demo_staff(const std::filesystem::path& file, ProblemList& problems) {
    static const TableShape shape{{"staff", "name", "role", "pin"}, {}};
    std::vector<DemoStaff> staff;
    const auto table = read_table(file, shape, problems);
    if (!table) return staff;
    KnownIds ids;
    for (const auto& line : table->rows) {
        RowReader row(*table, line, problems);
        ids.add(row, "staff", row.required("staff"));
        row.required("role");
        const auto& pin = row.required("pin");
        if (!pin.empty() && (pin.size() != pin_digits || !digits_value(pin))) row.refuse("pin", "import.pin");
        staff.push_back({StaffId{row.text("staff")}, row.required("name"),
                         row.choice("role", role_of, Role::cashier, "cashier manager organiser"), pin});
    }
    return staff;
}

std::vector<DemoStock> read_demo_stock(const std::filesystem::path& file, const Catalogue& catalogue,
                                       ProblemList& problems) {
    static const TableShape shape{{"sku", "quantity"}, {"lot", "best_before"}};
    std::vector<DemoStock> stock;
    const auto table = read_table(file, shape, problems);
    if (!table) return stock;
    for (const auto& line : table->rows) {
        RowReader row(*table, line, problems);
        const Sku sku{row.required("sku")};
        if (!sku.empty() && catalogue.find(sku) == nullptr)
            row.refuse("sku", "import.unknown_id", {{"table", "products"}});
        const auto quantity = quantity_of(row.required("quantity"));
        if (!quantity && !row.text("quantity").empty()) row.refuse("quantity", "import.quantity");
        const auto& best_before = row.text("best_before");
        if (!best_before.empty() && !Day::parse(best_before)) row.refuse("best_before", "import.date");
        stock.push_back({sku, quantity.value_or(Quantity{}), row.text("lot"), best_before});
    }
    return stock;
}

} // namespace ocop
