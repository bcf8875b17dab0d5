// The staff's half of the kiosk: draws the current screen, applies what was touched or scanned, asks the storage thread
// and takes its answers. Never touches the visitor's session. UI thread.
#pragma once

#include "kiosk/till/staff_context.h"
#include "pos/base/clock.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

class StaffSide {
public:
    explicit StaffSide(Randomness& randomness) : randomness_(&randomness) {}

    struct Outcome {
        std::vector<StorageCommand> commands; // to be asked in this order
        bool to_visitors = false;
        bool leave_safe_content = false;
    };

    Outcome draw(Ui& ui, const StaffContext& context);
    // A scanned code, whatever has focus; counts on every screen between sign-in and payment. What it does is shown and
    // saved by the next draw(). A visitor's basket counts on every screen and waits for the selling screen.
    void scan(const std::string& code) { scans_.push_back(code); }
    void answer(const StorageAnswer& answer, Monotonic now);

    // A person walked up: choose who, then the PIN. The cart stays.
    void begin(Monotonic now);

    const StaffSession& session() const { return session_; }
    // Goes on from this session, for the checks and pictures of every screen.
    void show(StaffSession session) { session_ = std::move(session); }
    // The sale whose change the last drawn frame shows; empty: none.
    std::string change_shown() const;

private:
    void apply(const StaffIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome);
    void apply_scan(const std::string& code, Ui& ui, const StaffContext& context, Outcome& outcome);
    void add(const SellableProduct& product, Ui& ui, Outcome& outcome);
    void cart_changed(Ui& ui, Outcome& outcome);
    void say(Ui& ui, std::string words, bool failed = false);
    void start_payment(PaymentMethod method, Ui& ui, const StaffContext& context);
    void finish_payment(Outcome& outcome);
    void ask_basket(const std::string& asked, bool direct, Outcome& outcome);
    void search_changed(Outcome& outcome);
    void basket_found(const BasketFound& found);
    void basket_refused(const Refused& refused);
    void take_waiting_baskets(Ui& ui, const StaffContext& context, Outcome& outcome);
    void offer_basket(const BasketFound& found, Ui& ui, const StaffContext& context, Outcome& outcome);
    void load_basket(const BasketFound& found, Ui& ui, const StaffContext& context, Outcome& outcome);
    void take_typed_basket(Ui& ui, const StaffContext& context, Outcome& outcome);
    void answer_basket(bool add, Ui& ui, const StaffContext& context, Outcome& outcome);
    void apply_shift(const ShiftIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome);
    void ask_open_shift(Ui& ui, const StaffContext& context, Outcome& outcome);
    void ask_count(Ui& ui, const StaffContext& context, Outcome& outcome);
    bool answer_shift(const StorageAnswer& answer);
    void say_of_drawer(Ui& ui);
    void apply_pin(const PinIntent& intent, Ui& ui, Outcome& outcome);
    void press_new_pin(const PadPress& press, Outcome& outcome);
    void ask_new_pin(Outcome& outcome);
    bool answer_pin(const StorageAnswer& answer);
    void leave_new_pin();
    void lock_when_left(Ui& ui);
    void say_of_pins(Ui& ui, const StaffContext& context);
    StaffPage page_of_shift(const TillView& view) const;
    bool awaits_sign_in(const StaffId& staff) const;
    void go(StaffPage page);
    StaffPage page_after_sign_in(const TillView& view) const;

    StaffSession session_;
    Randomness* randomness_;
    std::vector<std::string> scans_;
    std::vector<StaffId> pins_changed_; // to be said by the next frame
    std::vector<CashMovement> moved_; // to be said by the next frame
    bool drawer_logged_ = false;      // likewise
    bool backup_told_ = true;
    std::vector<Error> refused_; // to be said by the next frame, in its language
    std::optional<std::pair<std::size_t, CartLine>> removed_;
    std::size_t baskets_waiting_ = 0; // that staff were told of
    bool signed_in_ = false;          // choose the page at the next draw, when the view is at hand
};

} // namespace ocop::kiosk
