// A slip on the screen, as it is on paper.
#pragma once

#include "kiosk/till/staff_context.h"
#include "pos/receipts/receipt.h"

namespace ocop::kiosk {

// The paper in the middle of `area`, cut at the bottom where the slip is longer than the screen.
void draw_receipt(Ui& ui, const Rect& area, const Receipt& receipt);
// The side of the done screen: the slip of this sale on a darker ground.
void draw_receipt_side(Ui& ui, const Rect& area, const Sale& sale, const StaffContext& context);

} // namespace ocop::kiosk
