#include "kiosk/till/order_lines.h"

#include "kiosk/till/till_frame.h"
#include "pos/text/format.h"

namespace ocop::kiosk {

std::string line_name(const Language& language, const TillView& view, const CartLine& line) {
    if (line.other) return line.other->name;
    const auto* product = view.snapshot().catalogue->find(line.sku);
    return product == nullptr ? line.sku.text() : product->name.in(language.code());
}

std::string journal_name(const TillView& view, const CartLine& line) {
    if (line.other) return line.other->name;
    const auto* product = view.snapshot().catalogue->find(line.sku);
    return product == nullptr ? line.sku.text() : product->name.in("vi");
}

std::string line_words(const Language& language, const TillView& view, const CartLine& line) {
    const auto* product = view.snapshot().catalogue->find(line.sku);
    const auto quantity = product == nullptr ? format_quantity(line.quantity, "", language)
                                             : quantity_words(language, *product, line.quantity);
    return quantity + " × " + format_money(line.unit_price, language);
}

std::string line_reduction(const Language& language, const CartLine& line, const LineMoney& money) {
    std::string words;
    if (line.price_change)
        words = language.format("till.order.listed", {{"amount", format_money(line.price_change->listed, language)}});
    if (money.own != Dong{}) {
        if (!words.empty()) words += " · ";
        words += language.format("till.order.less", {{"amount", format_money(money.own, language)}});
        if (!line.discount.reason.empty()) words += " · " + line.discount.reason;
    }
    return words;
}

} // namespace ocop::kiosk
