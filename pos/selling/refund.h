// Money back for goods that were sold: a document of its own that names the sale it amends and never changes it.
#pragma once

#include "pos/selling/discount.h"
#include "pos/selling/sale.h"
#include "pos/staff/staff.h"

#include <string>
#include <vector>

namespace ocop {

// Where the goods go.
enum class GoodsTo { shelf, producer };
std::string to_text(GoodsTo goods); // "shelf", "producer"

// What is asked for.
struct RefundRequest {
    std::string id; // UUIDv7 made when it was begun: refunding twice finds the first
    std::string sale_id;
    struct Part {
        int line = 1; // of the sale: 1, 2 ...
        Quantity quantity;
    };
    std::vector<Part> parts;
    std::string reason;
    GoodsTo goods = GoodsTo::shelf;
    PaymentMethod method = PaymentMethod::cash;
    Approval approval;
};

struct RefundedLine {
    int line = 1;  // of the sale
    SaleLine part; // what of it is refunded: quantity, discount, total, tax and commission of this part
    bool operator==(const RefundedLine&) const = default;
};

struct Refund {
    std::string id;
    std::string receipt; // its own number
    std::string sale_id;
    std::string sale_receipt;
    StaffId staff;
    std::string staff_name;
    StaffId allowed_by; // the manager whose PIN it took, empty when the staff member decides
    std::string allowed_by_name;
    ShiftId shift;
    FairId fair;
    BoothId booth;
    ReleaseId release;
    Instant refunded_at;
    Day business_date;
    bool training = false;
    std::string reason;
    GoodsTo goods = GoodsTo::shelf;
    PaymentMethod method = PaymentMethod::cash;
    std::vector<RefundedLine> lines;
    Dong total;
    bool operator==(const Refund&) const = default;
};

// A stored sale and how much of each of its lines was refunded already.
struct RefundableSale {
    Sale sale;
    std::vector<Quantity> refunded; // as many as lines
    Quantity left(std::size_t line) const { return sale.lines[line].quantity - refunded[line]; }
    bool whole() const; // nothing of it was refunded
    bool over() const;  // all of it was
};

// `quantity` of a line after `before` was refunded: the parts of a line add up to the line, to the đồng, however it was
// divided.
SaleLine part_of_line(const SaleLine& line, Quantity before, Quantity quantity);

// Refused: nothing asked for, a line that is not there or asked for twice, more than is left, part of a piece, no
// reason, nobody who decides. Header fields (receipt, shift, times) are left for the caller.
Result<Refund> make_refund(const RefundableSale& sold, const RefundRequest& request,
                           const std::vector<StaffMember>& people);

// The same as a sale of less than nothing: what every sum counts.
Sale as_negative_sale(const Refund& refund);

// The body of a refund's entry; header fields as with sales.
nlohmann::json refund_to_json(const Refund& refund);
Result<Refund> refund_from_json(const nlohmann::json& body);

} // namespace ocop
