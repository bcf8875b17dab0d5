// How a visitor's basket gets into the cart: by its four digits, or by its QR code from any screen.
#include "kiosk/till/staff_side.h"
#include "kiosk/till/till_frame.h"
#include "pos/text/format.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

void forget_direct(BasketDesk& desk, const std::string& asked, bool& was_direct) {
    const auto found = std::find(desk.direct.begin(), desk.direct.end(), asked);
    was_direct = found != desk.direct.end();
    if (was_direct) desk.direct.erase(found);
}

// Two baskets in one order: "4827 + 4511".
std::string joined(const std::string& codes, const std::string& code) {
    if (codes.find(code) != std::string::npos) return codes;
    return codes.empty() ? code : codes + " + " + code;
}

} // namespace

void StaffSide::ask_basket(const std::string& asked, bool direct, Outcome& outcome) {
    if (session_.page == StaffPage::stopped) return;
    ++session_.baskets.asked;
    if (direct) session_.baskets.direct.push_back(asked);
    outcome.commands.emplace_back(FindBasket{asked});
}

void StaffSide::search_changed(Outcome& outcome) {
    session_.tiles = {};
    session_.baskets.found.reset();
    session_.baskets.not_found.reset();
    if (is_pick_up_code(session_.search)) ask_basket(session_.search, false, outcome);
}

void StaffSide::basket_found(const BasketFound& found) {
    auto& desk = session_.baskets;
    --desk.asked;
    bool direct = false;
    forget_direct(desk, found.asked, direct);
    if (direct)
        desk.waiting.push_back(found);
    else if (found.asked == session_.search)
        desk.found = found;
}

void StaffSide::basket_refused(const Refused& refused) {
    auto& desk = session_.baskets;
    --desk.asked;
    bool direct = false;
    forget_direct(desk, refused.about, direct);
    if (direct)
        refused_.push_back(refused.error);
    else if (refused.about == session_.search)
        desk.not_found = refused.error;
}

// What was scanned while nothing could be sold is not lost: it waits for the selling screen.
void StaffSide::take_waiting_baskets(Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.baskets;
    const bool selling =
        session_.page == StaffPage::selling || session_.page == StaffPage::payment || session_.page == StaffPage::done;
    const bool can_take = selling && !session_.waiting && session_.staff;
    if (desk.waiting.size() > baskets_waiting_ && !can_take && session_.page != StaffPage::stopped)
        say(ui, ui.format("till.basket.waits", {{"code", desk.waiting.back().read.basket.code}}));
    while (can_take && !desk.waiting.empty() && !desk.asking) {
        if (session_.page != StaffPage::selling) go(StaffPage::selling);
        const auto found = std::move(desk.waiting.front());
        desk.waiting.pop_front();
        offer_basket(found, ui, context, outcome);
    }
    baskets_waiting_ = desk.waiting.size();
}

void StaffSide::offer_basket(const BasketFound& found, Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.baskets;
    const bool again = found.loaded_at || found.mark == desk.taken;
    if (session_.cart.empty() && !again) return load_basket(found, ui, context, outcome);
    desk.asking = found;
    if (again && !found.loaded_at) desk.asking->loaded_at = context.now;
    desk.asking_since = ui.now();
}

void StaffSide::load_basket(const BasketFound& found, Ui& ui, const StaffContext& context, Outcome& outcome) {
    using Kind = BasketNote::Kind;
    auto& cart = session_.cart;
    auto& notes = session_.baskets.notes;
    const auto& basket = found.read.basket;
    notes.clear();
    if (cart.empty()) cart.from_basket.clear();
    bool taken = false;
    if (basket.day != day_of(context.now))
        notes.push_back({Kind::other_day, format_date(basket.day, ui.language()), {}, {}});
    for (const auto& line : basket.lines) {
        const auto* product = context.view.snapshot().catalogue->find(line.sku);
        const auto wanted = product == nullptr ? format_quantity(line.quantity, "", ui.language())
                                               : quantity_words(ui.language(), *product, line.quantity);
        const auto name = product == nullptr ? line.sku.text() : product->name.in(ui.language().code());
        const auto* sold = context.view.find(line.sku);
        if (sold == nullptr) {
            notes.push_back({product == nullptr ? Kind::unknown : Kind::no_price, name, wanted, {}});
            continue;
        }
        const auto at = add_to_cart(cart, *product, line.quantity);
        if (!at) {
            notes.push_back({Kind::not_added, name, wanted, {}});
            continue;
        }
        if (!taken) session_.selected_line = *at;
        taken = true;
        const auto in_cart = cart.lines[*at].quantity;
        if (sold->counted && sold->stock < in_cart)
            notes.push_back({Kind::short_of, name, quantity_words(ui.language(), *product, in_cart),
                             quantity_words(ui.language(), *product, std::max(Quantity{}, sold->stock))});
    }
    for (const auto& line : found.read.unknown)
        notes.push_back({Kind::unknown, line.code, format_quantity(line.quantity, "", ui.language()), {}});
    session_.just_scanned.clear();
    session_.search.clear();
    search_changed(outcome);
    removed_.reset();
    if (!taken) return say(ui, ui.format("till.basket.nothing", {{"code", basket.code}}), true);
    cart.from_basket = joined(cart.from_basket, basket.code);
    session_.baskets.taken = found.mark;
    outcome.commands.emplace_back(BasketTaken{found.mark});
    cart_changed(ui, outcome);
    say(ui, ui.format("till.basket.loaded", {{"code", basket.code}}));
}

void StaffSide::take_typed_basket(Ui& ui, const StaffContext& context, Outcome& outcome) {
    auto& desk = session_.baskets;
    if (desk.found) return offer_basket(BasketFound(*desk.found), ui, context, outcome);
    if (desk.not_found) say(ui, ui.language().sentence(*desk.not_found), true);
}

void StaffSide::answer_basket(bool add, Ui& ui, const StaffContext& context, Outcome& outcome) {
    if (!session_.baskets.asking) return;
    const auto found = std::move(*session_.baskets.asking);
    session_.baskets.asking.reset();
    if (add) return load_basket(found, ui, context, outcome);
    session_.search.clear();
    search_changed(outcome);
}

} // namespace ocop::kiosk
