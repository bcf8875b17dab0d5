// The lines of a selling script.
#pragma once

#include "pos/base/result.h"
#include "pos/money/dong.h"
#include "pos/selling/completion.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ocop {

struct ScriptItem {
    std::string sku;     // either this
    std::string barcode; // or this
    Quantity quantity = Quantity::of(1);
};

struct ScriptSale {
    std::size_t row = 0; // of the file, from 1
    std::vector<ScriptItem> items;
    std::vector<Tender> tenders;
    std::string staff; // empty: the first active person
};

// Reads all lines; blank lines are passed over. "-" reads standard input. Fails with file, row and field of the first
// line that is not understood.
Result<std::vector<ScriptSale>> read_sell_script(const std::filesystem::path& file);

// One line, for tests and fuzzing.
Result<ScriptSale> parse_script_line(const std::string& line, const std::string& file, std::size_t row);

} // namespace ocop
