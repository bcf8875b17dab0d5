// A product as one line of a search: what matched is marked in its name, maker and place. The whole row is the target.
#pragma once

#include "kiosk/visitor/visitor_context.h"

#include <string_view>

namespace ocop::kiosk {

float result_row_height(const Ui& ui);

// The target is named "product/<sku>". Returns whether it was tapped.
bool result_row(Ui& ui, const VisitorContext& context, const Rect& rect, const ProductView& product,
                std::string_view typed);

} // namespace ocop::kiosk
