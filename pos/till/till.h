// One till as one object: journal, current catalogue, staff, shift, and everything that may happen to them. Owned by
// one thread (the kiosk's storage thread, or a command). What a function says is done is durable.
#pragma once

#include "pos/base/clock.h"
#include "pos/catalogue/catalogue.h"
#include "pos/catalogue/release.h"
#include "pos/journal/journal.h"
#include "pos/leads/lead.h"
#include "pos/leads/reader_keys.h"
#include "pos/selling/cart.h"
#include "pos/selling/completion.h"
#include "pos/selling/parked_cart.h"
#include "pos/selling/refund.h"
#include "pos/selling/sale.h"
#include "pos/shifts/drawer.h"
#include "pos/shifts/shift.h"
#include "pos/staff/pin_guard.h"
#include "pos/staff/staff.h"
#include "pos/till/booth_settings.h"
#include "pos/usage/usage_counts.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

struct IntakeLine {
    Sku sku;
    Quantity quantity;
    std::string lot;
    std::string best_before; // "2026-12-31" or empty
};

// What became of a person's fields when they were to be erased.
struct Erased {
    bool now = false;        // false: an earlier erasure named them
    bool file_clean = false; // false: a reader kept the log from being emptied; the next checkpoint does it
};

class Till {
public:
    static Result<Till> open(const DataDirectory& directory, const std::string& program, Clock& clock,
                             Randomness& randomness, JournalOptions options = {});
    static Result<Till> create(const DataDirectory& directory, const std::string& program, const std::string& till_code,
                               Clock& clock, Randomness& randomness, JournalOptions options = {});

    // Snapshots to hand to other threads.
    std::shared_ptr<const Catalogue> catalogue() const { return catalogue_; }
    const ReleaseManifest& release() const { return release_; } // of that catalogue; empty before the first one
    const std::vector<StaffMember>& staff() const { return staff_; }
    const BoothSettings& booth() const { return booth_; }
    const std::optional<Shift>& shift() const { return shift_; }        // that sells
    const std::vector<Shift>& pulled_shifts() const { return pulled_; } // that wait to be counted, oldest first
    Journal& journal() { return journal_; }

    // The release's blobs are in the data directory already (catalogue/release.h); this makes it the one in force.
    Result<> adopt_release(const ReleaseId& release, const std::string& manifest_sha256);
    Result<> set_staff(const StaffMember& member);
    // Five wrong PINs in a row lock a person out for a minute, across restarts; unknown or inactive people are refused.
    Result<PinTry> try_pin(const StaffId& who, std::string_view pin);
    // A new PIN: by the person with the old one, by another person who is no cashier, or by the recovery code that was
    // printed at set-up. Nothing is changed unless the answer is right; a PIN that is weak or the old one is refused.
    Result<PinTry> change_pin(const StaffId& who, std::string_view old, std::string_view fresh);
    Result<PinTry> reset_pin(const StaffId& whose, const StaffId& manager, std::string_view pin,
                             std::string_view fresh);
    Result<PinTry> recover_pin(const StaffId& whose, std::string_view recovery_code, std::string_view fresh);
    Result<> set_booth(const BoothSettings& settings);
    Result<> receive(const std::vector<IntakeLine>& lines, const StaffId& by);

    Result<Shift> open_shift(const ShiftOpening& opening);
    Result<Shift> open_shift(const StaffId& by, Dong opening_float, bool training = false);
    Result<ShiftFigures> shift_figures();                     // X report of the open shift
    Result<ShiftFigures> shift_figures(const ShiftId& shift); // of any shift
    // Cash into or out of the open shift's drawer, and openings of the drawer without a sale.
    Result<> move_cash(const CashMovement& movement);
    Result<> open_drawer(const StaffId& by, const std::string& reason);
    // The drawer is out: the open shift sells no more, the next one may open, and this one waits to be counted.
    Result<Shift> pull_shift(const StaffId& by);
    // A difference needs a reason; any count is accepted. One entry holds the whole Z report.
    Result<ZReport> count_shift(const ShiftCount& count);
    // Pulls the open shift and counts it at once.
    Result<ZReport> close_shift(const StaffId& by, Dong counted_cash, const std::string& reason);

    // Refused without an open shift. The same cart id again returns the sale that is already stored. `beside` is local
    // state that is there exactly when the sale is (its slip is to be printed).
    Result<Sale> complete_sale(const Cart& cart, const std::vector<Tender>& tenders, const StaffId& by,
                               const Beside& beside = {});

    // Money back for what this till sold, in a document of its own with the next receipt number. The same id again
    // returns the refund that is already stored. Refused: no open shift, a training sale outside training or the other
    // way round, and what make_refund() refuses.
    Result<Refund> refund_sale(const RefundRequest& request);

    // Who may read what visitors leave; without readers no enquiry is taken.
    const std::optional<Readers>& readers() const { return readers_; }
    Result<> set_readers(const Readers& readers);
    // Lead and person in one transaction. The same id again returns the lead that is already stored.
    Result<Lead> record_lead(const Enquiry& enquiry);
    // The person's row is gone, an entry says so, the lead stays. Refused for anybody who is not active staff.
    Result<Erased> erase_lead(const std::string& lead, const StaffId& by);
    // The same for all that were kept to their last day; how many. By nobody: because that day is over.
    Result<std::size_t> erase_overdue_leads(const std::optional<StaffId>& by);

    // Adds to the hour's counts, which live outside the chain until the hour is over and then become one entry. Nothing
    // is counted twice, whatever the clock does: another hour than the one that is open ends it.
    Result<> count_usage(UsageHour hour, const UsageCounts& counts);
    // Writes the open hour's entry once the clock has left it; `even_now`: before that too. True: an entry was written.
    Result<bool> close_usage_hour(bool even_now = false);

    // The cart on the counter, kept across a power cut.
    Result<> save_draft(const Cart& cart);
    Result<Cart> draft(); // an empty new cart when there is none
    Cart new_cart();
    // The same together with all that wait: both are saved, or neither.
    Result<> save_carts(const Cart& counter, const std::vector<ParkedCart>& parked);
    Result<std::vector<ParkedCart>> parked(); // without those that were sold or given up
    // An order is given up: what was in it goes into the journal with the reason. A cart that never held anything
    // leaves no trace. Refused: no reason, unknown staff.
    Result<> drop_cart(const Cart& cart, const std::string& reason, const StaffId& by);

    Quantity stock_of(const Sku& sku);
    std::string next_receipt() const;
    Instant now() const { return clock_->now(); }

private:
    Till(Journal journal, Clock& clock, Randomness& randomness);
    Result<> load();
    Result<Entry> append(const char* kind, const nlohmann::json& body);
    Result<> still_sound() const;
    bool is_settled(const Cart& cart);
    Result<> require_active(const StaffId& member) const;
    Result<> append_erasure(const nlohmann::json& body);
    Result<> load_release();
    Result<> load_shifts();
    void load_readers();
    void load_usage();
    void load_pins();
    PinTry count_try(const StaffId& who, bool right);
    const StaffMember* active_member(const StaffId& id) const;
    Result<> set_pin(const StaffId& whose, std::string_view fresh, const char* how, const StaffId& by);
    Day business_date() const;

    Journal journal_;
    Clock* clock_;
    Randomness* randomness_;
    std::shared_ptr<const Catalogue> catalogue_;
    ReleaseManifest release_;
    std::vector<StaffMember> staff_;
    PinGuard pins_;
    BoothSettings booth_;
    std::optional<Shift> shift_;
    std::vector<Shift> pulled_;
    std::int64_t shifts_ = 0;
    std::optional<Readers> readers_;
    struct OpenHour {
        UsageHour hour;
        UsageCounts counts;
    };
    std::optional<OpenHour> usage_;
};

// Reads the body of the entry with this id, from any connection.
Result<Sale> read_sale(Database& database, const std::string& sale_id);

} // namespace ocop
