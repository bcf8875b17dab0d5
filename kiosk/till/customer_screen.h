// What the customer sees on the second screen: their cart, the code to pay with, their change; stories when nobody is
// served. Never stock, cost, staff or another customer's data. Nothing to touch.
#pragma once

#include "kiosk/till/staff_context.h"
#include "kiosk/visitor/view_model.h"

#include <cstdint>

namespace ocop::kiosk {

struct CustomerContext {
    const TillView& till;
    const VisitorView& stories;
    const StaffSession& session;
    Pictures& pictures;
    bool safe = false; // no pictures of the catalogue: it may be what broke the program
};

enum class CustomerScene { stories, cart, transfer, cash, thanks };

inline constexpr std::int64_t customer_idle = 60'000; // ms with an empty cart (design guide 22)

CustomerScene customer_scene(const StaffSession& session, Monotonic now);
void draw_customer(Ui& ui, const CustomerContext& context);

} // namespace ocop::kiosk
