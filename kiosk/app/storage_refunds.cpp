// Orders of before, and money back for them.
#include "kiosk/app/storage_thread.h"
#include "pos/till/sale_search.h"

#include <utility>

namespace ocop::kiosk {
namespace {

template <class Read>
auto guarded(Read read) -> Result<decltype(read())> {
    try {
        return read();
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

} // namespace

void StorageThread::carry_out(FindSales& command) {
    auto found = guarded([&] { return find_sales(till_.journal().database(), command.search); });
    if (!found) return post(Refused{Asked::find_sales, std::move(found.error())});
    post(SalesFound{command.search.asked, std::move(*found)});
}

void StorageThread::carry_out(OpenSale& command) {
    auto sold = guarded([&] { return refundable_sale(till_.journal().database(), command.sale_id); });
    if (!sold) return post(Refused{Asked::open_sale, std::move(sold.error())});
    if (!*sold) return post(Refused{Asked::open_sale, std::move(sold->error())});
    post(SaleOpened{std::move(**sold)});
}

void StorageThread::carry_out(RefundSale& command) {
    auto refund = till_.refund_sale(command.request);
    if (!refund) return post(Refused{Asked::refund_sale, std::move(refund.error())});
    post(SaleRefunded{std::move(*refund)});
    post_snapshot();
}

} // namespace ocop::kiosk
