// Expected failures as values. Broken invariants are exceptions (see architecture: caught in three places only).
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ocop {

enum class ErrorKind {
    refused,         // the input breaks a rule; nothing was changed
    not_found,       // the named thing does not exist
    conflict,        // somebody else changed it first
    busy,            // held by another program; try again later
    offline,         // no answer from the network
    storage,         // the disk failed; nothing was changed
    unknown_outcome, // the disk failed and the outcome could not be read back: selling stops
    newer,           // written by a newer version of this program
    usage,           // the call itself is wrong
};

// `key` names a sentence in assets/lang under "error."; `values` fill its {placeholders}. The sentence says what
// happened, what was kept and what to do. `detail` is for the log and for engineers, never shown alone.
struct Error {
    ErrorKind kind = ErrorKind::refused;
    std::string key;
    std::vector<std::pair<std::string, std::string>> values;
    std::string detail;

    bool operator==(const Error&) const = default;
};

// Exit status of the command line contract for an error of this kind (architecture.md, Commands).
int exit_status(ErrorKind kind);

} // namespace ocop
