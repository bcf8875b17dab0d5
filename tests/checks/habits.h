// Habits of the tree that a person forgets under pressure and a program does not.
#pragma once

#include "tests/checks/source_tree.h"

namespace ocop::checks {

// Source files longer than `limit` lines.
Violations check_length(const SourceTree& tree, std::size_t limit);

// Words that mark unfinished work in sources and scripts.
Violations check_unfinished(const SourceTree& tree);

// Absolute paths of one machine in any text of the tree.
Violations check_machine_paths(const SourceTree& tree);

// Names at the top level other than the layout's.
Violations check_top_level(const SourceTree& tree);

// One writer: exactly one file opens a database for writing, and none opens one without saying how.
Violations check_one_writer(const SourceTree& tree);

// Colours are tokens of the theme: only kiosk/ui/theme.* makes one from numbers.
Violations check_colours(const SourceTree& tree);

// Test files that assert nothing.
Violations check_assertions(const SourceTree& tree);

// Every .cpp of the product and of the tests, benchmarks left out, is named in `built`: the build's compile commands
// and the files in which it puts sources together.
Violations check_built(const SourceTree& tree, const std::string& built);

} // namespace ocop::checks
