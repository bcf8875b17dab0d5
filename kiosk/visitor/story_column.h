// The telling half of a story: tags, name, chapter chips and the chapter's text.
#pragma once

#include "kiosk/visitor/story_text.h"
#include "kiosk/visitor/visitor_context.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

// Each draws from the top of `rect` (its height does not matter) and returns the height used.
float story_heading(Ui& ui, const ProductView& product, const Rect& rect);
float story_heading_height(Ui& ui, const ProductView& product, float width);

// The largest display style in which a name takes one line, or else at most two.
TextRole title_role(Ui& ui, const std::string& name, float width);

// Chips of the sections, the open one filled; with a single section its title instead, if it has one.
float chapter_chips(Ui& ui, const std::vector<StorySection>& sections, int open, const Rect& rect, Intents& intents);
float chapter_chips_height(Ui& ui, const std::vector<StorySection>& sections, float width);

float section_text(Ui& ui, const StorySection& section, const Rect& rect);
float section_text_height(Ui& ui, const StorySection& section, float width);

} // namespace ocop::kiosk
