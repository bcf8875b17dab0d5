// The carts on the counter: drafts outside the chain until they are sold, or given up with a reason.
#include "pos/till/till.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {
namespace {

using nlohmann::json;

constexpr const char* draft_name = "cart.draft";
constexpr const char* parked_name = "cart.parked";

} // namespace

Result<> Till::save_draft(const Cart& cart) {
    return journal_.set_local(draft_name, cart_to_json(cart).dump());
}

Result<> Till::save_carts(const Cart& counter, const std::vector<ParkedCart>& parked) {
    return journal_.set_locals(
        {{draft_name, cart_to_json(counter).dump()}, {parked_name, parked_to_json(parked).dump()}});
}

// Sold, or given up: the power went after that was saved and before its draft was replaced.
bool Till::is_settled(const Cart& cart) {
    auto& row = journal_.database().cached("SELECT 1 FROM entry WHERE id = ?").bind_all(cart.sale_id);
    const bool found = row.step();
    row.reset();
    return found;
}

Result<Cart> Till::draft() {
    try {
        const auto text = journal_.local(draft_name);
        if (!text) return new_cart();
        const auto object = json::parse(*text, nullptr, false);
        if (object.is_discarded()) return fail(ErrorKind::refused, "error.draft_broken");
        OCOP_TRY_ASSIGN(auto cart, cart_from_json(object));
        if (is_settled(cart)) return new_cart();
        return cart;
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

Result<std::vector<ParkedCart>> Till::parked() {
    try {
        const auto text = journal_.local(parked_name);
        if (!text) return std::vector<ParkedCart>();
        const auto list = json::parse(*text, nullptr, false);
        if (list.is_discarded()) return fail(ErrorKind::refused, "error.draft_broken");
        OCOP_TRY_ASSIGN(auto waiting, parked_from_json(list));
        waiting.erase(std::remove_if(waiting.begin(), waiting.end(),
                                     [&](const ParkedCart& each) { return is_settled(each.cart); }),
                      waiting.end());
        return waiting;
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

Cart Till::new_cart() {
    Cart cart;
    cart.sale_id = make_uuid_v7(clock_->now(), *randomness_);
    return cart;
}

Result<> Till::drop_cart(const Cart& cart, const std::string& reason, const StaffId& by) {
    OCOP_TRY(still_sound());
    if (cart.empty() && cart.removed.empty()) return {};
    if (reason.empty()) return fail(ErrorKind::refused, "error.reason_missing");
    const auto known = std::any_of(staff_.begin(), staff_.end(),
                                   [&](const StaffMember& member) { return member.id == by && member.active; });
    if (!known) return fail(ErrorKind::refused, "error.unknown_staff", {{"staff", by.text()}});
    auto lines = cart.removed;
    const auto money = money_of(cart);
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        const auto& line = cart.lines[i];
        const auto* product = catalogue_->find(line.sku);
        const auto name = line.other ? line.other->name : product == nullptr ? line.sku.text() : product->name.in("vi");
        lines.push_back({line.sku, name, line.quantity, money[i].total, clock_->now(), by, reason});
    }
    // Under the cart's own id: what was given up is not sold afterwards, nor given up twice.
    if (is_settled(cart)) return {};
    const EntryDraft draft{kind::cart_dropped, cart.sale_id, business_date(), shift_ && shift_->training, {}};
    const json body{{"shift", shift_ ? shift_->id.text() : std::string()},
                    {"staff", by.text()},
                    {"reason", reason},
                    {"from_basket", cart.from_basket},
                    {"lines", removed_to_json(lines)}};
    OCOP_TRY(journal_.append(draft, body));
    return {};
}

} // namespace ocop
