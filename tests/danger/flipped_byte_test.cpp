// One byte is not what it was: verify says where, or everything still reads back as it was written.
#include "pos/catalogue/release.h"
#include "pos/journal/projections.h"
#include "pos/journal/signature.h"
#include "pos/journal/verify.h"
#include "pos/till/till.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <random>

using namespace ocop;
using ocop::testing::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

struct FlippedByteScene {
    TemporaryFolder folder;
    DataDirectory directory{folder.path() / "till"};
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{11};
    std::int64_t last_seq = 0;
    std::string lineage;

    FlippedByteScene() {
        auto till = std::move(*Till::create(directory, "test", "Q2", clock, randomness));
        const auto stored = store_release(directory, tests::generate_catalogue(10), {});
        REQUIRE(till.adopt_release(stored->manifest.release, stored->manifest_sha256));
        REQUIRE(till.set_staff({StaffId("lan"), "Lan", Role::cashier, *hash_pin("123456"), true}));
        REQUIRE(till.open_shift(StaffId("lan"), Dong{}));
        for (int i = 0; i < 6; ++i)
            sell(till, 1 + i);
        last_seq = till.journal().head().seq;
        lineage = till.journal().head().lineage;
        REQUIRE(till.journal().checkpoint());
    }

    static void sell(Till& till, std::int64_t pieces) {
        auto cart = till.new_cart();
        for (const auto& product : till.catalogue()->products())
            if (product.price && product.sold_by == SoldBy::piece)
                REQUIRE(add_to_cart(cart, product, Quantity::of(pieces)));
        REQUIRE(till.complete_sale(cart, {{PaymentMethod::cash, Dong{}, {}}}, StaffId("lan")));
    }

    // A shift is signed off, and the sales of the next one are still in the log when the power goes.
    void go_on_without_checkpoint() {
        auto till = std::move(*Till::open(directory, "test", clock, randomness));
        REQUIRE(till.close_shift(StaffId("lan"), till.shift_figures()->expected_cash, ""));
        REQUIRE(till.open_shift(StaffId("lan"), Dong{}));
        for (int i = 0; i < 3; ++i)
            sell(till, 2);
        last_seq = till.journal().head().seq;
    }

    void change(const std::string& sql) const { Database::open_writer(directory.journal()).execute(sql); }
};

// Everything that a reader gets out of the journal and its tables.
std::string read_back(const DataDirectory& directory, const std::string& lineage) {
    auto database = Database::open_reader(directory.journal());
    std::string all;
    for (const auto& entry : read_entries(database, lineage, 1, 1'000))
        all += entry.bytes + to_hex(entry.hash);
    for (const auto& table : projection_tables())
        all += table + table_digest(database, table);
    return all;
}

void flip(const fs::path& file, std::streamoff at, char bit) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    char byte = 0;
    stream.seekg(at);
    stream.get(byte);
    stream.seekp(at);
    stream.put(static_cast<char>(byte ^ bit));
}

std::vector<fs::path> files_beside_the_database(const DataDirectory& directory) {
    std::vector<fs::path> files;
    for (const auto& item : fs::recursive_directory_iterator(directory.root)) {
        const auto name = item.path().filename();
        // The database has a test of its own; the lock is empty and the index of the log is made anew.
        if (item.is_regular_file() && item.file_size() > 0 && name != "journal.db" && name != "journal.db-shm" &&
            name != "writer.lock")
            files.push_back(fs::relative(item.path(), directory.root));
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

TEST_CASE("a byte changed in any entry is named by its seq", "[danger][flip]") {
    const FlippedByteScene scene;
    for (std::int64_t seq = 1; seq <= scene.last_seq; ++seq) {
        const auto where = " WHERE seq = " + std::to_string(seq);
        const auto database = [&] { return Database::open_reader(scene.directory.journal()); };
        auto reader = database();
        auto row = reader.prepare("SELECT bytes, quote(hash) FROM entry" + where);
        REQUIRE(row.step());
        auto bytes = row.text(0);
        const auto hash = row.text(1);
        row.reset();
        auto quoted = bytes;
        for (std::size_t at = 0; (at = quoted.find('\'', at)) != std::string::npos; at += 2)
            quoted.insert(at, "'");

        scene.change("UPDATE entry SET bytes = replace(bytes, '\"Q2\"', '\"Q3\"')" + where);
        auto report = verify(scene.directory);
        REQUIRE(report);
        CHECK(report->first_bad_seq == seq);
        scene.change("UPDATE entry SET bytes = '" + quoted + "'" + where);

        scene.change("UPDATE entry SET hash = x'" + std::string(64, '0') + "'" + where);
        report = verify(scene.directory);
        REQUIRE(report);
        CHECK(report->first_bad_seq == seq);
        scene.change("UPDATE entry SET hash = " + hash + where);
        CHECK(verify(scene.directory)->sound());
    }
}

TEST_CASE("a value changed in a projection names its table, and a rebuild heals it", "[danger][flip]") {
    const FlippedByteScene scene;
    const std::vector<std::pair<std::string, std::string>> changes{
        {"till_state", "UPDATE till_state SET value = value || 'x' WHERE name = 'receipt'"},
        {"staff", "UPDATE staff SET body = replace(body, 'Lan', 'Lam')"},
        {"shift", "UPDATE shift SET opening_float = opening_float + 1"},
        {"sale", "UPDATE sale SET total = total + 1 WHERE position = (SELECT max(position) FROM sale)"},
        {"sale_line", "UPDATE sale_line SET commission = commission + 1"},
        {"payment", "UPDATE payment SET change = change + 1"},
        {"stock", "UPDATE stock SET quantity = quantity - 1"},
    };
    for (const auto& [table, sql] : changes) {
        INFO(table);
        scene.change(sql);
        auto report = verify(scene.directory);
        REQUIRE(report);
        CHECK_FALSE(report->first_bad_seq);
        CHECK(report->different_tables == std::vector<std::string>{table});
        {
            auto writer = Database::open_writer(scene.directory.journal());
            rebuild_projections(writer);
        }
        CHECK(verify(scene.directory)->sound());
    }
}

TEST_CASE("a byte flipped anywhere in the file is reported or changes nothing that is read", "[danger][flip]") {
    const FlippedByteScene scene;
    const auto file = scene.directory.journal();
    const auto before = read_back(scene.directory, scene.lineage);
    const auto size = fs::file_size(file);
    std::mt19937 dice(20261124);
    int reported = 0;
    for (int i = 0; i < 250; ++i) {
        const auto at = static_cast<std::streamoff>(std::uniform_int_distribution<std::uintmax_t>(0, size - 1)(dice));
        const auto bit = static_cast<char>(1 << std::uniform_int_distribution<int>(0, 7)(dice));
        flip(file, at, bit);
        const auto report = verify(scene.directory);
        if (!report || !report->sound()) {
            ++reported;
        } else {
            INFO("byte " << at << " of " << size << ", bit " << int(bit));
            CHECK(read_back(scene.directory, scene.lineage) == before);
        }
        flip(file, at, bit);
    }
    CHECK(reported > 50); // the rest fell into unused space
    CHECK(read_back(scene.directory, scene.lineage) == before);
}

TEST_CASE("a byte flipped in any other file of a till is told, or changes nothing", "[danger][flip]") {
    FlippedByteScene scene;
    scene.go_on_without_checkpoint();
    REQUIRE(verify(scene.directory)->sound());
    const auto before = read_back(scene.directory, scene.lineage);
    const auto public_key = TillKey::load_or_create(scene.directory.key())->public_key();
    const auto files = files_beside_the_database(scene.directory);
    REQUIRE(std::count(files.begin(), files.end(), "journal.db-wal") == 1);
    REQUIRE(std::count(files.begin(), files.end(), "till.key") == 1);
    REQUIRE(std::count(files.begin(), files.end(), "seq.high") == 1);
    REQUIRE(files.size() >= 5); // and the release's blobs
    std::mt19937 dice(20261126);
    int lost_from_log = 0;
    for (const auto& name : files) {
        const bool log = name == "journal.db-wal";
        for (int i = 0; i < (log ? 60 : 4); ++i) {
            const TemporaryFolder folder;
            const DataDirectory copy{folder.path() / "till"};
            fs::copy(scene.directory.root, copy.root, fs::copy_options::recursive);
            const auto size = fs::file_size(copy.root / name);
            const auto at =
                static_cast<std::streamoff>(std::uniform_int_distribution<std::uintmax_t>(0, size - 1)(dice));
            flip(copy.root / name, at, static_cast<char>(1 << std::uniform_int_distribution<int>(0, 7)(dice)));
            INFO(name << ", byte " << at << " of " << size);
            const auto report = verify(copy);
            const bool said = !report || !report->sound();
            if (name == "till.key") {
                const auto key = TillKey::load_or_create(copy.key());
                CHECK((!key || key->public_key() == public_key));
                CHECK_FALSE(key); // every byte of it counts
            }
            if (!said) CHECK(read_back(copy, scene.lineage) == before);
            auto till = Till::open(copy, "test", scene.clock, scene.randomness);
            if (!till) continue; // told; nothing was written
            // What was lost from the log is never given again: another lineage and series go on.
            auto& open = *till;
            const bool whole = read_entries(open.journal().database(), scene.lineage, scene.last_seq, 1).size() == 1;
            CHECK((whole || open.journal().head().lineage != scene.lineage));
            CHECK((whole || said));
            if (!whole) {
                CHECK(log);
                ++lost_from_log;
                CHECK(open.journal().head().series == "B");
            }
            if (name == "seq.high") CHECK(open.journal().head().lineage == scene.lineage);
        }
    }
    CHECK(lost_from_log > 10);
}
