#include "pos/shifts/cash_count.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {
namespace {

constexpr std::int64_t most_of_a_note = 100'000; // a drawer holds hundreds

} // namespace

Dong total_of(const CashCount& count) {
    Dong total;
    for (const auto& each : count)
        total += Dong{each.note.amount * each.count};
    return total;
}

nlohmann::json cash_count_to_json(const CashCount& count) {
    auto list = nlohmann::json::array();
    for (const auto& each : count)
        list.push_back({{"note", each.note.amount}, {"count", each.count}});
    return list;
}

CashCount cash_count_from_json(const nlohmann::json& body) {
    CashCount count;
    for (const auto& each : body)
        count.push_back({Dong{each.at("note").get<std::int64_t>()}, each.at("count").get<std::int64_t>()});
    return count;
}

Result<> check_cash_count(const CashCount& count) {
    std::int64_t dearer = counted_notes.front() + 1;
    for (const auto& each : count) {
        const bool known =
            std::find(counted_notes.begin(), counted_notes.end(), each.note.amount) != counted_notes.end();
        if (!known || each.note.amount >= dearer || each.count < 0 || each.count > most_of_a_note)
            return fail(ErrorKind::refused, "error.cash_count", {{"note", std::to_string(each.note.amount)}});
        dearer = each.note.amount;
    }
    return {};
}

} // namespace ocop
