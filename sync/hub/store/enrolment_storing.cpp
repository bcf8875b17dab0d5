#include "sync/hub/store/enrolment_storing.h"

#include "sync/hub/store/stored_hash.h"

#include <fmt/format.h>

namespace ocop {
namespace {

constexpr const char* till_columns = "SELECT id, code, public_key, program, enrolled_at, revoked FROM till ";

EnrolledTill read_till(const Statement& row) {
    const auto key = public_key_from_hex(row.text(2));
    if (!key) throw StorageFailure(0, "a stored till has no readable key");
    return {row.text(0), row.text(1), *key, row.text(3), Instant{row.integer(4)}, row.integer(5) != 0};
}

template <class Value>
std::optional<EnrolledTill> find_by(Database& database, const char* condition, const Value& value) {
    auto& find = database.cached(fmt::format("{}{}", till_columns, condition));
    find.bind_all(value);
    if (!find.step()) return std::nullopt;
    auto till = read_till(find);
    find.reset();
    return till;
}

tl::unexpected<Error> not_this_code(const char* why) {
    return fail(ErrorKind::refused, "error.enrolment_code", {}, why);
}

// Looks the code up and says why it cannot be used; a wrong secret costs a try.
Result<> check_code(Database& database, const std::string& finder, const Hash& secret_hash, const PublicKey& key,
                    Instant now) {
    auto& find =
        database.cached("SELECT secret_hash, expires_at, tries_left, public_key FROM enrolment_code WHERE finder = ?");
    find.bind_all(finder);
    if (!find.step()) return not_this_code("unknown");
    const bool right = find.bytes(0) == to_column(secret_hash);
    const bool expired = find.integer(1) <= now.milliseconds;
    const auto tries_left = find.integer(2);
    const auto spent_by = find.text(3);
    find.reset();
    if (tries_left <= 0) return not_this_code("too many tries");
    if (!right) {
        database.cached("UPDATE enrolment_code SET tries_left = tries_left - 1 WHERE finder = ?")
            .bind_all(finder)
            .run();
        return not_this_code("wrong");
    }
    if (expired) return not_this_code("expired");
    if (!spent_by.empty() && spent_by != to_hex(key)) return not_this_code("spent");
    return {};
}

} // namespace

void store_code(Database& database, const EnrolmentCode& code) {
    database.cached("INSERT OR REPLACE INTO enrolment_code VALUES (?, ?, ?, ?, NULL)")
        .bind_all(code.finder, to_column(code.secret_hash), code.expires_at.milliseconds, enrolment_tries)
        .run();
}

Result<EnrolmentAnswer> spend_code(Database& database, const std::string& finder, const Hash& secret_hash,
                                   const EnrolmentRequest& request, Instant now, Randomness& randomness) {
    OCOP_TRY(check_code(database, finder, secret_hash, request.public_key, now));
    const auto key = to_hex(request.public_key);
    database.cached("UPDATE enrolment_code SET public_key = ? WHERE finder = ?").bind_all(key, finder).run();

    EnrolmentAnswer answer;
    answer.credential = random_hex(32, randomness);
    const auto credential_hash = to_column(sha256(answer.credential));
    // A machine that enrols again stays the till it was, so that the hub goes on telling it what it holds.
    if (const auto known = find_by(database, "WHERE public_key = ?", key)) {
        answer.till_id = known->id;
        database.cached("UPDATE till SET code = ?, credential_hash = ?, program = ?, revoked = 0 WHERE id = ?")
            .bind_all(request.till_code, credential_hash, request.program, known->id)
            .run();
    } else {
        answer.till_id = random_hex(16, randomness);
        database
            .cached("INSERT INTO till (id, code, public_key, credential_hash, program, enrolled_at) "
                    "VALUES (?, ?, ?, ?, ?, ?)")
            .bind_all(answer.till_id, request.till_code, key, credential_hash, request.program, now.milliseconds)
            .run();
    }
    return answer;
}

std::optional<EnrolledTill> find_till(Database& database, const std::string& id) {
    return find_by(database, "WHERE id = ?", id);
}

std::optional<EnrolledTill> find_till_of_credential(Database& database, const std::string& credential) {
    return find_by(database, "WHERE credential_hash = ?", to_column(sha256(credential)));
}

std::vector<TillOverview> read_tills(Database& database) {
    std::vector<TillOverview> tills;
    auto& find = database.cached(fmt::format("{}ORDER BY code, enrolled_at, id", till_columns));
    while (find.step()) {
        TillOverview overview;
        overview.till = read_till(find);
        tills.push_back(std::move(overview));
    }
    find.reset();
    return tills;
}

int revoke_tills(Database& database, const std::string& id_or_code) {
    auto& count = database.cached("SELECT count(*) FROM till WHERE id = ? OR code = ?");
    count.bind_all(id_or_code, id_or_code).step();
    const auto found = static_cast<int>(count.integer(0));
    count.reset();
    database.cached("UPDATE till SET revoked = 1 WHERE id = ? OR code = ?").bind_all(id_or_code, id_or_code).run();
    return found;
}

} // namespace ocop
