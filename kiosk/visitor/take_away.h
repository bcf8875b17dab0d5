// The story to take home where the product has no public page: a QR code that carries its name, maker, place and
// certificate as plain text, so that the phone shows it without any network.
#pragma once

#include "kiosk/visitor/visitor_context.h"

#include <string>

namespace ocop::kiosk {

// What the phone shows: lines of text in `language`, short enough for a QR code.
std::string take_away_text(const Language& language, const ProductView& product);

// Draws from the top of `rect` and returns the height used; nothing when the product has a public page.
float take_away(Ui& ui, Session& session, const ProductView& product, const Rect& rect);

} // namespace ocop::kiosk
