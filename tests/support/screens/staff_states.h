// States of the staff's screens that have a file of their own, and what several files arrange alike.
#pragma once

#include "tests/support/screens/screen_list.h"

#include <cstddef>
#include <functional>

namespace ocop::test {

States<StaffState> selling_states();
States<StaffState> order_states(); // orders and refunds

// Lines of different goods, fullest first.
void fill_cart(kiosk::StaffSession& session, const Showroom& room, std::size_t lines);
std::function<void(kiosk::StaffSession&, const Showroom&)> cart_of(std::size_t lines);
void discounted(kiosk::StaffSession& session, const Showroom& room); // lines with discounts and another price

} // namespace ocop::test
