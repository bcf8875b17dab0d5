// Codes for the visitor's phone, computed once per session.
#pragma once

#include "kiosk/visitor/visitor_context.h"

#include <string>

namespace ocop::kiosk {

inline constexpr float qr_module = 3.4f; // px at 1080 (design guide 4.12)

// nullptr when the text does not fit a code.
const QrMatrix* qr_code_of(Session& session, const std::string& text);

// Side of a tile in px that a phone reads from a hand's distance.
float qr_side_of(const Ui& ui, const QrMatrix& matrix);

// "shopee.vn" of "https://www.shopee.vn/…": where the phone will go.
std::string host_of(const std::string& url);

} // namespace ocop::kiosk
