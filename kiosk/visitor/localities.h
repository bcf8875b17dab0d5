// The names under which visitors look for a place: old districts and communes as certificates print them, and where it
// is known the commune of today (vietnam.md §9). Pure.
#pragma once

#include "pos/catalogue/catalogue.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

struct LocalityName {
    std::string name;   // "Huyện Bình Liêu", "Xã Lục Hồn"
    bool today = false; // a name of today that the certificate does not print
    bool operator==(const LocalityName&) const = default;
};

// Narrower than the province of today and without doubles: the district as printed, else the commune; the province as
// printed where today's is another one ("Hà Giang"); the commune of today. Empty when only today's province is known.
std::vector<LocalityName> localities_of(const Place& place);

} // namespace ocop::kiosk
