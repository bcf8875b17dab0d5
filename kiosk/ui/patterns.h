// Patterns and pictures of the product groups, drawn from primitives (design guide 4.13).
#pragma once

#include "kiosk/ui/ui.h"
#include "pos/base/text_id.h"

#include <cstdint>
#include <string_view>

namespace ocop::kiosk {

Icon group_icon(const GroupCode& group);

// Repeats the pattern over `rect`, cut to it; `phase` (0..1) shifts it so that neighbours differ.
void draw_pattern(Ui& ui, const Rect& rect, Pattern pattern, Colour colour, float phase);

// A number 0..1 that depends on the text alone.
float phase_of(std::string_view id);

// Field in the group's colour with its pattern and rounded corners; plain in high contrast.
void group_field(Ui& ui, const Rect& rect, const GroupCode& group, std::string_view id, float corner_radius,
                 Corners corners = {});

// What stands for a missing photo: group field, cream disc with the group's icon, cream label with name and
// "maker · group". Under 120 px wide: colour and icon only.
struct PlaceholderPicture {
    GroupCode group;
    std::string_view id = {};   // product, gives the phase
    std::string_view name = {}; // empty: no label
    std::string_view line = {}; // "HTX Hợp Tiến · Thực phẩm"
};
void placeholder_picture(Ui& ui, const Rect& rect, const PlaceholderPicture& picture, float corner_radius,
                         Corners corners = {});

// The photo when it is ready, else the placeholder.
void picture_or_placeholder(Ui& ui, const Rect& rect, const Picture& photo, const PlaceholderPicture& instead,
                            float corner_radius, Corners corners = {});

// A producer without portrait: indigo with initials.
void initials_picture(Ui& ui, const Rect& rect, std::string_view name, float corner_radius, Corners corners = {});
// Initials of the last two words: "Nguyễn Thu Hà" → "TH".
std::string initials(std::string_view name);

} // namespace ocop::kiosk
