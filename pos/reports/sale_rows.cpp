#include "pos/reports/sale_rows.h"

namespace ocop {
namespace {

constexpr const char* from_lines = " FROM sale_line line JOIN sale ON sale.position = line.position"
                                   " WHERE sale.training = 0 AND sale.business_date >= ?1 AND sale.business_date <= ?2"
                                   " AND (?3 = '' OR sale.fair = ?3) AND (?4 = '' OR line.producer = ?4)";

void bind_filter(Statement& statement, const SaleFilter& filter) {
    statement.bind(1, std::string_view(filter.from ? filter.from->iso() : "0000"))
        .bind(2, std::string_view(filter.to ? filter.to->iso() : "9999"))
        .bind(3, std::string_view(filter.fair.text()))
        .bind(4, std::string_view(filter.producer.text()));
}

std::vector<TotalRow> line_totals(Database& database, const SaleFilter& filter, const char* key, const char* label) {
    auto rows = database.prepare(std::string("SELECT ") + key + ", max(" + label +
                                 "), count(DISTINCT CASE WHEN line.position NOT IN (SELECT position FROM refund)"
                                 " THEN line.position END), count(*), sum(line.total + line.discount),"
                                 " sum(line.discount), sum(line.total), sum(line.tax), sum(line.commission)" +
                                 from_lines + " GROUP BY 1 ORDER BY 1");
    bind_filter(rows, filter);
    std::vector<TotalRow> totals;
    while (rows.step())
        totals.push_back({rows.text(0), rows.text(1), rows.integer(2), rows.integer(3), Dong{rows.integer(4)},
                          Dong{rows.integer(5)}, Dong{rows.integer(6)}, Dong{rows.integer(7)}, Dong{rows.integer(8)}});
    return totals;
}

std::vector<TotalRow> payment_totals(Database& database, const SaleFilter& filter) {
    if (!filter.producer.empty()) return {};
    auto rows = database.prepare("SELECT payment.method, count(DISTINCT CASE WHEN sale.position NOT IN"
                                 " (SELECT position FROM refund) THEN sale.position END), sum(payment.amount)"
                                 " FROM payment JOIN sale ON sale.position = payment.position"
                                 " WHERE sale.training = 0 AND sale.business_date >= ?1 AND sale.business_date <= ?2"
                                 " AND (?3 = '' OR sale.fair = ?3) GROUP BY 1 ORDER BY 1");
    rows.bind(1, std::string_view(filter.from ? filter.from->iso() : "0000"))
        .bind(2, std::string_view(filter.to ? filter.to->iso() : "9999"))
        .bind(3, std::string_view(filter.fair.text()));
    std::vector<TotalRow> totals;
    while (rows.step()) {
        TotalRow total;
        total.key = total.label = rows.text(0);
        total.sales = rows.integer(1);
        total.gross = total.net = Dong{rows.integer(2)};
        totals.push_back(std::move(total));
    }
    return totals;
}

} // namespace

void for_each_sale_row(Database& database, const SaleFilter& filter, const std::function<void(const SaleRow&)>& row) {
    auto rows = database.prepare(
        std::string("SELECT sale.receipt, sale.business_date, sale.sold_at, sale.staff, line.sku, line.name,"
                    " line.producer, line.producer_name, line.product_group, line.stars, line.place, line.province,"
                    " line.lot, line.unit, line.quantity, line.unit_price, line.discount, line.total, line.tax,"
                    " line.commission_rate, line.commission,"
                    " (SELECT group_concat(method, ' + ') FROM payment WHERE payment.position = sale.position),"
                    " (SELECT group_concat(reason, ' + ') FROM adjustment WHERE adjustment.position = line.position"
                    " AND adjustment.line IN (0, line.line)),"
                    " (SELECT sale_receipt FROM refund WHERE refund.position = line.position)") +
        from_lines + " ORDER BY line.position, line.line");
    bind_filter(rows, filter);
    while (rows.step()) {
        SaleRow read;
        read.receipt = rows.text(0);
        read.business_date = Day::parse(rows.text(1)).value_or(Day{});
        read.sold_at = Instant{rows.integer(2)};
        read.staff = rows.text(3);
        read.sku = rows.text(4);
        read.name = rows.text(5);
        read.producer = rows.text(6);
        read.producer_name = rows.text(7);
        read.group = rows.text(8);
        read.stars = static_cast<int>(rows.integer(9));
        read.place = rows.text(10);
        read.province = rows.text(11);
        read.lot = rows.text(12);
        read.unit = rows.text(13);
        read.quantity = Quantity{rows.integer(14)};
        read.unit_price = Dong{rows.integer(15)};
        read.discount = Dong{rows.integer(16)};
        read.total = Dong{rows.integer(17)};
        read.tax = Dong{rows.integer(18)};
        read.commission_rate = Rate{static_cast<std::int32_t>(rows.integer(19))};
        read.commission = Dong{rows.integer(20)};
        read.methods = rows.text(21);
        read.amends = rows.is_null(23) ? std::string() : rows.text(23);
        read.reasons = rows.is_null(22) ? std::string() : rows.text(22);
        row(read);
    }
}

std::int64_t count_sale_rows(Database& database, const SaleFilter& filter) {
    auto rows = database.prepare(std::string("SELECT count(*)") + from_lines);
    bind_filter(rows, filter);
    rows.step();
    return rows.integer(0);
}

std::vector<TotalRow> sale_totals(Database& database, const SaleFilter& filter, TotalBy by) {
    switch (by) {
    case TotalBy::producer:
        return line_totals(database, filter, "line.producer", "line.producer_name");
    case TotalBy::day:
        return line_totals(database, filter, "sale.business_date", "sale.business_date");
    case TotalBy::stars:
        return line_totals(database, filter, "line.stars", "line.stars");
    case TotalBy::payment_method:
        return payment_totals(database, filter);
    }
    return {};
}

} // namespace ocop
