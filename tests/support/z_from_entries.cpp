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
back AS (SELECT * FROM of_shift WHERE kind = 'refund'),
paid AS (SELECT json_extract(each.value, '$.method') AS method, json_extract(each.value, '$.state') AS state,
                json_extract(each.value, '$.amount') AS amount, json_extract(each.value, '$.tendered') AS tendered,
                json_extract(each.value, '$.change') AS change, 0 AS refunded
         FROM sold, json_each(sold.body, '$.payments') AS each
         UNION ALL
         SELECT json_extract(body, '$.method'), 'confirmed', -json_extract(body, '$.total'), 0, 0,
                json_extract(body, '$.total')
         FROM back),
sign_of AS (SELECT position, body, 1 AS sign FROM sold UNION ALL SELECT position, body, -1 FROM back),
line AS (SELECT json_extract(each.value, '$.group') AS product_group, sign * json_extract(each.value, '$.total') AS total,
                sign * json_extract(each.value, '$.tax') AS tax,
                sign * json_extract(each.value, '$.quantity') AS quantity,
                sign * json_extract(each.value, '$.discount') AS discount
         FROM sign_of, json_each(sign_of.body, '$.lines') AS each),
gone AS (SELECT json_extract(each.value, '$.total') AS total FROM sold, json_each(sold.body, '$.removed') AS each
         UNION ALL
         SELECT json_extract(each.value, '$.total')
         FROM of_shift, json_each(of_shift.body, '$.lines') AS each WHERE kind = 'cart_dropped')
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
    figures.refunds = number("count(*)", "back");
    figures.refunded = dong("sum(json_extract(body, '$.total'))", "back");
    figures.removed_lines = number("count(*)", "gone");
    figures.removed = dong("sum(total)", "gone");
    figures.items = number("sum(CASE quantity % 1000 WHEN 0 THEN quantity / 1000 ELSE sign(quantity) END)", "line");
    figures.gross = dong("sum(total + discount)", "line");
    figures.discount = dong("sum(discount)", "line");
    figures.net = dong("sum(sign * json_extract(body, '$.total'))", "sign_of");
    figures.tax = dong("sum(tax)", "line");
    figures.unconfirmed_transfers = dong("sum(amount)", "paid WHERE state = 'unconfirmed'");
    figures.opening_float = dong("sum(json_extract(body, '$.opening_float'))", "of_shift WHERE kind = 'shift_opened'");
    figures.cash_taken = dong("sum(tendered)", "paid WHERE method = 'cash'");
    figures.change_given = dong("sum(change)", "paid WHERE method = 'cash'");
    figures.cash_refunded = dong("sum(refunded)", "paid WHERE method = 'cash'");
    const std::string moved = "of_shift WHERE kind = 'cash_movement' AND json_extract(body, '$.amount') ";
    figures.cash_in = dong("sum(json_extract(body, '$.amount'))", moved + "> 0");
    figures.cash_out = dong("-sum(json_extract(body, '$.amount'))", moved + "< 0");
    figures.drawer_openings = number("count(*)", "of_shift WHERE kind = 'drawer_event'");
    figures.expected_cash = figures.opening_float + figures.cash_taken - figures.change_given - figures.cash_refunded +
                            figures.cash_in - figures.cash_out;
    for (auto rows = ask("SELECT method, sum(amount) FROM paid GROUP BY method"); rows.step();)
        figures.by_method[rows.text(0)] = Dong{rows.integer(1)};
    for (auto rows = ask("SELECT product_group, sum(total) FROM line GROUP BY product_group"); rows.step();)
        figures.by_group[rows.text(0)] = Dong{rows.integer(1)};
    for (auto rows = ask("SELECT json_extract(body, '$.receipt') FROM sign_of ORDER BY position"); rows.step();) {
        if (figures.first_receipt.empty()) figures.first_receipt = rows.text(0);
        figures.last_receipt = rows.text(0);
    }
    return figures;
}

} // namespace ocop::testing
