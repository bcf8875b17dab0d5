// Visitors' baskets on their way into the cart: what was looked up, what waits for the selling screen, what is asked,
// and what could not be taken. Part of StaffSession.
#pragma once

#include "kiosk/till/storage_messages.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace ocop::kiosk {

// Something of a loaded basket that staff have to tell the visitor.
struct BasketNote {
    enum class Kind {
        unknown, // not in the catalogue of this till
        no_price,
        not_added, // the cart is full
        short_of,  // fewer here than the basket asks for; it is in the cart all the same
        other_day, // the code was given on another day
    } kind = Kind::unknown;
    std::string what; // name or code of the product; the day
    std::string wanted = {};
    std::string left = {};
};

struct BasketDesk {
    int asked = 0;                     // look-ups that are not answered
    std::vector<std::string> direct;   // of those, what is loaded as soon as it is found
    std::optional<BasketFound> found;  // for the four digits in the search
    std::optional<Error> not_found;    // of these digits
    std::deque<BasketFound> waiting;   // loaded when the selling screen is open
    std::optional<BasketFound> asking; // add it to this order, or load it again?
    Monotonic asking_since;            //
    std::vector<BasketNote> notes;     // of what was loaded last
    std::string taken;                 // mark of that basket: a second scan may come before it is stored
};

} // namespace ocop::kiosk
