#include "pos/reports/export_file.h"
#include "pos/reports/sale_columns.h"
#include "pos/store/whole_file.h"

#include <fmt/format.h>

namespace ocop {
namespace {

std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"') result += '"';
        result += c;
    }
    return result + '"';
}

struct CellText {
    std::string operator()(const std::string& text) const { return quoted(formula_safe(text)); }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(Day day) const { return day.iso(); }
    std::string operator()(Instant instant) const {
        const auto time = clock_time_of(instant);
        return fmt::format("{:02}:{:02}:{:02}", time.hour, time.minute, time.second);
    }
};

} // namespace

std::string formula_safe(const std::string& text) {
    if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return text;
    return "'" + text;
}

Result<ExportSummary> export_csv(Database& database, const SaleFilter& filter, const Language& language,
                                 const std::filesystem::path& file) {
    return write_whole_file(file, [&](const std::filesystem::path& part) -> Result<ExportSummary> {
        OCOP_TRY_ASSIGN(auto stream, open_part(part));
        ExportSummary summary;
        stream << "\xEF\xBB\xBF";
        for (std::size_t i = 0; i < sale_columns.size(); ++i)
            stream << (i == 0 ? "" : ",") << quoted(language.text(sale_columns[i].heading));
        stream << "\r\n";
        for_each_sale_row(database, filter, [&](const SaleRow& row) {
            const auto cells = cells_of(row, language);
            for (std::size_t i = 0; i < cells.size(); ++i)
                stream << (i == 0 ? "" : ",") << std::visit(CellText{}, cells[i]);
            stream << "\r\n";
            summary.rows += 1;
            summary.total += row.total;
        });
        if (!stream.flush()) return cannot_write(part);
        return summary;
    });
}

} // namespace ocop
