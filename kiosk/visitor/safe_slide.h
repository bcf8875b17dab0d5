// What visitors see while the kiosk is in safe content: one built-in picture without catalogue, photos or stories.
// Staff still come in by holding the mark.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// True: the mark was held.
bool draw_safe_slide(Ui& ui, const VisitorContext& context);

} // namespace ocop::kiosk
