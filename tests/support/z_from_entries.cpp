#include "tests/support/z_from_entries.h"

#include "pos/store/database.h"

#include <string>

namespace ocop::testing {
namespace {

const std::string bodies = R"sql(
WITH document AS (
  SELECT position, json_extract(bytes, '$.kind') AS kind, json_extract(bytes, '$.id') AS id,
         json_extract(bytes, '$.body') AS body
  FROM entry),
of_shift AS (SELECT * FROM document WHERE json_extract(body, '$.shift') = ?1 OR id = ?1),
sold AS (SELECT * FROM of_shift WHERE kind = 'sale'),
paid AS (SELECT json_extract(each.value, '$.method') AS method, json_extract(each.value, '$.state') AS state,
                json_extract(each.value, '$.amount') AS amount, json_extract(each.value, '$.tendered') AS tendered,
                json_extract(each.value, '$.change') AS change
         FROM sold, json_each(sold.body, '$.payments') AS each),
line AS (SELECT json_extract(each.value, '$.group') AS product_group, json_extract(each.value, '$.total') AS total,
                json_extract(each.value, '$.tax') AS tax, json_extract(each.value, '$.quantity') AS quantity
         FROM sold, json_each(sold.body, '$.lines') AS each)
)sql";

} // namespace

ShiftFigures z_from_entries(const std::filesystem::path& journal, const ShiftId& shift) {
    auto database = Database::open_reader(journal);
    ShiftFigures figures;
    const auto ask = [&](const std::string& select) {
        auto rows = database.prepare(bodies + select);
        rows.bind_all(shift.text());
        return rows;
    };
    const auto number = [&](const std::string& expression, const std::string& from) {
        auto rows = ask("SELECT coalesce(" + expression + ", 0) FROM " + from);
        rows.step();
        return rows.integer(0);
    };
    const auto dong = [&](const std::string& expression, const std::string& from) {
        return Dong{number(expression, from)};
    };
    figures.sales = number("count(*)", "sold");
    figures.items = number("sum(CASE quantity % 1000 WHEN 0 THEN quantity / 1000 ELSE 1 END)", "line");
    figures.gross = dong("sum(json_extract(body, '$.subtotal'))", "sold");
    figures.discount = dong("sum(json_extract(body, '$.discount'))", "sold");
    figures.net = dong("sum(json_extract(body, '$.total'))", "sold");
    figures.tax = dong("sum(tax)", "line");
    figures.unconfirmed_transfers = dong("sum(amount)", "paid WHERE state = 'unconfirmed'");
    figures.opening_float = dong("sum(json_extract(body, '$.opening_float'))", "of_shift WHERE kind = 'shift_opened'");
    figures.cash_taken = dong("sum(tendered)", "paid WHERE method = 'cash'");
    figures.change_given = dong("sum(change)", "paid WHERE method = 'cash'");
    const std::string moved = "of_shift WHERE kind = 'cash_movement' AND json_extract(body, '$.amount') ";
    figures.cash_in = dong("sum(json_extract(body, '$.amount'))", moved + "> 0");
    figures.cash_out = dong("-sum(json_extract(body, '$.amount'))", moved + "< 0");
    figures.drawer_openings = number("count(*)", "of_shift WHERE kind = 'drawer_event'");
    figures.expected_cash = figures.opening_float + figures.cash_taken - figures.change_given + figures.cash_in -
                            figures.cash_out;
    for (auto rows = ask("SELECT method, sum(amount) FROM paid GROUP BY method"); rows.step();)
        figures.by_method[rows.text(0)] = Dong{rows.integer(1)};
    for (auto rows = ask("SELECT product_group, sum(total) FROM line GROUP BY product_group"); rows.step();)
        figures.by_group[rows.text(0)] = Dong{rows.integer(1)};
    for (auto rows = ask("SELECT json_extract(body, '$.receipt') FROM sold ORDER BY position"); rows.step();) {
        if (figures.first_receipt.empty()) figures.first_receipt = rows.text(0);
        figures.last_receipt = rows.text(0);
    }
    return figures;
}

} // namespace ocop::testing
