#include "pos/journal/projections.h"

#include "pos/leads/lead_projection.h"
#include "pos/selling/refund.h"
#include "pos/selling/sale_projection.h"
#include "pos/shifts/shift_projection.h"
#include "pos/usage/usage_projection.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

namespace ocop {
namespace {

using nlohmann::json;

std::string text_of(const json& body, const char* name) {
    return body.value(name, std::string());
}

void set_state(Database& database, const std::string& name, const std::string& value) {
    database.cached("INSERT INTO till_state VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value")
        .bind_all(name, value)
        .run();
}

void project_start(Database& database, Position, const EntryHeader&, const json& body) {
    set_state(database, "till", text_of(body, "till"));
    set_state(database, "series", text_of(body, "series"));
}

void project_release(Database& database, Position, const EntryHeader&, const json& body) {
    set_state(database, "release", text_of(body, "release"));
    set_state(database, "release_manifest", text_of(body, "manifest_sha256"));
}

void project_staff(Database& database, Position, const EntryHeader&, const json& body) {
    database.cached("INSERT INTO staff VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET body = excluded.body")
        .bind_all(text_of(body, "id"), body.dump())
        .run();
}

void project_readers(Database& database, Position, const EntryHeader&, const json& body) {
    set_state(database, "readers", body.dump());
}

void project_booth(Database& database, Position, const EntryHeader&, const json& body) {
    set_state(database, "booth", body.dump());
}

void project_intake(Database& database, Position, const EntryHeader& header, const json& body) {
    if (header.training) return;
    for (const auto& line : body.at("lines"))
        move_stock(database, line.at("sku").get<std::string>(), line.at("quantity").get<std::int64_t>());
}

void project_shift_opened(Database& database, Position position, const EntryHeader& header, const json& body) {
    database.cached("INSERT INTO shift VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL)")
        .bind_all(header.id, body.at("number").get<std::int64_t>(), position, header.recorded_at.milliseconds,
                  text_of(body, "opened_by"), header.business_date.iso(), body.at("opening_float").get<std::int64_t>(),
                  header.training)
        .run();
}

void project_shift_closed(Database& database, Position position, const EntryHeader&, const json& body) {
    database.cached("UPDATE shift SET closed_at_position = ?, counted_cash = ?, z_report = ? WHERE id = ?")
        .bind_all(position, body.at("counted_cash").get<std::int64_t>(), body.dump(), text_of(body, "shift"))
        .run();
}

void project_cash(Database& database, Position position, const EntryHeader&, const json& body) {
    database.cached("INSERT INTO cash_movement VALUES (?, ?, ?, ?)")
        .bind_all(position, text_of(body, "shift"), body.at("amount").get<std::int64_t>(), text_of(body, "reason"))
        .run();
}

// Header, lines and payments as every sum counts them.
void insert_sale(Database& database, Position position, const EntryHeader& header, const Sale& sale) {
    database.cached("INSERT INTO sale VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind_all(position, header.id, sale.receipt, sale.shift.text(), sale.staff.text(), sale.fair.text(),
                  header.business_date.iso(), header.recorded_at.milliseconds, header.training, sale.subtotal.amount,
                  sale.discount.amount, sale.total.amount)
        .run();
    auto& insert_line =
        database.cached("INSERT INTO sale_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::int64_t number = 0;
    for (const auto& line : sale.lines) {
        insert_line
            .bind_all(position, ++number, line.sku.text(), line.name, line.producer.text(), line.producer_name,
                      line.group.text(), line.place, line.province, line.stars, line.ocop, line.unit,
                      line.quantity.thousandths, line.unit_price.amount, line.discount.amount, line.total.amount,
                      std::int64_t{line.tax_rate.basis_points}, line.tax.amount,
                      std::int64_t{line.commission_rate.basis_points}, line.commission.amount, line.lot)
            .run();
    }
    auto& insert_payment = database.cached("INSERT INTO payment VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    number = 0;
    for (const auto& payment : sale.payments) {
        insert_payment
            .bind_all(position, ++number, to_text(payment.method), payment.amount.amount, payment.tendered.amount,
                      payment.change.amount, to_text(payment.state), payment.reference)
            .run();
    }
    set_state(database, "receipt", sale.receipt);
}

void project_sale(Database& database, Position position, const EntryHeader& header, const json& body) {
    const auto sale = sale_from_json(body);
    if (!sale) throw std::runtime_error("a stored sale cannot be read: " + sale.error().detail);
    insert_sale(database, position, header, *sale);
    if (!header.training)
        for (const auto& line : sale->lines)
            if (!line.other) move_stock(database, line.sku.text(), -line.quantity.thousandths);
    project_adjustments(database, position, sale->adjustments);
    project_removed_lines(database, position, sale->shift.text(), sale->removed);
}

void project_refund(Database& database, Position position, const EntryHeader& header, const json& body) {
    auto refund = refund_from_json(body);
    if (!refund) throw std::runtime_error("a stored refund cannot be read: " + refund.error().detail);
    refund->id = header.id;
    insert_sale(database, position, header, as_negative_sale(*refund));
    project_refunded(database, position, *refund);
    if (header.training || refund->goods != GoodsTo::shelf) return;
    for (const auto& line : refund->lines)
        if (!line.part.other) move_stock(database, line.part.sku.text(), line.part.quantity.thousandths);
}

struct Projector {
    const char* kind;
    void (*apply)(Database&, Position, const EntryHeader&, const json&);
};

constexpr Projector projectors[] = {
    {kind::sale, project_sale},
    {kind::shift_opened, project_shift_opened},
    {kind::shift_closed, project_shift_closed},
    {kind::cash_movement, project_cash},
    {kind::shift_pulled, project_shift_pulled},
    {kind::drawer_event, project_drawer_event},
    {kind::intake, project_intake},
    {kind::release_adopted, project_release},
    {kind::staff_set, project_staff},
    {kind::booth_set, project_booth},
    {kind::till_started, project_start},
    {kind::readers_set, project_readers},
    {kind::lead, project_lead},
    {kind::erasure, project_erasure},
    {kind::usage, project_usage},
    {kind::cart_dropped, project_cart_dropped},
    {kind::refund, project_refund},
};

} // namespace

void project(Database& database, Position position, const EntryHeader& header, const nlohmann::json& body) {
    for (const auto& projector : projectors)
        if (header.kind == projector.kind) projector.apply(database, position, header, body);
}

void rebuild_projections(Database& database) {
    Transaction transaction(database);
    for (const auto& table : projection_tables())
        database.execute("DROP TABLE IF EXISTS " + table);
    create_projections(database);
    auto entries = database.prepare("SELECT position, bytes FROM entry ORDER BY position");
    while (entries.step()) {
        const auto entry = read_entry(entries.text(1));
        if (!entry) throw StorageFailure(0, "a stored entry cannot be read: " + entry.error().detail);
        const auto body = body_of(*entry);
        project(database, entries.integer(0), entry->header, *body);
    }
    entries.reset();
    transaction.commit();
}

std::string table_digest(Database& database, const std::string& table) {
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    const auto add = [&](std::string_view text) {
        const auto length = std::to_string(text.size()) + ":";
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(length.data()), length.size());
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    };
    auto rows = database.prepare("SELECT * FROM " + table + " ORDER BY 1, 2");
    while (rows.step())
        for (int column = 0; column < rows.column_count(); ++column)
            add(rows.is_null(column) ? "null" : "=" + rows.text(column));
    Hash hash{};
    crypto_hash_sha256_final(&state, reinterpret_cast<unsigned char*>(hash.data()));
    return to_hex(hash);
}

} // namespace ocop
