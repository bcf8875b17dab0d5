#include "pos/reports/sale_columns.h"

#include "pos/text/language.h"

namespace ocop {

std::string stars_in_words(int stars, const Language& language) {
    switch (stars) {
    case 3:
        return language.text("export.stars_3");
    case 4:
        return language.text("export.stars_4");
    case 45:
        return language.text("export.stars_45");
    case 5:
        return language.text("export.stars_5");
    default:
        return language.text("export.stars_0");
    }
}

std::array<Cell, sale_columns.size()> cells_of(const SaleRow& row, const Language& language) {
    std::string methods = row.methods;
    for (const char* method : {"cash", "transfer", "card"})
        if (const auto at = methods.find(method); at != std::string::npos)
            methods.replace(at, std::string_view(method).size(), language.text(std::string("export.method.") + method));
    const std::string group_key = "group." + row.group;
    return {row.receipt,
            row.business_date,
            row.sold_at,
            row.staff,
            row.sku,
            row.name,
            row.producer_name,
            language.has(group_key) ? language.text(group_key) : row.group,
            stars_in_words(row.stars, language),
            row.place,
            row.province,
            row.lot,
            static_cast<double>(row.quantity.thousandths) / 1000.0,
            row.unit,
            row.unit_price.amount,
            row.discount.amount,
            row.total.amount,
            row.tax.amount,
            row.commission_rate.basis_points / 100.0,
            row.commission.amount,
            (row.total - row.commission).amount,
            methods,
            row.reasons,
            row.amends};
}

} // namespace ocop
