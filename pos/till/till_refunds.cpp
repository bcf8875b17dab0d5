// Refunds of what this till sold.
#include "pos/till/sale_search.h"
#include "pos/till/till.h"

#include <nlohmann/json.hpp>

namespace ocop {

Result<Refund> Till::refund_sale(const RefundRequest& request) {
    OCOP_TRY(still_sound());
    try {
        auto& database = journal_.database();
        if (auto stored = read_refund(database, request.id); stored || stored.error().kind != ErrorKind::not_found)
            return stored;
        if (!shift_) return fail(ErrorKind::refused, "error.no_shift");
        OCOP_TRY_ASSIGN(const auto sold, refundable_sale(database, request.sale_id));
        if (sold.sale.training != shift_->training) return fail(ErrorKind::refused, "error.refund_training");
        OCOP_TRY_ASSIGN(auto refund, make_refund(sold, request, staff_));
        refund.receipt = next_receipt();
        refund.shift = shift_->id;
        refund.fair = booth_.fair;
        refund.booth = booth_.booth;
        refund.release = catalogue_->release();
        refund.business_date = shift_->business_date;
        refund.training = shift_->training;
        const EntryDraft draft{kind::refund, request.id, refund.business_date, refund.training, {}};
        OCOP_TRY_ASSIGN(const auto entry, journal_.append(draft, refund_to_json(refund)));
        refund.refunded_at = entry.header.recorded_at;
        return refund;
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

} // namespace ocop
