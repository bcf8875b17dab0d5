// stories/<sku>.<language>.md: a first line "# hook", then chapters "## title" with paragraphs, and nothing else.
#pragma once

#include "pos/catalogue/catalogue.h"
#include "pos/catalogue/import/problem.h"

#include <optional>
#include <string>
#include <string_view>

namespace ocop {

// A line break inside a paragraph is a space. Everything that is not plain text in this form (links, pictures, HTML,
// lists, emphasis, entities …) is an error with its line. nullopt: there was an error.
std::optional<Story> read_story(std::string_view bytes, const std::string& file, ProblemList& problems);

// The sku and the language in a file's name, "OC01.vi.md". nullopt: the name is not of this form.
struct StoryName {
    Sku sku;
    std::string language; // two or three small letters
};
std::optional<StoryName> story_name_from(const std::string& file_name);

} // namespace ocop
