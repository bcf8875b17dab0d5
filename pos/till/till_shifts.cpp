// Shifts and their drawers, from the float to the Z report.
#include "pos/till/till.h"

#include "pos/journal/head_signatures.h"
#include "pos/shifts/shift_figures.h"
#include "pos/text/nfc.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {

Result<> Till::load_shifts() {
    auto& database = journal_.database();
    auto last = database.prepare("SELECT coalesce(max(number), 0) FROM shift");
    last.step();
    shifts_ = last.integer(0);
    shift_.reset();
    pulled_.clear();
    auto rows = database.prepare("SELECT id, number, opened_by, opened_at, business_date, opening_float, training,"
                                 " pulled_at, staff FROM shift LEFT JOIN shift_pulled ON shift_pulled.shift = shift.id"
                                 " WHERE closed_at_position IS NULL ORDER BY number");
    while (rows.step()) {
        Shift shift;
        shift.id = ShiftId(rows.text(0));
        shift.number = rows.integer(1);
        shift.opened_by = StaffId(rows.text(2));
        shift.opened_at = Instant{rows.integer(3)};
        shift.business_date = Day::parse(rows.text(4)).value_or(Day{});
        shift.opening_float = Dong{rows.integer(5)};
        shift.training = rows.integer(6) != 0;
        if (rows.is_null(7)) {
            shift_ = shift;
            continue;
        }
        shift.pulled_at = Instant{rows.integer(7)};
        shift.pulled_by = StaffId(rows.text(8));
        pulled_.push_back(std::move(shift));
    }
    return {};
}

Result<Shift> Till::open_shift(const ShiftOpening& opening) {
    if (shift_) return fail(ErrorKind::refused, "error.shift_open", {{"number", std::to_string(shift_->number)}});
    if (opening.opening_float.amount < 0) return fail(ErrorKind::refused, "error.tender_negative");
    OCOP_TRY(check_cash_count(opening.notes));
    Shift shift;
    const auto now = clock_->now();
    shift.id = ShiftId(make_uuid_v7(now, *randomness_));
    shift.number = shifts_ + 1;
    shift.opened_by = opening.by;
    shift.business_date = opening.business_date.value_or(day_of(now));
    shift.opening_float = opening.opening_float;
    shift.training = opening.training;
    const auto body = shift_opened_to_json(shift, opening.notes,
                                           opening.business_date ? std::optional<Day>(day_of(now)) : std::nullopt);
    const EntryDraft draft{kind::shift_opened, shift.id.text(), shift.business_date, shift.training, {}};
    OCOP_TRY_ASSIGN(const auto entry, journal_.append(draft, body));
    shift.opened_at = entry.header.recorded_at;
    shifts_ = shift.number;
    shift_ = shift;
    return shift;
}

Result<Shift> Till::open_shift(const StaffId& by, Dong opening_float, bool training) {
    return open_shift({by, opening_float, {}, training, std::nullopt});
}

Result<ShiftFigures> Till::shift_figures() {
    OCOP_TRY(still_sound());
    if (!shift_) return fail(ErrorKind::refused, "error.no_shift");
    return shift_figures(shift_->id);
}

Result<ShiftFigures> Till::shift_figures(const ShiftId& shift) {
    OCOP_TRY(still_sound());
    try {
        return figures_of_shift(journal_.database(), shift);
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

Result<> Till::move_cash(const CashMovement& movement) {
    OCOP_TRY(still_sound());
    if (!shift_) return fail(ErrorKind::refused, "error.no_shift");
    OCOP_TRY(check_cash_movement(movement));
    CashMovement kept = movement;
    kept.reason = to_nfc(movement.reason);
    OCOP_TRY(append(kind::cash_movement, cash_movement_to_json(kept, shift_->id)));
    return {};
}

Result<> Till::open_drawer(const StaffId& by, const std::string& reason) {
    OCOP_TRY(still_sound());
    if (!shift_) return fail(ErrorKind::refused, "error.no_shift");
    OCOP_TRY(append(kind::drawer_event, drawer_event_to_json(shift_->id, by, to_nfc(reason))));
    return {};
}

Result<Shift> Till::pull_shift(const StaffId& by) {
    OCOP_TRY(still_sound());
    if (!shift_) return fail(ErrorKind::refused, "error.no_shift");
    OCOP_TRY_ASSIGN(const auto entry, append(kind::shift_pulled, shift_pulled_to_json(shift_->id, by)));
    Shift pulled = *shift_;
    pulled.pulled_at = entry.header.recorded_at;
    pulled.pulled_by = by;
    pulled_.push_back(pulled);
    shift_.reset();
    return pulled;
}

Result<ZReport> Till::count_shift(const ShiftCount& count) {
    const auto pulled =
        std::find_if(pulled_.begin(), pulled_.end(), [&](const Shift& each) { return each.id == count.shift; });
    if (pulled == pulled_.end()) return fail(ErrorKind::refused, "error.shift_not_pulled");
    OCOP_TRY_ASSIGN(const auto figures, shift_figures(count.shift));
    if (count.counted_cash.amount < 0) return fail(ErrorKind::refused, "error.tender_negative");
    OCOP_TRY(check_cash_count(count.notes));
    ZReport report;
    report.shift = pulled->id;
    report.number = pulled->number;
    report.opened_by = pulled->opened_by;
    report.opened_at = pulled->opened_at;
    report.pulled_at = *pulled->pulled_at;
    report.closed_by = count.by;
    report.counted_cash = count.counted_cash;
    report.notes = count.notes;
    report.earlier_counts = count.earlier_counts;
    report.difference = count.counted_cash - figures.expected_cash;
    report.reason = report.difference == Dong{} ? std::string() : to_nfc(count.reason);
    report.note = to_nfc(count.note);
    report.figures = figures;
    report.business_date = pulled->business_date;
    report.training = pulled->training;
    if (report.difference != Dong{} && report.reason.empty())
        return fail(ErrorKind::refused, "error.difference_reason");
    const EntryDraft draft{
        kind::shift_closed, make_uuid_v7(clock_->now(), *randomness_), report.business_date, report.training, {}};
    OCOP_TRY(journal_.append(draft, z_report_to_json(report)));
    pulled_.erase(pulled);
    static_cast<void>(sign_present_head(journal_).has_value()); // the Z stands without it
    return report;
}

Result<ZReport> Till::close_shift(const StaffId& by, Dong counted_cash, const std::string& reason) {
    OCOP_TRY_ASSIGN(const auto figures, shift_figures());
    // Nothing is pulled for a count that would be refused.
    if (counted_cash.amount < 0) return fail(ErrorKind::refused, "error.tender_negative");
    if (counted_cash != figures.expected_cash && reason.empty())
        return fail(ErrorKind::refused, "error.difference_reason");
    OCOP_TRY_ASSIGN(const auto pulled, pull_shift(by));
    return count_shift({pulled.id, by, counted_cash, {}, {}, reason, {}});
}

} // namespace ocop
