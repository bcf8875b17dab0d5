// A shift (ca): from counting the float to the signed-off count. Its business date is fixed when it opens. It ends in
// two steps: the drawer is pulled and the shift sells no more; then it is counted, at once or later in a quiet room,
// and closes with its Z report.
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"
#include "pos/base/time.h"
#include "pos/money/dong.h"
#include "pos/selling/sale.h"
#include "pos/shifts/cash_count.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <optional>
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
    std::optional<Instant> pulled_at; // nullopt: it sells
    StaffId pulled_by;
};

struct ShiftOpening {
    StaffId by;
    Dong opening_float;
    CashCount notes; // that make the float; empty when it was not counted by notes
    bool training = false;
    std::optional<Day> business_date = std::nullopt; // chosen by `by`, because the clock is not believed
};

// Figures of one shift. X: any time, not stored. Z: stored once in the entry that closes the shift, and equal to what
// recomputing from the journal gives.
struct ShiftFigures {
    std::int64_t sales = 0;
    std::int64_t refunds = 0;
    Dong refunded;                  // taken off gross, discount, net, tax and by_method already
    std::int64_t removed_lines = 0; // taken out of orders before they were paid, or given up with them
    Dong removed;                   // what they would have cost
    std::int64_t items = 0;         // pieces; goods by weight count as one
    Dong gross;                     // before discounts
    Dong discount;
    Dong net;                              // what customers paid
    Dong tax;                              // within net
    std::map<std::string, Dong> by_method; // words of the journal: "cash" is net of change
    std::map<std::string, Dong> by_group;  // codes of product groups, within net
    Dong unconfirmed_transfers;
    Dong opening_float;
    Dong cash_taken;    // notes that customers handed over
    Dong change_given;  // back to them
    Dong cash_refunded; // for goods they brought back
    Dong cash_in;
    Dong cash_out;
    Dong expected_cash;               // the sum of cash_rows()
    std::int64_t drawer_openings = 0; // without a sale
    std::string first_receipt;
    std::string last_receipt;
    bool operator==(const ShiftFigures&) const = default;
};

// What should lie in the drawer, as signed rows (reference/field.md §3, 8): a note that a customer hands over and the
// change for it are two rows, never one.
struct CashRow {
    const char* words = ""; // key of the language files
    Dong amount;
};
std::vector<CashRow> cash_rows(const ShiftFigures& figures);

// What people found in the drawer of a pulled shift.
struct ShiftCount {
    ShiftId shift;
    StaffId by;
    Dong counted_cash;
    CashCount notes;                  // that make it; empty when it was not counted by notes
    std::vector<Dong> earlier_counts; // of the same drawer, when it was counted again
    std::string reason;               // of a difference
    std::string note;
};

struct ZReport {
    ShiftId shift;
    std::int64_t number = 0;
    StaffId opened_by;
    Instant opened_at;
    Instant pulled_at;
    StaffId closed_by;
    Dong counted_cash;
    CashCount notes;
    std::vector<Dong> earlier_counts;
    Dong difference; // counted − expected
    std::string reason;
    std::string note;
    ShiftFigures figures;
    // Of the entry, not repeated in its body.
    Day business_date;
    bool training = false;
    bool operator==(const ZReport&) const = default;
};

// `clock_day` is what the clock said when a person chose another day.
nlohmann::json shift_opened_to_json(const Shift& shift, const CashCount& notes = {},
                                    std::optional<Day> clock_day = std::nullopt);
nlohmann::json shift_pulled_to_json(const ShiftId& shift, const StaffId& by);
nlohmann::json z_report_to_json(const ZReport& report);
// Reads a body written by this or an older version; the entry's own fields are left for the caller.
Result<ZReport> z_report_from_json(const nlohmann::json& body);

} // namespace ocop
