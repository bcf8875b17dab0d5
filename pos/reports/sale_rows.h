// Sale lines and their totals, read from the projections: what every export and report is made of. Training is never
// part of them.
#pragma once

#include "pos/base/text_id.h"
#include "pos/base/time.h"
#include "pos/money/dong.h"
#include "pos/store/database.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ocop {

// Which sales: empty fields do not restrict. Days are business dates, both ends included.
struct SaleFilter {
    std::optional<Day> from;
    std::optional<Day> to;
    FairId fair;
    ProducerId producer;
};

struct SaleRow {
    std::string receipt;
    Day business_date;
    Instant sold_at;
    std::string staff;
    std::string sku;
    std::string name;
    std::string producer;
    std::string producer_name;
    std::string group;
    int stars = 0;
    std::string place;
    std::string province;
    std::string lot;
    std::string unit;
    Quantity quantity;
    Dong unit_price;
    Dong discount;
    Dong total;
    Dong tax;
    Rate commission_rate;
    Dong commission;
    std::string reasons; // of its discounts, its price or its refund, joined with " + "
    std::string amends;  // receipt of the sale that this is a refund of: quantity and money are below zero
    std::string methods; // words of the journal, joined with " + "
};

// Calls `row` for every line in the order of sale. Throws StorageFailure.
void for_each_sale_row(Database& database, const SaleFilter& filter, const std::function<void(const SaleRow&)>& row);
std::int64_t count_sale_rows(Database& database, const SaleFilter& filter);

enum class TotalBy { producer, day, payment_method, stars };

struct TotalRow {
    std::string key;   // producer id, ISO day, word of the method, stars as a number
    std::string label; // the producer's name; else equal to key
    std::int64_t sales = 0;
    std::int64_t lines = 0; // 0 for payment methods
    Dong gross;             // before discounts; for payment methods equal to net
    Dong discount;
    Dong net;
    Dong tax;
    Dong commission;
};

// With a producer in the filter, totals by payment method are not defined per line and come back empty.
std::vector<TotalRow> sale_totals(Database& database, const SaleFilter& filter, TotalBy by);

} // namespace ocop
