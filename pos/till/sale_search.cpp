#include "pos/till/sale_search.h"

#include "pos/journal/entry.h"
#include "pos/till/till.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {
namespace {

constexpr std::string_view slip_start = "OCOP-RECEIPT:";

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// An amount as people write it: without dots, spaces and the đồng sign. Empty: not an amount.
std::string amount_of(std::string_view asked) {
    std::string digits;
    for (const char c : asked) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != '.' && c != ',' && c != ' ')
            return {};
    }
    return digits.size() >= 4 && digits.size() <= 12 ? digits : std::string();
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

} // namespace

std::optional<std::string> sale_id_of_slip(std::string_view code) {
    if (code.substr(0, slip_start.size()) != slip_start) return std::nullopt;
    const auto second = code.find(':', slip_start.size());
    if (second == std::string_view::npos || second + 1 == code.size()) return std::nullopt;
    return std::string(code.substr(second + 1));
}

std::vector<FoundSale> find_sales(Database& database, const SaleSearch& search) {
    const auto slip = sale_id_of_slip(search.asked);
    const auto text = upper(search.asked);
    // The last digits of a number find it: nobody types the zeros.
    const std::string ending = all_digits(text) && text.size() <= 6 ? "%" + text : std::string();
    auto rows = database.prepare(
        "SELECT sale.id, sale.receipt, sale.sold_at, sale.total, sale.training, coalesce(refund.sale_receipt, ''),"
        " (SELECT coalesce(sum(CASE WHEN quantity % 1000 = 0 THEN abs(quantity) ELSE 1000 END), 0) FROM sale_line"
        "  WHERE sale_line.position = sale.position),"
        " (SELECT coalesce(group_concat(method, ' + '), '') FROM payment WHERE payment.position = sale.position),"
        " (SELECT coalesce(sum(total), 0) FROM refund_line WHERE refund_line.sale_id = sale.id),"
        " coalesce(refund.sale_id, '')"
        " FROM sale LEFT JOIN refund ON refund.position = sale.position"
        " WHERE (?1 = '' OR sale.business_date = ?1) AND (?2 = '' OR sale.id = ?3 OR sale.receipt = ?2"
        " OR sale.receipt LIKE ?4 OR CAST(abs(sale.total) AS TEXT) = ?5 OR refund.sale_receipt = ?2"
        " OR EXISTS (SELECT 1 FROM payment WHERE payment.position = sale.position AND payment.reference = ?2))"
        " ORDER BY sale.position DESC LIMIT ?6");
    rows.bind(1, std::string_view(search.day && search.asked.empty() ? search.day->iso() : std::string()));
    rows.bind(2, std::string_view(text)).bind(3, std::string_view(slip.value_or(std::string())));
    rows.bind(4, std::string_view(ending)).bind(5, std::string_view(amount_of(search.asked)));
    rows.bind(6, static_cast<std::int64_t>(search.most));
    std::vector<FoundSale> found;
    while (rows.step()) {
        FoundSale sale;
        sale.id = rows.text(0);
        sale.receipt = rows.text(1);
        sale.sold_at = Instant{rows.integer(2)};
        sale.total = Dong{rows.integer(3)};
        sale.training = rows.integer(4) != 0;
        sale.amends = rows.text(5);
        sale.pieces = Quantity{rows.integer(6)};
        sale.methods = rows.text(7);
        sale.refunded = Dong{rows.integer(8)};
        sale.amends_id = rows.text(9);
        found.push_back(std::move(sale));
    }
    return found;
}

Result<RefundableSale> refundable_sale(Database& database, const std::string& sale_id) {
    RefundableSale sold;
    OCOP_TRY_ASSIGN(sold.sale, read_sale(database, sale_id));
    sold.refunded.resize(sold.sale.lines.size());
    auto rows = database.prepare("SELECT line, sum(quantity) FROM refund_line WHERE sale_id = ? GROUP BY line");
    rows.bind_all(sale_id);
    while (rows.step()) {
        const auto line = static_cast<std::size_t>(rows.integer(0) - 1);
        if (line < sold.refunded.size()) sold.refunded[line] = Quantity{rows.integer(1)};
    }
    return sold;
}

Result<Entry> stored_entry(Database& database, const char* kind_of_entry, const std::string& id) {
    auto& row =
        database.cached("SELECT bytes FROM entry WHERE id = ? AND kind = ?").bind_all(id, std::string(kind_of_entry));
    const bool found = row.step();
    auto bytes = found ? row.text(0) : std::string();
    row.reset();
    if (!found) return fail(ErrorKind::not_found, "error.no_sale", {{"sale", id}});
    return read_entry(std::move(bytes));
}

Result<Refund> read_refund(Database& database, const std::string& refund_id) {
    OCOP_TRY_ASSIGN(const auto entry, stored_entry(database, kind::refund, refund_id));
    OCOP_TRY_ASSIGN(const auto body, body_of(entry));
    OCOP_TRY_ASSIGN(auto refund, refund_from_json(body));
    refund.id = entry.header.id;
    refund.refunded_at = entry.header.recorded_at;
    refund.business_date = entry.header.business_date;
    refund.training = entry.header.training;
    return refund;
}

} // namespace ocop
