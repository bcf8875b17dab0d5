// history-checker HUB.db TILL.db...: compares what a hub holds with what the tills wrote. It shares no code with the
// product: own reading of the files, own hashing.
//   - every chain of the hub is unbroken, a divergent tail hangs on its main line;
//   - every entry of every till is at the hub exactly once, byte for byte, and nothing else is;
//   - the hub's sales are the tills' sales, each counted once, to the đồng.
// Prints one line of figures; status 1 and the first thing that does not hold otherwise.
#include <nlohmann/json.hpp>
#include <openssl/sha.h>
#include <sqlite3.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

namespace {

using Row = std::vector<std::string>;

std::vector<Row> query(const std::string& file, const std::string& sql) {
    sqlite3* database = nullptr;
    if (sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        throw std::runtime_error("cannot open " + file);
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(file + ": " + sqlite3_errmsg(database));
    std::vector<Row> rows;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        Row row;
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
            row.push_back(size == 0 ? std::string() : std::string(bytes, size));
        }
        rows.push_back(std::move(row));
    }
    sqlite3_finalize(statement);
    sqlite3_close(database);
    return rows;
}

void require(bool holds, const std::string& what) {
    if (!holds) throw std::runtime_error(what);
}

std::string chained(const std::string& before, const std::string& bytes) {
    const std::string text = "ocop-entry-1\n" + before + bytes;
    std::string hash(SHA256_DIGEST_LENGTH, '\0');
    SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(),
           reinterpret_cast<unsigned char*>(hash.data()));
    return hash;
}

using Key = std::tuple<std::string, std::string, long long>; // lineage, branch, seq

struct Held {
    std::string hash;
    std::string bytes;
};

std::map<Key, Held> read_hub(const std::string& file) {
    std::map<Key, Held> held;
    for (auto& row : query(file, "SELECT lineage, branch, seq, hash, bytes FROM entry"))
        held[{row[0], row[1], std::stoll(row[2])}] = {row[3], row[4]};
    return held;
}

void check_chains(const std::map<Key, Held>& held) {
    for (const auto& [key, entry] : held) {
        const auto& [lineage, branch, seq] = key;
        auto before = held.find({lineage, branch, seq - 1});
        if (before == held.end() && !branch.empty()) before = held.find({lineage, "", seq - 1});
        const auto name = lineage + "/" + branch + "/" + std::to_string(seq);
        require(seq == 1 || before != held.end(), "nothing before " + name);
        const auto hash_before = seq == 1 ? std::string(32, '\0') : before->second.hash;
        require(chained(hash_before, entry.bytes) == entry.hash, "the chain is broken at " + name);
    }
}

// Whether exactly one row of the hub is this entry.
bool is_held_once(const std::map<Key, Held>& held, const std::set<std::string>& branches, const Row& entry) {
    int found = 0;
    for (const auto& branch : branches) {
        const auto at = held.find({entry[0], branch, std::stoll(entry[1])});
        if (at != held.end() && at->second.bytes == entry[2]) ++found;
    }
    return found == 1;
}

int check(const std::string& hub, const std::vector<std::string>& tills) {
    const auto held = read_hub(hub);
    check_chains(held);
    std::set<std::string> branches;
    for (const auto& [key, entry] : held)
        branches.insert(std::get<1>(key));

    std::set<std::string> written;
    std::map<std::string, long long> sales; // id → total
    for (const auto& till : tills)
        for (const auto& entry : query(till, "SELECT lineage, seq, bytes FROM entry")) {
            require(is_held_once(held, branches, entry), till + ": entry " + entry[1] + " is not at the hub once");
            written.insert(entry[2]);
            const auto document = nlohmann::json::parse(entry[2]);
            if (document.at("kind") == "sale" && !document.at("training").get<bool>())
                sales[document.at("id").get<std::string>()] = document.at("body").at("total").get<long long>();
        }
    require(written.size() == held.size(), "the hub holds entries that no till wrote");

    long long total = 0;
    for (const auto& [id, amount] : sales)
        total += amount;
    const auto counted = query(hub, "SELECT count(*), coalesce(sum(total), 0) FROM sale WHERE NOT training").at(0);
    require(counted[0] == std::to_string(sales.size()) && counted[1] == std::to_string(total),
            "the hub counts " + counted[0] + " sales of " + counted[1] + ", the tills " + std::to_string(sales.size()) +
                " of " + std::to_string(total));
    const auto forks = query(hub, "SELECT count(DISTINCT lineage) FROM fork").at(0).at(0);
    std::cout << "entries " << held.size() << " sales " << sales.size() << " total " << total << " forks " << forks
              << std::endl;
    return EXIT_SUCCESS;
}

} // namespace

int main(int count, char** values) try {
    const std::vector<std::string> files(values + 1, values + count);
    require(files.size() >= 2, "usage: history-checker HUB.db TILL.db...");
    return check(files.front(), {files.begin() + 1, files.end()});
} catch (const std::exception& problem) {
    std::cerr << problem.what() << std::endl;
    return EXIT_FAILURE;
}
