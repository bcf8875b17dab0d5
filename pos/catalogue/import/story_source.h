// The bytes of a story file as clean text, before its marks are looked at.
#pragma once

#include "pos/catalogue/import/problem.h"

#include <optional>
#include <string>
#include <string_view>

namespace ocop {

// UTF-8 in normal form C with line ends "\n". A byte order mark, Windows line ends and normal form D are put right with
// a note each; lines that are not UTF-8 or hold a character that no text may are errors with their line. nullopt: there
// was an error.
std::optional<std::string> clean_story(std::string_view bytes, const std::string& file, ProblemList& problems);

} // namespace ocop
