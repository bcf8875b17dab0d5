// Stored sales, found again: for the list of orders, and to refund one. Any connection; throws StorageFailure.
#pragma once

#include "pos/journal/entry.h"
#include "pos/selling/refund.h"
#include "pos/store/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

struct FoundSale {
    std::string id;
    std::string receipt;
    Instant sold_at;
    Quantity pieces;     // one per weighed line
    std::string methods; // words of the journal, joined with " + "
    Dong total;
    Dong refunded; // of it, so far
    bool training = false;
    std::string amends_id;
    std::string amends; // the receipt a refund belongs to; empty: this is a sale
    bool operator==(const FoundSale&) const = default;
};

struct SaleSearch {
    std::string asked; // number or its last digits, text of a slip's code, an amount, a transfer's purpose; empty: all
    std::optional<Day> day; // business date
    std::size_t most = 100;
};

// Newest first.
std::vector<FoundSale> find_sales(Database& database, const SaleSearch& search);

// "OCOP-RECEIPT:Q2A-000137:…": the sale's id, whatever number it carries; nullopt: not the code of a slip.
std::optional<std::string> sale_id_of_slip(std::string_view code);

// not_found: no sale has this id.
Result<RefundableSale> refundable_sale(Database& database, const std::string& sale_id);
// The entry of a sale or a refund; not_found ("error.no_sale") when there is none of that kind.
Result<Entry> stored_entry(Database& database, const char* kind_of_entry, const std::string& id);
Result<Refund> read_refund(Database& database, const std::string& refund_id);

} // namespace ocop
