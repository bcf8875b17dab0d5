// What every command of `ocop` is given.
#pragma once

#include "pos/base/clock.h"
#include "pos/base/result.h"
#include "pos/store/data_directory.h"
#include "pos/text/language.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <iosfwd>

namespace ocop {

struct CommandContext {
    DataDirectory directory;
    std::filesystem::path asset_root;
    const Language* language = nullptr;
    Clock* clock = nullptr;
    Randomness* randomness = nullptr;
    std::ostream* out = nullptr;
    std::ostream* err = nullptr;
    bool json = false;
    const char* program = "ocop"; // before sentences on err

    // Prints the error's sentence to `err` (as {"error": key, "message": ...} with --json) and returns its exit status.
    int report(const Error& error) const;
    // Prints one line: the text, or the JSON object with --json.
    void print(const std::string& text, const nlohmann::json& object) const;
};

} // namespace ocop
