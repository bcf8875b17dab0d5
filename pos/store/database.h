// SQLite behind owning handles. sqlite3.h stays in this folder.
//
// One writer: exactly one connection writes *and* checkpoints a database file (Debian's SQLite 3.40.1 lacks the
// WAL-reset fix, reference/sync.md §3); every other connection opens it read-only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace ocop {

using Bytes = std::vector<std::byte>;

// SQLite refused or the disk failed. Caught where an outcome is decided (Journal::append, readers' entry points).
class StorageFailure : public std::runtime_error {
public:
    StorageFailure(int code, const std::string& what) : std::runtime_error(what), code_(code) {}
    int code() const { return code_; } // extended SQLite result code

private:
    int code_;
};

// A prepared statement, positioned on at most one row. One thread only; must not outlive its Database.
class Statement {
public:
    Statement(sqlite3* connection, std::string_view sql); // throws StorageFailure

    Statement& bind(int index, std::int64_t value); // indexes start at 1, as in SQL
    Statement& bind(int index, std::string_view value);
    Statement& bind(int index, std::span<const std::byte> value);
    Statement& bind_null(int index);
    // Binds all parameters in order: integers, text or bytes.
    template <class... Values>
    Statement& bind_all(const Values&... values) {
        int index = 0;
        (bind_one(++index, values), ...);
        return *this;
    }

    bool step();  // true: a row is ready; false: done. Throws StorageFailure.
    void run();   // steps to the end and resets
    void reset(); // ready to be bound and stepped again

    std::int64_t integer(int column) const; // columns start at 0; null reads as 0
    std::string text(int column) const;
    Bytes bytes(int column) const;
    bool is_null(int column) const;
    int column_count() const;
    std::string column_name(int column) const;

private:
    void bind_one(int index, std::int64_t value) { bind(index, value); }
    void bind_one(int index, int value) { bind(index, std::int64_t{value}); }
    void bind_one(int index, bool value) { bind(index, std::int64_t{value ? 1 : 0}); }
    void bind_one(int index, std::string_view value) { bind(index, value); }
    void bind_one(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind_one(int index, const char* value) { bind(index, std::string_view(value)); }
    void bind_one(int index, const Bytes& value) { bind(index, std::span<const std::byte>(value)); }
    void bind_one(int index, std::nullptr_t) { bind_null(index); }

    struct Finalise {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalise> statement_;
};

// One connection. Movable, not copyable; used by one thread at a time.
class Database {
public:
    // The writing connection: WAL, synchronous=FULL, no automatic checkpoint, foreign keys on. The caller holds the
    // WriterLock of the folder. `vfs`: name of a registered SQLite VFS for fault tests, empty for the system's.
    static Database open_writer(const std::filesystem::path& file, const std::string& vfs = {});
    // Reads only; can neither write nor checkpoint. Throws when the file is missing.
    static Database open_reader(const std::filesystem::path& file, const std::string& vfs = {});
    static Database open_memory();

    Statement prepare(std::string_view sql) const;
    // A statement kept with the connection, reset and ready to be bound.
    Statement& cached(std::string_view sql);
    void execute(std::string_view sql); // one or more statements without parameters

    // Writes the WAL back into the file and empties it. False: a reader was in the way.
    bool checkpoint();
    std::int64_t wal_bytes() const;
    // Copies the whole database into a new file by the backup API.
    void back_up_to(const std::filesystem::path& file) const;
    // Message of the first fault SQLite itself finds (quick_check), nothing when sound.
    std::optional<std::string> first_fault() const;

    static std::string library_version();

private:
    explicit Database(sqlite3* connection) : connection_(connection) {}
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    std::filesystem::path file_;
    std::unique_ptr<sqlite3, Close> connection_;
    std::unordered_map<std::string, Statement> statements_; // destroyed before connection_
};

// BEGIN IMMEDIATE on construction; rolls back on destruction unless committed. The destructor swallows a failed
// rollback: the caller already has the failure that led there.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit(); // durable when it returns; throws StorageFailure

private:
    Database* database_;
};

} // namespace ocop
