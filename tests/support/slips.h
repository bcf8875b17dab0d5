// A slip as a printer is to show it.
#pragma once

#include "pos/receipts/receipt_raster.h"

namespace ocop::test {

Sale slip_sale(const std::string& id = "sale-1");
Receipt slip(int copy = 0);
// Painted once per process and width.
const Bitmap& slip_picture(int dots = dots_80mm);

} // namespace ocop::test
