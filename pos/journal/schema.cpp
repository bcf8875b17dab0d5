#include "pos/journal/projections.h"

namespace ocop {
namespace {

constexpr const char* journal_tables = R"sql(
CREATE TABLE entry (
  position INTEGER PRIMARY KEY,
  lineage TEXT NOT NULL,
  seq INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  bytes TEXT NOT NULL,
  hash BLOB NOT NULL,
  UNIQUE (lineage, seq)
);
CREATE TABLE personal (
  id TEXT PRIMARY KEY,
  entry_id TEXT NOT NULL,
  nonce BLOB NOT NULL,
  sealed BLOB NOT NULL,
  wrapped_keys TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE local_state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
)sql";

constexpr const char* projection_sql = R"sql(
CREATE TABLE till_state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE shift (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  opened_at_position INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL,
  business_date TEXT NOT NULL,
  opening_float INTEGER NOT NULL,
  training INTEGER NOT NULL,
  closed_at_position INTEGER,
  counted_cash INTEGER,
  z_report TEXT
) WITHOUT ROWID;
CREATE TABLE sale (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  receipt TEXT NOT NULL,
  shift TEXT NOT NULL,
  staff TEXT NOT NULL,
  fair TEXT NOT NULL,
  business_date TEXT NOT NULL,
  sold_at INTEGER NOT NULL,
  training INTEGER NOT NULL,
  subtotal INTEGER NOT NULL,
  discount INTEGER NOT NULL,
  total INTEGER NOT NULL
);
CREATE TABLE sale_line (
  position INTEGER NOT NULL,
  line INTEGER NOT NULL,
  sku TEXT NOT NULL,
  name TEXT NOT NULL,
  producer TEXT NOT NULL,
  producer_name TEXT NOT NULL,
  product_group TEXT NOT NULL,
  place TEXT NOT NULL,
  province TEXT NOT NULL,
  stars INTEGER NOT NULL,
  ocop INTEGER NOT NULL,
  unit TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  unit_price INTEGER NOT NULL,
  discount INTEGER NOT NULL,
  total INTEGER NOT NULL,
  tax_rate INTEGER NOT NULL,
  tax INTEGER NOT NULL,
  commission_rate INTEGER NOT NULL,
  commission INTEGER NOT NULL,
  lot TEXT NOT NULL,
  PRIMARY KEY (position, line)
) WITHOUT ROWID;
CREATE TABLE payment (
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  method TEXT NOT NULL,
  amount INTEGER NOT NULL,
  tendered INTEGER NOT NULL,
  change INTEGER NOT NULL,
  state TEXT NOT NULL,
  reference TEXT NOT NULL,
  PRIMARY KEY (position, number)
) WITHOUT ROWID;
CREATE TABLE refund (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  sale_id TEXT NOT NULL,
  sale_receipt TEXT NOT NULL,
  goods TEXT NOT NULL
);
CREATE TABLE refund_line (
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  sale_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  total INTEGER NOT NULL,
  PRIMARY KEY (position, number)
) WITHOUT ROWID;
CREATE INDEX refund_line_of_sale ON refund_line (sale_id);
CREATE TABLE adjustment (
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  line INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  rate INTEGER NOT NULL,
  reason TEXT NOT NULL,
  staff TEXT NOT NULL,
  allowed_by TEXT NOT NULL,
  PRIMARY KEY (position, number)
) WITHOUT ROWID;
CREATE TABLE removed_line (
  position INTEGER NOT NULL,
  number INTEGER NOT NULL,
  shift TEXT NOT NULL,
  sku TEXT NOT NULL,
  name TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  total INTEGER NOT NULL,
  at INTEGER NOT NULL,
  staff TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (position, number)
) WITHOUT ROWID;
CREATE TABLE cash_movement (
  position INTEGER PRIMARY KEY,
  shift TEXT NOT NULL,
  amount INTEGER NOT NULL,
  reason TEXT NOT NULL
);
CREATE TABLE shift_pulled (
  shift TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  pulled_at INTEGER NOT NULL,
  staff TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE drawer_event (
  position INTEGER PRIMARY KEY,
  shift TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  staff TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE TABLE stock (
  sku TEXT PRIMARY KEY,
  quantity INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE lead (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  recorded_at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  training INTEGER NOT NULL,
  body TEXT NOT NULL,
  keep_until TEXT NOT NULL,
  erased_at_position INTEGER
);
CREATE TABLE usage_measure (
  hour INTEGER NOT NULL,
  measure TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (hour, measure)
) WITHOUT ROWID;
CREATE TABLE usage_product (
  hour INTEGER NOT NULL,
  sku TEXT NOT NULL,
  views INTEGER NOT NULL,
  dwell INTEGER NOT NULL,
  codes INTEGER NOT NULL,
  picks INTEGER NOT NULL,
  good INTEGER NOT NULL,
  fair INTEGER NOT NULL,
  poor INTEGER NOT NULL,
  PRIMARY KEY (hour, sku)
) WITHOUT ROWID;
)sql";

} // namespace

const std::vector<std::string>& projection_tables() {
    static const std::vector<std::string> names{
        "till_state",    "staff",      "shift",        "sale",          "sale_line",     "payment",
        "cash_movement", "stock",      "lead",         "usage_measure", "usage_product", "refund",
        "refund_line",   "adjustment", "removed_line", "shift_pulled",  "drawer_event"};
    return names;
}

Result<> prepare_schema(Database& database) {
    auto version = database.prepare("PRAGMA user_version");
    version.step();
    const auto found = version.integer(0);
    if (found == schema_version) return {};
    if (found > schema_version)
        return fail(ErrorKind::newer, "error.data_newer",
                    {{"found", std::to_string(found)}, {"known", std::to_string(schema_version)}});
    version.reset();
    if (found > 0) { // what an older program did not compute follows from the entries; again, if the power goes now
        rebuild_projections(database);
        database.execute("PRAGMA user_version = " + std::to_string(schema_version));
        return {};
    }
    Transaction transaction(database);
    database.execute(journal_tables);
    database.execute(projection_sql);
    database.execute("PRAGMA user_version = " + std::to_string(schema_version));
    transaction.commit();
    return {};
}

void create_projections(Database& database) {
    database.execute(projection_sql);
}

} // namespace ocop
