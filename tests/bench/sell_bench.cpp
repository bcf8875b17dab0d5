// How close selling comes to what SQLite can do: `ocop sell --script` against a bare loop that writes byte-identical
// rows with the same durability, and against the disk's own fdatasync. Seven interleaved runs; medians, as ratios.
// Fails under 0.85 of the bare loop's speed (the limit for selling).
#include "pos/journal/projections.h"
#include "pos/till/till.h"
#include "tests/support/bench_figures.h"
#include "tests/support/bench_till.h"

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace ocop;
namespace fs = std::filesystem;
using testing::median;

namespace {

constexpr int sales = 10'000; // a fair's day
constexpr int runs = 7;
constexpr double least_ratio = 0.85;

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void make_till(const fs::path& data, const fs::path& script) {
    SystemClock clock;
    SystemRandomness randomness;
    auto till = testing::make_bench_till(data, clock, randomness);
    std::vector<std::string> skus;
    for (const auto& product : till.catalogue()->products())
        if (product.price && product.sold_by == SoldBy::piece) skus.push_back(product.sku.text());
    std::ofstream lines(script);
    for (std::size_t i = 0; i < sales; ++i) {
        nlohmann::json items;
        for (std::size_t k = 0; k < 3; ++k)
            items.push_back({{"sku", skus[(i * 37 + k * 101) % skus.size()]}, {"qty", 1 + k}});
        lines << nlohmann::json{{"lines", items}, {"payments", {{{"method", "cash"}, {"tendered", 90'000'000}}}}}.dump()
              << '\n';
    }
}

void start_from(const fs::path& fresh, const fs::path& used) {
    fs::remove_all(used);
    fs::copy(fresh, used, fs::copy_options::recursive);
    ::sync();
}

// --- the bare loop ---------------------------------------------------------------------------------------------------

using Row = std::vector<sqlite3_value*>;

struct Table {
    const char* read;
    const char* write;
};
constexpr Table tables[] = {
    {"SELECT * FROM entry WHERE position = ?", "INSERT INTO entry VALUES (?,?,?,?,?,?,?)"},
    {"SELECT * FROM sale WHERE position = ?", "INSERT INTO sale VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"},
    {"SELECT * FROM sale_line WHERE position = ?",
     "INSERT INTO sale_line VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"},
    {"SELECT * FROM payment WHERE position = ?", "INSERT INTO payment VALUES (?,?,?,?,?,?,?,?)"},
    {"SELECT sku, -quantity FROM sale_line WHERE position = ?",
     "INSERT INTO stock VALUES (?, ?) ON CONFLICT(sku) DO UPDATE SET quantity = quantity + excluded.quantity"},
    {"SELECT 'receipt', receipt FROM sale WHERE position = ?",
     "INSERT INTO till_state VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value"},
};

void must(int code) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) throw std::runtime_error(sqlite3_errstr(code));
}

sqlite3* open_bare(const fs::path& file) {
    sqlite3* database = nullptr;
    must(sqlite3_open(file.c_str(), &database));
    must(sqlite3_exec(database,
                      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;"
                      "PRAGMA foreign_keys=ON; PRAGMA cache_size=-8192",
                      nullptr, nullptr, nullptr));
    return database;
}

// One written row, with its values copied out of the reference before the clock runs.
struct BareRow {
    std::size_t table;
    Row values;
};
using BareSale = std::vector<BareRow>;

std::vector<BareSale> read_sales(const fs::path& file) {
    auto* database = open_bare(file);
    sqlite3_stmt* positions = nullptr;
    must(sqlite3_prepare_v2(database, "SELECT position FROM sale ORDER BY position", -1, &positions, nullptr));
    std::vector<BareSale> all;
    while (sqlite3_step(positions) == SQLITE_ROW) {
        BareSale sale;
        for (std::size_t table = 0; table < std::size(tables); ++table) {
            sqlite3_stmt* rows = nullptr;
            must(sqlite3_prepare_v2(database, tables[table].read, -1, &rows, nullptr));
            must(sqlite3_bind_int64(rows, 1, sqlite3_column_int64(positions, 0)));
            while (sqlite3_step(rows) == SQLITE_ROW) {
                Row values;
                for (int column = 0; column < sqlite3_column_count(rows); ++column)
                    values.push_back(sqlite3_value_dup(sqlite3_column_value(rows, column)));
                sale.push_back({table, std::move(values)});
            }
            sqlite3_finalize(rows);
        }
        all.push_back(std::move(sale));
    }
    sqlite3_finalize(positions);
    sqlite3_close(database);
    return all;
}

// The till's own policy: between sales, once the log is longer than 32 MiB.
int note_log_pages(void* pages, sqlite3*, const char*, int in_log) {
    *static_cast<int*>(pages) = in_log;
    return SQLITE_OK;
}

void write_bare(const fs::path& file, const std::vector<BareSale>& all) {
    constexpr int most_log_pages = 32 * 1024 * 1024 / 4096;
    auto* database = open_bare(file);
    int log_pages = 0;
    sqlite3_wal_hook(database, note_log_pages, &log_pages);
    sqlite3_stmt* statements[std::size(tables)] = {};
    sqlite3_stmt* begin = nullptr;
    sqlite3_stmt* commit = nullptr;
    must(sqlite3_prepare_v2(database, "BEGIN IMMEDIATE", -1, &begin, nullptr));
    must(sqlite3_prepare_v2(database, "COMMIT", -1, &commit, nullptr));
    for (std::size_t i = 0; i < std::size(tables); ++i)
        must(sqlite3_prepare_v2(database, tables[i].write, -1, &statements[i], nullptr));
    for (const auto& sale : all) {
        must(sqlite3_step(begin));
        sqlite3_reset(begin);
        for (const auto& row : sale) {
            auto* statement = statements[row.table];
            int index = 0;
            for (auto* value : row.values)
                must(sqlite3_bind_value(statement, ++index, value));
            must(sqlite3_step(statement));
            sqlite3_reset(statement);
        }
        must(sqlite3_step(commit));
        sqlite3_reset(commit);
        if (log_pages > most_log_pages)
            must(sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr));
    }
    for (auto* statement : statements)
        sqlite3_finalize(statement);
    sqlite3_finalize(begin);
    sqlite3_finalize(commit);
    must(sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr));
    sqlite3_close(database);
}

// What the disk itself takes for as many durable writes of 28 KiB.
void sync_bare(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0600);
    const std::vector<char> block(28 * 1024, 'x');
    for (int i = 0; i < sales; ++i)
        if (::write(descriptor, block.data(), block.size()) < 0 || ::fdatasync(descriptor) != 0)
            throw std::runtime_error("the disk does not take a block");
    ::close(descriptor);
}

// Over every table that a sale writes: two files with the same digest hold the same rows.
std::string digest_of(const fs::path& file) {
    auto database = Database::open_reader(file);
    std::string digest;
    for (const char* table : {"entry", "sale", "sale_line", "payment", "stock", "till_state"})
        digest += table_digest(database, table);
    return digest;
}

} // namespace

int main(int, char** arguments) {
    const auto ocop = fs::absolute(arguments[0]).parent_path().parent_path() / "ocop";
    const auto folder = fs::temp_directory_path() / ("ocop-sell-bench-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const auto script = folder / "sales.jsonl";
    make_till(folder / "fresh", script);
    const auto one_sale = folder / "one.jsonl";
    {
        std::ifstream lines(script);
        std::string line;
        std::getline(lines, line);
        std::ofstream(one_sale) << line << '\n';
    }
    const auto sell = [&](const fs::path& file) {
        const auto command = ocop.string() + " --data " + (folder / "used").string() + " sell --script " +
                             file.string() + " > /dev/null";
        if (std::system(command.c_str()) != 0) throw std::runtime_error("ocop sell failed");
    };
    start_from(folder / "fresh", folder / "used");
    sell(script);
    const auto rows = read_sales(folder / "used" / "journal.db");
    const auto wanted = digest_of(folder / "used" / "journal.db");

    std::vector<double> ours, start, bare, disk;
    for (int run = 0; run < runs; ++run) {
        start_from(folder / "fresh", folder / "used");
        ours.push_back(seconds_of([&] { sell(script); }));
        start_from(folder / "fresh", folder / "used");
        start.push_back(seconds_of([&] { sell(one_sale); }));
        start_from(folder / "fresh", folder / "used");
        bare.push_back(seconds_of([&] { write_bare(folder / "used" / "journal.db", rows); }));
        if (digest_of(folder / "used" / "journal.db") != wanted)
            throw std::runtime_error("the bare loop wrote other rows");
        disk.push_back(seconds_of([&] { sync_bare(folder / "sync.bin"); }));
    }
    fs::remove_all(folder);
    const double ratio = median(bare) / median(ours);
    // Starting the program and reading 18,000 products is not selling; one sale's run stands for it.
    const double selling = median(ours) - median(start);
    std::printf(
        "%d sales of 3 lines, median of %d runs: ocop sell, its start included, reaches %.2f of a bare SQLite "
        "loop's speed\n(at least %.2f wanted); without its start %.2f of it, and %.2f of bare fdatasync of 28 KiB.\n",
        sales, runs, ratio, least_ratio, median(bare) / selling, median(disk) / selling);
    return ratio >= least_ratio ? 0 : 1;
}
