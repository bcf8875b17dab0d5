// A basket as the text of a QR code, so that any till of the booth loads it without a network:
//
//   OCOP-B1-4827-3FQ-OC001-2-OC031A-1-7KQ2M
//   version, pick-up code, day (base 32, from 2020-01-01), product and quantity of each line, check value
//
// Only A–Z, 0–9 and "-": the characters that a scanner acting as a keyboard types the same on every layout, and that a
// QR code packs densest. The check value finds damage; it proves nothing about who made the text.
#pragma once

#include "pos/catalogue/catalogue.h"
#include "pos/selling/basket.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ocop {

inline constexpr std::size_t longest_basket_text = 512; // as long as a scanned code can be (kiosk/platform/scanner)

// Short names of products: the sku itself in capitals when it is made of letters and digits, at most seven of them and
// no other product's; else eight characters from its hash. Immutable; any thread may read it.
class ProductCodes {
public:
    explicit ProductCodes(const Catalogue& catalogue);

    std::string code_of(const Sku& sku) const;
    const Sku* sku_of(std::string_view code) const; // nullptr: no product, or not one alone

private:
    std::unordered_map<std::string, Sku> sku_by_code_; // an empty sku: more than one product
};

// Refused like check_basket_lines, and without a pick-up code.
Result<std::string> basket_text(const Basket& basket, const ProductCodes& codes);

// Whether a scanned code means to be a basket, of whatever version and however damaged.
bool is_basket_text(std::string_view text);

// Names a basket and its content among all others: code, day and check value of its text.
std::string basket_mark(std::string_view text);

struct UnknownLine { // of a product that this till's catalogue does not have
    std::string code;
    Quantity quantity;
    bool operator==(const UnknownLine&) const = default;
};
struct ReadBasket {
    Basket basket; // the lines that are known here, maybe none
    std::vector<UnknownLine> unknown;
};
// Letters of either case are read. Fails with refused ("error.basket_damaged") or newer ("error.basket_newer").
Result<ReadBasket> read_basket(std::string_view text, const ProductCodes& codes);

} // namespace ocop
