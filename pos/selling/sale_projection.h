// What belongs to a sale beside its lines and payments, and carts that never became one.
#pragma once

#include "pos/journal/projections.h"
#include "pos/selling/refund.h"

#include <string>
#include <vector>

namespace ocop {

void move_stock(Database& database, const std::string& sku, std::int64_t thousandths);
void project_adjustments(Database& database, Position position, const std::vector<Adjustment>& adjustments);
void project_removed_lines(Database& database, Position position, const std::string& shift,
                           const std::vector<RemovedLine>& lines);
// Which sale a refund amends, how much of its lines, and who answers for it.
void project_refunded(Database& database, Position position, const Refund& refund);
void project_cart_dropped(Database& database, Position position, const EntryHeader& header, const nlohmann::json& body);

} // namespace ocop
