// A shift (ca): from counting the float to the signed-off count. Its business date is fixed when it opens.
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"
#include "pos/base/time.h"
#include "pos/money/dong.h"
#include "pos/selling/sale.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <vector>

namespace ocop {

struct Shift {
    ShiftId id;
    std::int64_t number = 0; // 1, 2, 3 ... per lineage
    StaffId opened_by;
    Instant opened_at;
    Day business_date;
    Dong opening_float;
    bool training = false;
};

// Figures of one shift. X: any time, not stored. Z: stored once in the entry that closes the shift, and equal to what
// recomputing from the journal gives.
struct ShiftFigures {
    std::int64_t sales = 0;
    std::int64_t refunds = 0;
    Dong refunded;                  // taken off gross, discount, net, tax and by_method already
    std::int64_t removed_lines = 0; // taken out of orders before they were paid, or given up with them
    Dong removed;                   // what they would have cost
    Dong gross;    // before discounts
    Dong discount;
    Dong net;      // what customers paid
    Dong tax;      // within net
    std::map<std::string, Dong> by_method; // words of the journal: "cash" is net of change
    Dong unconfirmed_transfers;
    Dong cash_in;
    Dong cash_out;
    Dong expected_cash; // float + cash + in − out
    std::string first_receipt;
    std::string last_receipt;
    bool operator==(const ShiftFigures&) const = default;
};

struct ZReport {
    ShiftId shift;
    std::int64_t number = 0;
    Dong counted_cash;
    Dong difference; // counted − expected
    std::string reason;
    ShiftFigures figures;
    bool operator==(const ZReport&) const = default;
};

nlohmann::json shift_opened_to_json(const Shift& shift);
nlohmann::json z_report_to_json(const ZReport& report, const StaffId& closed_by);
Result<ZReport> z_report_from_json(const nlohmann::json& body);

} // namespace ocop
