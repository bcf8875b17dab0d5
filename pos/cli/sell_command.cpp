#include "pos/cli/sell_command.h"

#include "pos/cli/sell_script.h"
#include "pos/till/till.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace ocop {
namespace {

// The same limit as the kiosk's: between sales, once the log is large (architecture.md, The journal).
constexpr std::int64_t largest_wal = 32 * 1024 * 1024;

Error at_row(Error error, const std::filesystem::path& script, std::size_t row) {
    error.detail = script.string() + ":" + std::to_string(row) + (error.detail.empty() ? "" : ": ") + error.detail;
    return error;
}

Result<StaffId> staff_for(const Till& till, const std::string& wanted) {
    for (const auto& member : till.staff())
        if (member.active && (wanted.empty() || member.id.text() == wanted)) return member.id;
    return fail(ErrorKind::refused, "error.unknown_staff", {{"staff", wanted}});
}

Result<Cart> cart_for(Till& till, const Catalogue& catalogue, const ScriptSale& sale) {
    auto cart = till.new_cart();
    for (const auto& item : sale.items) {
        const auto* product = item.sku.empty() ? catalogue.find_barcode(item.barcode) : catalogue.find(Sku(item.sku));
        if (product == nullptr)
            return fail(ErrorKind::not_found, "error.unknown_product",
                        {{"sku", item.sku.empty() ? item.barcode : item.sku}});
        OCOP_TRY(add_to_cart(cart, *product, item.quantity));
    }
    return cart;
}

Result<Sale> sell(Till& till, const Catalogue& catalogue, const ScriptSale& sale) {
    OCOP_TRY_ASSIGN(const auto by, staff_for(till, sale.staff));
    OCOP_TRY_ASSIGN(const auto cart, cart_for(till, catalogue, sale));
    if (!till.shift()) OCOP_TRY(till.open_shift(by, Dong{}));
    return till.complete_sale(cart, sale.tenders, by);
}

} // namespace

int run_sell(const CommandContext& context, const std::filesystem::path& script) {
    const auto sales = read_sell_script(script);
    if (!sales) return context.report(sales.error());
    auto till = Till::open(context.directory, "ocop sell", *context.clock, *context.randomness);
    if (!till) return context.report(till.error());
    const auto catalogue = till->catalogue();
    for (const auto& line : *sales) {
        const auto sale = sell(*till, *catalogue, line);
        if (!sale) return context.report(at_row(sale.error(), script, line.row));
        *context.out << nlohmann::json{{"id", sale->id},
                                       {"receipt", sale->receipt},
                                       {"total", sale->total.amount},
                                       {"change", sale->change.amount},
                                       {"seq", till->journal().head().seq}}
                            .dump()
                     << std::endl;
        if (till->journal().database().wal_bytes() > largest_wal)
            if (const auto written = till->journal().checkpoint(); !written) return context.report(written.error());
    }
    if (const auto written = till->journal().checkpoint(); !written) return context.report(written.error());
    return 0;
}

} // namespace ocop
