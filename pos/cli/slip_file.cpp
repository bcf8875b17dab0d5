#include "pos/cli/slip_file.h"

#include "pos/receipts/receipt_raster.h"
#include "pos/store/whole_file.h"

namespace ocop {

Result<> write_slip(const Receipt& slip, const std::string& format, const std::filesystem::path& file,
                    const std::filesystem::path& asset_root) {
    if (format == "text") return write_bytes(file, receipt_text(slip));
    ReceiptPainter painter(asset_root);
    if (format == "png") return painter.write_png(slip, file);
    if (format == "pdf") return painter.write_pdf(slip, file);
    if (format == "escpos") return write_bytes(file, escpos_bytes(painter.paint(slip), false));
    return fail(ErrorKind::usage, "error.option", {{"option", "--format"}, {"value", format}});
}

} // namespace ocop
