// What visitors looked at beside what was bought, per product.
#pragma once

#include "pos/reports/sale_rows.h"
#include "pos/usage/usage_counts.h"

#include <string>
#include <vector>

namespace ocop {

struct InterestRow {
    std::string sku;
    std::string name; // as sold last; the code while it was never sold
    ProductUsage usage;
    Quantity sold;
    Dong net;
};

// Most views first. Days of the filter are those of the views as well; with a producer only what was sold of theirs is
// known to be theirs. Counts of the hour that is still open are not in the journal yet. Throws StorageFailure.
std::vector<InterestRow> interest_rows(Database& database, const SaleFilter& filter);

} // namespace ocop
