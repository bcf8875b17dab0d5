#include "kiosk/till/split_desk.h"

namespace ocop::kiosk {

Dong part_of(const SplitDesk& desk, PaymentMethod method) {
    const auto found = desk.digits.find(method);
    return found == desk.digits.end() ? Dong{} : Dong{typed_number(found->second)};
}

Dong without_cash(const SplitDesk& desk) {
    return part_of(desk, PaymentMethod::transfer) + part_of(desk, PaymentMethod::card);
}

Dong still_due(const SplitDesk& desk, Dong total) {
    return total - without_cash(desk) - part_of(desk, PaymentMethod::cash);
}

bool cash_is_idle(const SplitDesk& desk, Dong total) {
    return part_of(desk, PaymentMethod::cash) > Dong{} && without_cash(desk) >= total;
}

bool settles(const SplitDesk& desk, Dong total) {
    return without_cash(desk) <= total && still_due(desk, total) <= Dong{} && !cash_is_idle(desk, total);
}

std::vector<Tender> tenders_of(const SplitDesk& desk, const std::string& transfer_reference) {
    std::vector<Tender> tenders;
    for (const auto& [method, digits] : desk.digits) {
        const auto amount = part_of(desk, method);
        if (amount != Dong{})
            tenders.push_back({method, amount, method == PaymentMethod::transfer ? transfer_reference : std::string()});
    }
    return tenders;
}

void choose_part(SplitDesk& desk, PaymentMethod method, Dong total) {
    desk.entering = method;
    const auto due = still_due(desk, total);
    if (part_of(desk, method) == Dong{} && due > Dong{}) desk.digits[method] = std::to_string(due.amount);
    desk.untouched = part_of(desk, method) != Dong{};
}

void press_part(SplitDesk& desk, const PadPress& press) {
    auto& digits = desk.digits[desk.entering];
    if (desk.untouched && !press.digits.empty()) digits.clear();
    desk.untouched = false;
    digits = applied(digits, press, PadLayout::money, most_money_digits);
}

} // namespace ocop::kiosk
