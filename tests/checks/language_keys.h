// The language files against each other and against the code that names their keys.
#pragma once

#include "tests/checks/source_tree.h"

namespace ocop::checks {

// Vietnamese and English hold the same keys, each once and as flat NFC text that is not empty, and a key's text
// has the same {placeholders} in both. Any other language of assets/lang may hold fewer keys (what it lacks is shown in
// English), but none that Vietnamese lacks, and with the same {placeholders}.
Violations check_languages_agree(const SourceTree& tree);

// Every key is named by a string literal of the product, or lies below one that ends in a dot ("group."), or is named
// in a page or template of assets/.
Violations check_no_unused_keys(const SourceTree& tree);

// Every key that code hands to text(), format(), fail() or Error{} exists, and so does every literal "error.…". A
// literal that is only the beginning of a key ends in a dot.
Violations check_no_missing_keys(const SourceTree& tree);

// Where code writes the values of a text beside its key, each {placeholder} of the text is among them; a text taken
// without values has none.
Violations check_placeholders_filled(const SourceTree& tree);

} // namespace ocop::checks
