// What is told about a product, in the order it is read: the story's chapters, what newspapers published, how to use
// and keep it, who makes it. Pure: no screen.
#pragma once

#include "kiosk/visitor/view_model.h"
#include "pos/text/language.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

struct StoryLine {
    enum class Kind {
        body,
        hook,     // the one sentence that opens the story
        label,    // small heading inside a section
        source,   // "theo Báo Thanh Hóa, 06/04/2021"
        fallback, // tag "Tiếng Việt": the lines until the next section have no translation
    } kind = Kind::body;
    std::string text;
    bool operator==(const StoryLine&) const = default;
};

struct StorySection {
    std::string title;
    std::vector<StoryLine> lines;
};

// In `language`, each part falling back to Vietnamese by itself. Empty when nothing is known.
std::vector<StorySection> story_sections(const Language& language, const ProductView& product);

// "theo Báo Thanh Hóa, 06/04/2021", or "theo thanhhoa.gov.vn, đọc ngày 23/11/2026" where the source prints no date;
// empty without a source.
std::string source_text(const Language& language, const std::string& source, const std::string& source_date,
                        const std::string& source_read);

// Words in all sections: how long somebody may read without touching anything.
int word_count(const std::vector<StorySection>& sections);

} // namespace ocop::kiosk
