#include "kiosk/visitor/qr_codes.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {

namespace {} // namespace

const QrMatrix* qr_code_of(Session& session, const std::string& text) {
    const auto found = session.qr_codes.find(text);
    if (found != session.qr_codes.end()) return found->second.size > 0 ? &found->second : nullptr;
    auto matrix = qr_matrix(text);
    const QrMatrix& kept = session.qr_codes[text] = matrix ? std::move(*matrix) : QrMatrix{};
    return kept.size > 0 ? &kept : nullptr;
}

float qr_side_of(const Ui& ui, const QrMatrix& matrix) {
    return qr_tile_side(matrix, qr_module * std::max(1.0f, ui.scale().s));
}

std::string host_of(const std::string& url) {
    std::string host = url;
    if (const auto scheme = host.find("://"); scheme != std::string::npos) host.erase(0, scheme + 3);
    if (const auto path = host.find_first_of("/?#"); path != std::string::npos) host.erase(path);
    if (host.rfind("www.", 0) == 0) host.erase(0, 4);
    return host;
}

} // namespace ocop::kiosk
