#include "kiosk/till/price_desk.h"

namespace ocop::kiosk {

std::string price_reason(const Language& language, PriceDesk::How how, int reason) {
    if (reason < 0) return {};
    const auto number = std::to_string(reason);
    return how == PriceDesk::How::price ? language.text("till.price.reason." + number)
                                        : language.text("till.discount.reason." + number);
}

Result<Cart> with_prices(const Cart& cart, const PriceDesk& desk, const std::string& reason, const Approval& approval) {
    Cart changed = cart;
    if (desk.line && *desk.line >= changed.lines.size()) return fail(ErrorKind::refused, "error.discount");
    const auto typed = typed_number(desk.digits);
    if (desk.how == PriceDesk::How::price && desk.line) {
        const auto& line = changed.lines[*desk.line];
        const Dong listed = line.price_change ? line.price_change->listed : line.unit_price;
        OCOP_TRY(change_price(changed, *desk.line, desk.digits.empty() ? listed : Dong{typed}, reason, approval));
        return changed;
    }
    Discount discount{{}, {}, reason, approval};
    if (desk.how == PriceDesk::How::percent) {
        if (typed > 100) return fail(ErrorKind::refused, "error.discount");
        discount.rate = Rate{static_cast<std::int32_t>(typed * 100)};
    } else {
        discount.amount = Dong{typed};
    }
    OCOP_TRY(give_discount(changed, desk.line, discount));
    return changed;
}

} // namespace ocop::kiosk
