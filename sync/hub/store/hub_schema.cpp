#include "sync/hub/store/hub_schema.h"

namespace ocop {
namespace {

// chain: one row for each main line (branch '') and each divergent tail. Entries before a tail's first_seq are those of
// the main line. sale, sale_line and payment follow from entry alone.
constexpr const char* tables = R"sql(
CREATE TABLE hub (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE enrolment_code (
  finder TEXT PRIMARY KEY, secret_hash BLOB NOT NULL, expires_at INTEGER NOT NULL, tries_left INTEGER NOT NULL,
  public_key TEXT);
CREATE TABLE till (
  id TEXT PRIMARY KEY, code TEXT NOT NULL, public_key TEXT NOT NULL UNIQUE, credential_hash BLOB NOT NULL UNIQUE,
  program TEXT NOT NULL, enrolled_at INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0);
CREATE TABLE chain (
  lineage TEXT NOT NULL, branch TEXT NOT NULL, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL,
  last_hash BLOB NOT NULL, PRIMARY KEY (lineage, branch)) WITHOUT ROWID;
CREATE TABLE chain_sender (
  till TEXT NOT NULL REFERENCES till (id), lineage TEXT NOT NULL, branch TEXT NOT NULL,
  PRIMARY KEY (till, lineage, branch)) WITHOUT ROWID;
CREATE TABLE entry (
  lineage TEXT NOT NULL, branch TEXT NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL, bytes BLOB NOT NULL,
  till TEXT NOT NULL, received_at INTEGER NOT NULL, PRIMARY KEY (lineage, branch, seq));
CREATE TABLE quarantine (
  lineage TEXT NOT NULL, branch TEXT NOT NULL, seq INTEGER NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (lineage, branch, seq)) WITHOUT ROWID;
CREATE TABLE fork (
  lineage TEXT NOT NULL, seq INTEGER NOT NULL, till TEXT NOT NULL, seen_at INTEGER NOT NULL,
  PRIMARY KEY (lineage, seq)) WITHOUT ROWID;
CREATE TABLE release (
  number INTEGER PRIMARY KEY, release TEXT NOT NULL, manifest_sha256 TEXT NOT NULL, published_at INTEGER NOT NULL);
CREATE TABLE sale (
  id TEXT PRIMARY KEY, hash BLOB NOT NULL, lineage TEXT NOT NULL, branch TEXT NOT NULL, seq INTEGER NOT NULL,
  till TEXT NOT NULL, receipt TEXT NOT NULL, fair TEXT NOT NULL, booth TEXT NOT NULL, business_date TEXT NOT NULL,
  sold_at INTEGER NOT NULL, training INTEGER NOT NULL, total INTEGER NOT NULL);
CREATE INDEX sale_by_till ON sale (till);
CREATE INDEX sale_by_day ON sale (business_date);
CREATE TABLE sale_line (
  sale TEXT NOT NULL REFERENCES sale (id), number INTEGER NOT NULL, sku TEXT NOT NULL, name TEXT NOT NULL,
  producer TEXT NOT NULL, producer_name TEXT NOT NULL, stars INTEGER NOT NULL, quantity INTEGER NOT NULL,
  total INTEGER NOT NULL, commission INTEGER NOT NULL, PRIMARY KEY (sale, number)) WITHOUT ROWID;
CREATE TABLE payment (
  sale TEXT NOT NULL REFERENCES sale (id), number INTEGER NOT NULL, method TEXT NOT NULL, amount INTEGER NOT NULL,
  state TEXT NOT NULL, PRIMARY KEY (sale, number)) WITHOUT ROWID;
)sql";

std::int64_t stored_version(Database& database) {
    auto version = database.prepare("PRAGMA user_version");
    version.step();
    return version.integer(0);
}

} // namespace

Result<> prepare_hub_schema(Database& database, Randomness& randomness) {
    const auto version = stored_version(database);
    if (version > hub_schema_version) return fail(ErrorKind::newer, "error.hub_newer");
    if (version == hub_schema_version) return {};
    Transaction transaction(database);
    database.execute(tables);
    auto set = database.prepare("INSERT INTO hub VALUES (?, ?)");
    set.bind_all("hub_id", random_hex(16, randomness)).run();
    set.bind_all("epoch", random_hex(16, randomness)).run();
    set.reset();
    database.execute("PRAGMA user_version = " + std::to_string(hub_schema_version));
    transaction.commit();
    return {};
}

} // namespace ocop
