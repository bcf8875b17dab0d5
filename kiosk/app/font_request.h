// What the fonts must hold: the characters of the languages and of everything that screens may write of a catalogue.
#pragma once

#include "kiosk/ui/fonts.h"
#include "pos/catalogue/catalogue.h"
#include "pos/staff/staff.h"
#include "pos/text/language.h"

#include <optional>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

// Which east Asian face a language is written in; nothing for the others.
std::optional<EastAsianFace> east_asian_face(std::string_view language);

// `folder`: assets/fonts; `s`: Scale::s. Of the Chinese, Japanese and Korean texts only those of `spoken` are wanted;
// the names of all known languages always, where their fonts are installed.
FontRequest font_request(const std::filesystem::path& folder, float s, const std::vector<const Language*>& languages,
                         const Catalogue& catalogue, const std::vector<StaffMember>& staff,
                         std::string_view spoken = "vi");

} // namespace ocop::kiosk
