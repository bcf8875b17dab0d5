// A paid sale: everything frozen on its lines, never changed afterwards.
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"
#include "pos/base/time.h"
#include "pos/money/dong.h"
#include "pos/selling/adjustment.h"
#include "pos/selling/removed_line.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace ocop {

enum class PaymentMethod { cash, transfer, card };

// confirmed: cash in hand, or a bank feed, or a named person (`confirmed_by`); a transfer starts unconfirmed.
enum class PaymentState { confirmed, unconfirmed };

struct Payment {
    PaymentMethod method = PaymentMethod::cash;
    Dong amount;   // what it pays of the sale
    Dong tendered; // cash given; equals amount for other methods
    Dong change;   // tendered − amount, cash only
    PaymentState state = PaymentState::confirmed;
    std::string reference; // transfer: "OC" + 6 characters
    std::string confirmed_by;
    bool operator==(const Payment&) const = default;
};

struct SaleLine {
    Sku sku;
    std::string name; // Vietnamese, as in the release
    ProducerId producer;
    std::string producer_name;
    GroupCode group;
    std::string place;    // as printed on the certificate
    std::string province; // today's
    int stars = 0;        // shown and valid on the day of sale: 0, 3, 4, 5; potential five is 45
    bool ocop = true;
    std::string unit;
    Quantity quantity;
    Dong unit_price;
    bool price_is_sample = false;
    std::optional<Dong> listed_price; // when another unit price was asked for
    Dong discount;
    Dong cart_discount; // of it, the share of what was taken off the whole sale
    Dong total;         // price_times(unit_price, quantity) − discount
    Rate tax_rate;
    Dong tax; // within total
    Rate commission_rate;
    Dong commission;
    std::string lot;
    bool other = false; // the catalogue did not know it: counted in no stock
    bool operator==(const SaleLine&) const = default;
};

struct Sale {
    std::string id;      // UUIDv7
    std::string receipt; // "Q2A-000137"
    StaffId staff;
    std::string staff_name;
    ShiftId shift;
    FairId fair;
    BoothId booth;
    ReleaseId release;
    Instant sold_at;
    Day business_date;
    bool training = false;
    std::vector<SaleLine> lines;
    std::vector<Payment> payments;
    Dong subtotal;
    Dong discount;
    Dong total;
    Dong change;                         // to be given back in cash
    std::string from_basket;             // pick-up code of the visitor's basket it began with, empty when none
    std::vector<Adjustment> adjustments; // discounts and prices, with who answers for them
    std::string note;                    // for the customer
    std::vector<RemovedLine> removed;    // taken out before it was paid
    bool operator==(const Sale&) const = default;
};

std::string to_text(PaymentMethod method); // "cash", "transfer", "card": the words of the journal
Result<PaymentMethod> payment_method_from(std::string_view text);
std::string to_text(PaymentState state);

nlohmann::json sale_line_to_json(const SaleLine& line);
SaleLine sale_line_from_json(const nlohmann::json& body); // throws nlohmann::json::exception
// The body of a sale's entry. business_date, training and sold_at live in the header and are not repeated.
nlohmann::json sale_to_json(const Sale& sale);
// Reads a body written by this or an older version. The header's fields are left for the caller.
Result<Sale> sale_from_json(const nlohmann::json& body);

} // namespace ocop
