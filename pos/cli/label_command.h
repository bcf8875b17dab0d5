// ocop labels: price and shelf labels of the catalogue in force. It only reads; a running kiosk is not disturbed.
#pragma once

#include "pos/cli/command_context.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ocop {

struct LabelRequest {
    std::vector<std::string> products; // SKUs; empty: all with a price
    int copies = 1;
    std::filesystem::path file;
};

// Returns the exit status.
int run_labels(const CommandContext& context, const LabelRequest& request);

} // namespace ocop
