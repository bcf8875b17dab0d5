// From a cart and its payments to a sale: validates and freezes. Pure; the journal makes it durable.
#pragma once

#include "pos/catalogue/catalogue.h"
#include "pos/selling/cart.h"
#include "pos/selling/sale.h"

#include <vector>

namespace ocop {

// What the customer gives. Several tenders pay one sale; change is given from cash only.
struct Tender {
    PaymentMethod method = PaymentMethod::cash;
    Dong amount; // cash: the notes handed over; others: the amount paid. Zero: what is still due
    std::string reference;
};

// Everything about the moment of sale that lines freeze.
struct SaleContext {
    StaffId staff;
    std::string staff_name;
    ShiftId shift;
    FairId fair;
    BoothId booth;
    std::string receipt;
    Instant now;
    Day business_date;
    bool training = false;
    std::vector<StaffMember> people = {}; // who may have given or allowed discounts
};

// Refused: empty cart, product unknown to the catalogue, tender below the total ("error.tender_short" with {missing}),
// non-cash tender above what is due, negative amounts, a discount or price that needs a manager's word and has none.
Result<Sale> complete(const Cart& cart, const std::vector<Tender>& tenders, const Catalogue& catalogue,
                      const SaleContext& context);

// Tender suggestions: exact, then the next 10k, 50k, 100k, 500k steps above it, without repeats (design guide 12).
std::vector<Dong> suggested_tenders(Dong total);

// Notes that make `amount`, largest first, as (note, count); what is left below the smallest note is not listed.
std::vector<std::pair<Dong, int>> change_notes(Dong amount);

} // namespace ocop
