#include "pos/reports/export_file.h"
#include "pos/store/whole_file.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;

json row_to_json(const SaleRow& row) {
    return {{"receipt", row.receipt},
            {"business_date", row.business_date.iso()},
            {"sold_at", iso_time(row.sold_at)},
            {"staff", row.staff},
            {"sku", row.sku},
            {"name", row.name},
            {"producer", row.producer},
            {"producer_name", row.producer_name},
            {"group", row.group},
            {"stars", row.stars},
            {"place", row.place},
            {"province", row.province},
            {"lot", row.lot},
            {"unit", row.unit},
            {"quantity_thousandths", row.quantity.thousandths},
            {"unit_price", row.unit_price.amount},
            {"discount", row.discount.amount},
            {"total", row.total.amount},
            {"tax", row.tax.amount},
            {"commission_basis_points", row.commission_rate.basis_points},
            {"commission", row.commission.amount},
            {"payment", row.methods},
            {"reasons", row.reasons},
            {"amends", row.amends}};
}

json totals_to_json(const std::vector<TotalRow>& totals) {
    auto list = json::array();
    for (const auto& total : totals)
        list.push_back({{"key", total.key},
                        {"label", total.label},
                        {"sales", total.sales},
                        {"lines", total.lines},
                        {"gross", total.gross.amount},
                        {"discount", total.discount.amount},
                        {"net", total.net.amount},
                        {"tax", total.tax.amount},
                        {"commission", total.commission.amount}});
    return list;
}

} // namespace

Result<ExportSummary> export_json(Database& database, const SaleFilter& filter, const std::filesystem::path& file) {
    return write_whole_file(file, [&](const std::filesystem::path& part) -> Result<ExportSummary> {
        OCOP_TRY_ASSIGN(auto stream, open_part(part));
        ExportSummary summary;
        stream << "{\"lines\":[";
        for_each_sale_row(database, filter, [&](const SaleRow& row) {
            stream << (summary.rows == 0 ? "\n" : ",\n") << row_to_json(row).dump();
            summary.rows += 1;
            summary.total += row.total;
        });
        const json totals{{"producer", totals_to_json(sale_totals(database, filter, TotalBy::producer))},
                          {"day", totals_to_json(sale_totals(database, filter, TotalBy::day))},
                          {"payment_method", totals_to_json(sale_totals(database, filter, TotalBy::payment_method))},
                          {"stars", totals_to_json(sale_totals(database, filter, TotalBy::stars))}};
        stream << "\n],\n\"totals\":" << totals.dump() << "}\n";
        if (!stream.flush()) return cannot_write(part);
        return summary;
    });
}

} // namespace ocop
