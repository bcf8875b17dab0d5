// ocop export, receipt, vietqr: what leaves the till as a file or on paper. They only read; a running kiosk is not
// disturbed. Each returns the exit status.
#pragma once

#include "pos/cli/command_context.h"
#include "pos/payments/vietqr.h"

#include <filesystem>
#include <string>

namespace ocop {

struct ExportRequest {
    std::string format; // xlsx, csv, json; pdf comes later and says so with status 2
    std::filesystem::path file;
    std::string fair; // empty: every one
    std::string from; // ISO days, both included; empty: no limit
    std::string to;
    std::string producer;
};

int run_export(const CommandContext& context, const ExportRequest& request);

// `sale` is a sale's id or its receipt number; `format` text, png, pdf or escpos.
int run_receipt(const CommandContext& context, const std::string& sale, const std::string& format,
                const std::filesystem::path& file);

int run_vietqr(const CommandContext& context, const TransferRequest& request);

} // namespace ocop
