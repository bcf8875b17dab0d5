#include "kiosk/till/payment_parts.h"

#include "kiosk/ui/buttons.h"

#include <algorithm>

namespace ocop::kiosk {

Rect cut_finish(const Ui& ui, Rect& area) {
    return cut_bottom(area, std::max(ui.px(116), ui.target_size(104, TargetRole::commit)), ui.px(space::l));
}

PaymentRooms payment_rooms(const Ui& ui, Rect area, float side_share) {
    const float gap = ui.px(space::xxl);
    PaymentRooms rooms;
    if (ui.scale().portrait()) {
        rooms.side = cut_bottom(area, area.h * side_share, gap);
        rooms.pad = area;
    } else {
        rooms.pad = cut_left(area, area.w * 0.54f, gap);
        rooms.side = area;
    }
    rooms.finish = cut_finish(ui, rooms.side);
    return rooms;
}

void finish_button(Ui& ui, std::string_view name, const Rect& rect, const StaffSession& session,
                   const std::string& words, bool enabled, StaffIntents& intents) {
    const ButtonSpec spec{ButtonLook::primary, Icon::check,       false, enabled && !session.waiting, true, false,
                          TextRole::B0,        TargetRole::commit};
    if (button(ui, name, rect, session.waiting ? ui.text("till.pay.saving") : words, spec))
        intents.emplace_back(FinishPayment{});
}

} // namespace ocop::kiosk
