// What the fonts must hold: the characters of the languages and of everything that screens may write of a catalogue.
#pragma once

#include "kiosk/ui/fonts.h"
#include "pos/catalogue/catalogue.h"
#include "pos/staff/staff.h"
#include "pos/text/language.h"

#include <vector>

namespace ocop::kiosk {

// `folder`: assets/fonts; `s`: Scale::s.
FontRequest font_request(const std::filesystem::path& folder, float s, const std::vector<const Language*>& languages,
                         const Catalogue& catalogue, const std::vector<StaffMember>& staff);

} // namespace ocop::kiosk
