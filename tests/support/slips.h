// A slip as a printer is to show it.
#pragma once

#include "pos/receipts/receipt_raster.h"

#include <cstdint>
#include <vector>

namespace ocop::test {

Sale slip_sale(const std::string& id = "sale-1");
Receipt slip(int copy = 0);
// Painted once per process and width.
const Bitmap& slip_picture(int dots = dots_80mm);
// Dots on paper against dots as drawn: the same, but that of a byte that could begin a command which printers obey at
// once one more may be black.
bool is_picture(const std::vector<std::uint8_t>& paper, const std::vector<std::uint8_t>& drawn);

} // namespace ocop::test
