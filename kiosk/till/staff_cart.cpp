// The order on the counter: what adds to it, changes it, and takes something out of it.
#include "kiosk/till/staff_side.h"
#include "kiosk/till/till_frame.h"
#include "pos/selling/quantity_prefix.h"

#include <algorithm>

namespace ocop::kiosk {

void StaffSide::cart_changed(Ui& ui, Outcome& outcome) {
    session_.cart_changed = ui.now();
    if (!session_.cart.lines.empty())
        session_.selected_line = std::min(session_.selected_line, session_.cart.lines.size() - 1);
    outcome.commands.emplace_back(SaveDraft{session_.cart});
}

Quantity StaffSide::next_quantity() const {
    const auto prefix = read_quantity_prefix(session_.search);
    return prefix ? prefix->quantity : Quantity::of(1);
}

void StaffSide::add(const SellableProduct& product, Quantity quantity, Ui& ui, Outcome& outcome) {
    if (session_.cart.empty()) session_.cart.from_basket.clear(); // nothing of it is left
    const auto line = add_to_cart(session_.cart, *product.product, quantity);
    if (!line) return say(ui, ui.language().sentence(line.error()), true);
    session_.selected_line = *line;
    removed_.reset();
    cart_changed(ui, outcome);
}

void StaffSide::change_line(const ChangeLine& change, Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& cart = session_.cart;
    const auto& line = cart.lines[change.line];
    const auto* product = context.view.snapshot().catalogue->find(line.sku);
    if (product == nullptr && !line.other) return;
    const Quantity step = product == nullptr ? Quantity::of(1) : step_of(*product);
    const Quantity wanted{line.quantity.thousandths + change.steps * step.thousandths};
    const auto set = product == nullptr ? set_other_quantity(cart, change.line, wanted)
                                        : set_quantity(cart, change.line, wanted, *product);
    if (!set) return say(ui, ui.language().sentence(set.error()), true);
    cart_changed(ui, outcome);
}

bool StaffSide::apply_cart(const StaffIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& session = session_;
    if (const auto* added = std::get_if<AddProduct>(&intent)) {
        // The second tap of two on the button before lands on the product that is there now.
        if (session.next_since && ui.now().milliseconds - session.next_since->milliseconds < motion::guard) return true;
        session.just_scanned.clear();
        const auto quantity = next_quantity();
        if (read_quantity_prefix(session.search)) {
            session.search.clear();
            search_changed(outcome);
        }
        if (const auto* product = context.view.find(added->sku)) add(*product, quantity, ui, outcome);
    } else if (const auto* selected = std::get_if<SelectLine>(&intent)) {
        session.selected_line = selected->line;
    } else if (const auto* change = std::get_if<ChangeLine>(&intent)) {
        if (change->line >= session.cart.lines.size()) return true;
        change_line(*change, ui, context, outcome);
    } else if (const auto* remove = std::get_if<RemoveLine>(&intent)) {
        if (remove->line >= session.cart.lines.size()) return true;
        const auto money = money_of(session.cart)[remove->line];
        if (money.gross < removal_asks_from) {
            take_line(remove->line, {}, ui, context, outcome);
        } else {
            open_sheet({CartsDesk::Sheet::removing}, ui);
            session.carts.line = remove->line;
        }
    } else if (std::holds_alternative<UndoRemove>(intent)) {
        // What is being paid does not change under its code or under money that is counted.
        if (session.waiting || session.page != StaffPage::selling) return true;
        if (!removed_ || session.cart.removed.empty()) return true;
        session.cart.removed.pop_back();
        auto& lines = session.cart.lines;
        const auto at = std::min(removed_->first, lines.size());
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), removed_->second);
        session.selected_line = at;
        removed_.reset();
        cart_changed(ui, outcome);
    } else {
        return false;
    }
    return true;
}

} // namespace ocop::kiosk
