#include "pos/store/database.h"

#include <sqlite3.h>

#include <utility>

namespace ocop {
namespace {

[[noreturn]] void throw_failure(sqlite3* connection, std::string_view doing) {
    const int code = connection != nullptr ? sqlite3_extended_errcode(connection) : SQLITE_NOMEM;
    const char* message = connection != nullptr ? sqlite3_errmsg(connection) : "out of memory";
    throw StorageFailure(code, std::string(doing) + ": " + message);
}

void check(int result, sqlite3* connection, std::string_view doing) {
    if (result != SQLITE_OK) throw_failure(connection, doing);
}

} // namespace

void Statement::Finalise::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* connection, std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                             &statement, nullptr),
          connection, "prepare");
    statement_.reset(statement);
}

Statement& Statement::bind(int index, std::int64_t value) {
    check(sqlite3_bind_int64(statement_.get(), index, value), sqlite3_db_handle(statement_.get()), "bind");
    return *this;
}

Statement& Statement::bind(int index, std::string_view value) {
    const char* text = value.data() != nullptr ? value.data() : "";
    check(sqlite3_bind_text64(statement_.get(), index, text, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8),
          sqlite3_db_handle(statement_.get()), "bind");
    return *this;
}

Statement& Statement::bind(int index, std::span<const std::byte> value) {
    const void* data = value.data() != nullptr ? static_cast<const void*>(value.data()) : "";
    check(sqlite3_bind_blob64(statement_.get(), index, data, value.size(), SQLITE_TRANSIENT),
          sqlite3_db_handle(statement_.get()), "bind");
    return *this;
}

Statement& Statement::bind_null(int index) {
    check(sqlite3_bind_null(statement_.get(), index), sqlite3_db_handle(statement_.get()), "bind");
    return *this;
}

bool Statement::step() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    auto* connection = sqlite3_db_handle(statement_.get());
    const StorageFailure failure(sqlite3_extended_errcode(connection),
                                 std::string("step: ") + sqlite3_errmsg(connection));
    sqlite3_reset(statement_.get());
    throw failure;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_.get()); // repeats the error of the last step, which was already thrown
    sqlite3_clear_bindings(statement_.get());
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
    const auto* data = sqlite3_column_text(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return data == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(data), size);
}

Bytes Statement::bytes(int column) const {
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(statement_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return data == nullptr ? Bytes() : Bytes(data, data + size);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
int Statement::column_count() const {
    return sqlite3_column_count(statement_.get());
}
std::string Statement::column_name(int column) const {
    return sqlite3_column_name(statement_.get(), column);
}

void Database::Close::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

namespace {

sqlite3* open_connection(const std::filesystem::path& file, int flags, const std::string& vfs) {
    sqlite3* connection = nullptr;
    const int result = sqlite3_open_v2(file.c_str(), &connection, flags, vfs.empty() ? nullptr : vfs.c_str());
    if (result != SQLITE_OK) {
        const StorageFailure failure(connection != nullptr ? sqlite3_extended_errcode(connection) : result,
                                     "open " + file.string() + ": " + sqlite3_errstr(result));
        sqlite3_close_v2(connection);
        throw failure;
    }
    sqlite3_extended_result_codes(connection, 1);
    return connection;
}

} // namespace

Database Database::open_writer(const std::filesystem::path& file, const std::string& vfs) {
    Database database(open_connection(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, vfs));
    database.file_ = file;
    database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
                     "PRAGMA foreign_keys=ON; PRAGMA cache_size=-8192");
    // Closing must not checkpoint behind the caller's back: checkpoints are explicit and their failure is seen.
    sqlite3_db_config(database.connection_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return database;
}

Database Database::open_reader(const std::filesystem::path& file, const std::string& vfs) {
    Database database(open_connection(file, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, vfs));
    database.file_ = file;
    sqlite3_busy_timeout(database.connection_.get(), 2000);
    return database;
}

Database Database::open_memory() {
    return Database(open_connection(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, {}));
}

Statement Database::prepare(std::string_view sql) const {
    return Statement(connection_.get(), sql);
}

Statement& Database::cached(std::string_view sql) {
    const auto found = statements_.find(std::string(sql));
    if (found != statements_.end()) {
        found->second.reset();
        return found->second;
    }
    return statements_.emplace(std::string(sql), prepare(sql)).first->second;
}

void Database::execute(std::string_view sql) {
    check(sqlite3_exec(connection_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr), connection_.get(), sql);
}

bool Database::checkpoint() {
    const int result =
        sqlite3_wal_checkpoint_v2(connection_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (result == SQLITE_BUSY) return false;
    check(result, connection_.get(), "checkpoint");
    return true;
}

std::int64_t Database::wal_bytes() const {
    std::error_code missing;
    const auto size = std::filesystem::file_size(file_.string() + "-wal", missing);
    return missing ? 0 : static_cast<std::int64_t>(size);
}

void Database::back_up_to(const std::filesystem::path& file) const {
    const std::unique_ptr<sqlite3, Close> target(
        open_connection(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, {}));
    auto* backup = sqlite3_backup_init(target.get(), "main", connection_.get(), "main");
    if (backup == nullptr) throw_failure(target.get(), "back up");
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK) throw_failure(target.get(), "back up");
}

std::optional<std::string> Database::first_fault() const {
    auto statement = prepare("PRAGMA integrity_check(1)");
    if (!statement.step()) return "integrity_check gave no answer";
    auto answer = statement.text(0);
    if (answer == "ok") return std::nullopt;
    return answer;
}

std::string Database::library_version() {
    return sqlite3_libversion();
}

Transaction::Transaction(Database& database) : database_(&database) {
    database.cached("BEGIN IMMEDIATE").run();
}

Transaction::~Transaction() {
    if (database_ == nullptr) return;
    try {
        database_->execute("ROLLBACK");
    } catch (const StorageFailure&) { // SQLite rolled back by itself, or the caller is about to close the file
    }
}

void Transaction::commit() {
    database_->cached("COMMIT").run();
    database_ = nullptr;
}

} // namespace ocop
