#include "pos/codes/barcode.h"

#include <zint.h>

#include <algorithm>
#include <memory>

namespace ocop {
namespace {

constexpr std::size_t longest_text = 40; // what fits a label

struct FreeSymbol {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

bool has_right_check_digit(std::string_view digits) {
    if (!std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i)
        sum += (digits[digits.size() - 1 - i] - '0') * (i % 2 == 1 ? 3 : 1);
    return sum % 10 == 0;
}

} // namespace

Result<BarModules> bar_modules(std::string_view text) {
    const auto impossible = [&](std::string why) {
        return fail(ErrorKind::refused, "error.barcode_impossible", {{"code", std::string(text)}}, std::move(why));
    };
    const bool printable = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (text.empty() || text.size() > longest_text || !printable) return impossible("text");
    std::string content;
    content.reserve(text.size() + 1);
    const bool is_ean = (text.size() == 8 || text.size() == 12 || text.size() == 13) && has_right_check_digit(text);
    if (is_ean && text.size() == 12) content += '0';
    content += text;
    const std::unique_ptr<zint_symbol, FreeSymbol> symbol(ZBarcode_Create());
    if (!symbol) return impossible("memory");
    symbol->symbology = is_ean ? BARCODE_EANX : BARCODE_CODE128;
    const std::string without_check = is_ean ? content.substr(0, content.size() - 1) : content; // zint adds it
    const auto* bytes = reinterpret_cast<const unsigned char*>(without_check.data());
    if (ZBarcode_Encode(symbol.get(), bytes, static_cast<int>(without_check.size())) >= ZINT_ERROR)
        return impossible(symbol->errtxt);
    BarModules bars;
    bars.text = content;
    const auto* row = symbol->encoded_data[symbol->rows - 1];
    for (int i = 0; i < symbol->width; ++i)
        bars.dark.push_back((row[i / 8] >> (i % 8) & 1) != 0);
    return bars;
}

} // namespace ocop
