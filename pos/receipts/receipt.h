// The payment slip of a sale: "PHIẾU THANH TOÁN", never an invoice (reference: vietnam.md §4.3, §5.6). One value, drawn
// in every format from the same parts.
#pragma once

#include "pos/base/result.h"
#include "pos/selling/refund.h"
#include "pos/selling/sale.h"
#include "pos/text/language.h"
#include "pos/till/booth_settings.h"

#include <optional>
#include <string>
#include <vector>

namespace ocop {

struct ReceiptRow {
    enum class Kind { title, centred, small_centred, pair, strong_pair, item, detail, rule, space, qr };
    Kind kind = Kind::centred;
    std::string left;  // the text; for qr the content of the code
    std::string right; // pair and item: set at the right edge
    bool operator==(const ReceiptRow&) const = default;
};

struct Receipt {
    std::vector<ReceiptRow> rows;
};

// `copy`: 0 for the first print, n for the n-th reprint ("BẢN SAO n").
Receipt make_receipt(const Sale& sale, const BoothSettings& booth, const Language& language, int copy = 0);

// What a test of the printer prints: booth, every Vietnamese letter that can go wrong, a rule of the paper's width, a
// code.
Receipt make_test_slip(const BoothSettings& booth, const Language& language, int paper_mm);

// "PHIẾU HOÀN TIỀN": what came back, for which slip, and who allowed it.
Receipt make_refund_receipt(const Refund& refund, const BoothSettings& booth, const Language& language, int copy = 0);

// Plain text, `columns` wide (characters, not bytes), lines end with \n.
std::string receipt_text(const Receipt& receipt, int columns = 42);

} // namespace ocop
