#include "tests/support/chain.h"

#include <nlohmann/json.hpp>

namespace ocop::testing {

void grow(std::vector<Entry>& chain, const std::string& lineage, std::size_t count, const std::string& flavour) {
    for (std::size_t i = 0; i < count; ++i) {
        EntryHeader header;
        header.till = "Q2";
        header.lineage = lineage;
        header.seq = chain.empty() ? 1 : chain.back().header.seq + 1;
        header.kind = kind::cash_movement;
        header.id = flavour + "-" + std::to_string(header.seq);
        header.business_date = *Day::parse("2026-11-23");
        if (!chain.empty()) header.prev_hash = chain.back().hash;
        chain.push_back(freeze(header, {{"shift", "s"}, {"amount", 5000}, {"reason", "đổi tiền lẻ " + flavour}}));
    }
}

std::vector<Entry> make_chain(const std::string& lineage, std::size_t count, const std::string& flavour) {
    std::vector<Entry> chain;
    grow(chain, lineage, count, flavour);
    return chain;
}

} // namespace ocop::testing
