#include "pos/store/wal_tail.h"

#include "pos/store/database.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>

using namespace ocop;
using ocop::testing::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

struct Log {
    TemporaryFolder folder;
    fs::path database = folder.path() / "a.db";
    fs::path file = folder.path() / "a.db-wal";

    // A log of `rows` transactions, left as a program leaves it that is gone without a checkpoint.
    explicit Log(int rows) {
        auto writer = Database::open_writer(database);
        writer.execute("CREATE TABLE t (v TEXT)");
        for (int i = 0; i < rows; ++i) {
            Transaction transaction(writer);
            writer.prepare("INSERT INTO t VALUES (?)").bind_all(std::string(300, 'x')).run();
            transaction.commit();
        }
    }
    std::string bytes() const {
        std::ifstream stream(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    void put(const std::string& bytes) const { std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes; }
    std::int64_t rows() const {
        auto row = Database::open_reader(database).prepare("SELECT count(*) FROM t");
        row.step();
        return row.integer(0);
    }
};

} // namespace

TEST_CASE("a log as it was written has nothing unreadable", "[store]") {
    const Log log(5);
    REQUIRE(fs::file_size(log.file) > 0);
    CHECK_FALSE(wal_has_unreadable_frames(log.database));
    CHECK_FALSE(wal_has_unreadable_frames(log.folder.path() / "another.db"));
    log.put("");
    CHECK_FALSE(wal_has_unreadable_frames(log.database));
}

TEST_CASE("a decayed byte of a log is seen wherever it takes a transaction away", "[store]") {
    const Log log(5);
    const auto whole = log.bytes();
    int taken = 0;
    for (std::size_t at = 0; at < whole.size(); at += 97) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        log.put(damaged);
        const bool seen = wal_has_unreadable_frames(log.database);
        std::int64_t rows = -1; // the table itself may be gone
        try {
            rows = log.rows();
        } catch (const StorageFailure&) {
        }
        INFO("byte " << at);
        CHECK((seen || rows == 5));
        taken += rows == 5 ? 0 : 1;
    }
    CHECK(taken > 10);
}

TEST_CASE("a frame that was never finished is no damage", "[store]") {
    const Log log(5);
    const auto whole = log.bytes();
    log.put(whole.substr(0, whole.size() - 100));
    CHECK_FALSE(wal_has_unreadable_frames(log.database));
}
