#include "pos/reports/interest.h"

#include "pos/usage/usage_projection.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace ocop {
namespace {

constexpr UsageHour first_hour{INT64_MIN};
constexpr UsageHour after_the_last_hour{INT64_MAX};

UsageHour start_of(Day day) {
    return hour_of(instant_of(day, {}));
}

} // namespace

std::vector<InterestRow> interest_rows(Database& database, const SaleFilter& filter) {
    std::map<std::string, InterestRow> by_sku;
    const auto row_of = [&](const std::string& sku) -> InterestRow& {
        auto& row = by_sku[sku];
        if (row.sku.empty()) row.sku = row.name = sku;
        return row;
    };
    for_each_sale_row(database, filter, [&](const SaleRow& sale) {
        auto& row = row_of(sale.sku);
        row.name = sale.name;
        row.sold = row.sold + sale.quantity;
        row.net += sale.total;
    });
    const auto from = filter.from ? start_of(*filter.from) : first_hour;
    const auto until = filter.to ? start_of(Day{filter.to->number + 1}) : after_the_last_hour;
    for (const auto& [sku, usage] : read_usage(database, from, until).products)
        if (filter.producer.empty() || by_sku.count(sku.text()) != 0) row_of(sku.text()).usage = usage;
    std::vector<InterestRow> rows;
    for (auto& [sku, row] : by_sku)
        rows.push_back(std::move(row));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const InterestRow& a, const InterestRow& b) { return a.usage.views > b.usage.views; });
    return rows;
}

} // namespace ocop
