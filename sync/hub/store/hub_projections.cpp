#include "sync/hub/store/hub_projections.h"

#include "pos/selling/refund.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

// Whether a sale with this id is counted: this very one, another one, or none.
enum class Known { no, same, other };

Known look_up(Database& database, const Entry& entry) {
    auto& find = database.cached("SELECT hash FROM sale WHERE id = ?");
    find.bind_all(entry.header.id);
    if (!find.step()) return Known::no;
    const bool same = find.bytes(0) == Bytes(entry.hash.begin(), entry.hash.end());
    find.reset();
    return same ? Known::same : Known::other;
}

void insert_sale(Database& database, const StoredPlace& place, const Entry& entry, const Sale& sale) {
    const auto& header = entry.header;
    database.cached("INSERT INTO sale VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind_all(header.id, Bytes(entry.hash.begin(), entry.hash.end()), place.lineage, place.branch, header.seq,
                  place.till, sale.receipt, sale.fair.text(), sale.booth.text(), header.business_date.iso(),
                  header.recorded_at.milliseconds, header.training, sale.total.amount)
        .run();
    std::int64_t number = 0;
    for (const auto& line : sale.lines)
        database.cached("INSERT INTO sale_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind_all(header.id, ++number, line.sku.text(), line.name, line.producer.text(), line.producer_name,
                      line.stars, line.quantity.thousandths, line.total.amount, line.commission.amount)
            .run();
    number = 0;
    for (const auto& payment : sale.payments)
        database.cached("INSERT INTO payment VALUES (?, ?, ?, ?, ?)")
            .bind_all(header.id, ++number, to_text(payment.method), payment.amount.amount, to_text(payment.state))
            .run();
}

// A refund is a sale of less than nothing: sums are right without knowing of it.
Result<Sale> sale_of(const Entry& entry) {
    OCOP_TRY_ASSIGN(const auto body, body_of(entry));
    if (entry.header.kind == kind::sale) return sale_from_json(body);
    OCOP_TRY_ASSIGN(const auto refund, refund_from_json(body));
    return as_negative_sale(refund);
}

} // namespace

void put_into_quarantine(Database& database, const StoredPlace& place, std::int64_t seq, const std::string& reason,
                         const std::string& detail) {
    database.cached("INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?)")
        .bind_all(place.lineage, place.branch, seq, reason, detail)
        .run();
}

void project_at_hub(Database& database, const StoredPlace& place, const Entry& entry) {
    if (entry.header.kind != kind::sale && entry.header.kind != kind::refund) return;
    const auto sale = sale_of(entry);
    if (!sale) return put_into_quarantine(database, place, entry.header.seq, "unreadable", sale.error().detail);
    switch (look_up(database, entry)) {
    case Known::no:
        return insert_sale(database, place, entry, *sale);
    case Known::same:
        return;
    case Known::other:
        return put_into_quarantine(database, place, entry.header.seq, "same_id", entry.header.id);
    }
}

} // namespace ocop
