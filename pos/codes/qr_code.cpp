#include "pos/codes/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace ocop {
namespace {

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

// Capitals, digits and a few marks: a QR code packs them denser than bytes.
bool is_alphanumeric(std::string_view text) {
    return text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") == std::string_view::npos;
}

} // namespace

Result<QrMatrix> qr_matrix(std::string_view text) {
    const std::unique_ptr<QRcode, FreeCode> code(
        !text.empty() && is_alphanumeric(text)
            ? QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1)
            : QRcode_encodeData(static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()), 0,
                                QR_ECLEVEL_M));
    if (!code) return fail(ErrorKind::refused, "error.qr_too_long", {{"bytes", std::to_string(text.size())}});
    QrMatrix matrix;
    matrix.size = code->width;
    const auto count = static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width);
    matrix.dark.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        matrix.dark[i] = (code->data[i] & 1) != 0;
    return matrix;
}

std::string qr_for_terminal(const QrMatrix& matrix) {
    const auto light = [&](int column, int row) {
        const bool outside = column < 0 || row < 0 || column >= matrix.size || row >= matrix.size;
        return outside || !matrix.at(column, row);
    };
    std::string text;
    for (int row = -qr_quiet_zone; row < matrix.size + qr_quiet_zone; row += 2) {
        for (int column = -qr_quiet_zone; column < matrix.size + qr_quiet_zone; ++column) {
            const bool upper = light(column, row);
            const bool lower = light(column, row + 1);
            text += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
        }
        text += '\n';
    }
    return text;
}

} // namespace ocop
