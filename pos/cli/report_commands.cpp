#include "pos/cli/report_commands.h"

#include "pos/cli/slip_file.h"
#include "pos/reports/export_file.h"
#include "pos/till/sale_search.h"
#include "pos/till/till.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

Result<Database> open_for_reading(const DataDirectory& directory) {
    if (!directory.exists()) return fail(ErrorKind::not_found, "error.no_data", {{"folder", directory.root.string()}});
    try {
        return Database::open_reader(directory.journal());
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

Result<std::optional<Day>> day_option(const std::string& option, const std::string& text) {
    if (text.empty()) return std::optional<Day>();
    const auto day = Day::parse(text);
    if (!day) return fail(ErrorKind::refused, "error.option", {{"option", option}, {"value", text}});
    return day;
}

Result<SaleFilter> filter_of(const ExportRequest& request) {
    SaleFilter filter;
    OCOP_TRY_ASSIGN(filter.from, day_option("--from", request.from));
    OCOP_TRY_ASSIGN(filter.to, day_option("--to", request.to));
    filter.fair = FairId(request.fair);
    filter.producer = ProducerId(request.producer);
    return filter;
}

Result<ExportSummary> write_export(const CommandContext& context, const ExportRequest& request) {
    OCOP_TRY_ASSIGN(const auto filter, filter_of(request));
    OCOP_TRY_ASSIGN(auto database, open_for_reading(context.directory));
    if (request.format == "xlsx") return export_xlsx(database, filter, *context.language, request.file);
    if (request.format == "csv") return export_csv(database, filter, *context.language, request.file);
    if (request.format == "json") return export_json(database, filter, request.file);
    return fail(ErrorKind::usage, "error.comes_later", {{"what", "--format " + request.format}});
}

Result<std::string> id_of_receipt(Database& database, const std::string& sale) {
    auto row = database.prepare("SELECT id FROM sale WHERE receipt = ?");
    row.bind_all(sale);
    return row.step() ? row.text(0) : sale;
}

Result<BoothSettings> booth_of(Database& database) {
    auto row = database.prepare("SELECT value FROM till_state WHERE name = 'booth'");
    if (!row.step()) return BoothSettings{};
    return booth_from_json(nlohmann::json::parse(row.text(0)));
}

// Of a sale or a refund.
Result<Receipt> slip_of(Database& database, const std::string& id, const BoothSettings& booth,
                        const Language& language) {
    if (const auto refund = read_refund(database, id)) return make_refund_receipt(*refund, booth, language);
    OCOP_TRY_ASSIGN(const auto sale, read_sale(database, id));
    return make_receipt(sale, booth, language);
}

Result<> write_receipt(const CommandContext& context, const std::string& name, const std::string& format,
                       const std::filesystem::path& file) {
    OCOP_TRY_ASSIGN(auto database, open_for_reading(context.directory));
    OCOP_TRY_ASSIGN(const auto id, id_of_receipt(database, name));
    OCOP_TRY_ASSIGN(const auto booth, booth_of(database));
    OCOP_TRY_ASSIGN(const auto receipt, slip_of(database, id, booth, *context.language));
    return write_slip(receipt, format, file, context.asset_root);
}

} // namespace

int run_export(const CommandContext& context, const ExportRequest& request) {
    const auto summary = write_export(context, request);
    if (!summary) return context.report(summary.error());
    context.print(context.language->format("cli.export_done", {{"rows", std::to_string(summary->rows)},
                                                               {"total", std::to_string(summary->total.amount)},
                                                               {"file", request.file.string()}}),
                  {{"rows", summary->rows}, {"total", summary->total.amount}, {"file", request.file.string()}});
    return 0;
}

int run_receipt(const CommandContext& context, const std::string& sale, const std::string& format,
                const std::filesystem::path& file) {
    if (const auto written = write_receipt(context, sale, format, file); !written)
        return context.report(written.error());
    context.print(context.language->format("cli.receipt_done", {{"file", file.string()}}), {{"file", file.string()}});
    return 0;
}

int run_vietqr(const CommandContext& context, const TransferRequest& request) {
    const auto payload = vietqr_payload(request);
    if (!payload) return context.report(payload.error());
    context.print(*payload, {{"payload", *payload}});
    return 0;
}

} // namespace ocop
