// An import report as bytes, to hand it from one process to another: a line of JSON, then the catalogue document.
#pragma once

#include "pos/base/result.h"
#include "pos/catalogue/import/package_reader.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace ocop {

nlohmann::json problem_to_json(const Problem& problem);

std::string write_report(const ImportReport& report);

// Fails with refused ("error.import_stopped") when the bytes are no report. `source` is for the message.
Result<ImportReport> read_report(std::string_view bytes, const std::filesystem::path& source);

} // namespace ocop
