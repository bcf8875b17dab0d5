// The star grade: a certificate, never a review (design guide 4.3). Always with a number in words.
#pragma once

#include "kiosk/ui/ui.h"
#include "pos/catalogue/catalogue.h"

#include <string>

namespace ocop::kiosk {

// "4 sao", "Tiềm năng 5 sao".
std::string star_words(const Language& language, Stars stars);

// Five stars of `size` px from `top_left`: filled = earned, outline = not earned; potential five has a fifth with a
// gold outline and a small star inside. Returns the width drawn. Without words: use only beside words or numbers.
float star_row(Ui& ui, Point top_left, Stars stars, float size, bool on_dark = false);
float star_row_width(float size);
// The row with its words beside it, in a line as high as `rect`; the words alone where there is no room for both.
// Returns the width drawn.
float star_line(Ui& ui, const Rect& rect, Stars stars, float size, TextRole words = TextRole::M3, bool on_dark = false);

// The square seal: son-7, keyline, serif numeral, "sao / OCOP", small stars. Potential five counts as four.
void star_seal(Ui& ui, const Rect& square, Stars stars);

// The product's own mark: a seedling on the seal's ground.
void brand_mark(Ui& ui, const Rect& square);

} // namespace ocop::kiosk
