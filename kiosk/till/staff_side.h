// The staff's half of the kiosk: draws the current screen, applies what was touched or scanned, asks the storage thread
// and takes its answers. Never touches the visitor's session. UI thread.
#pragma once

#include "kiosk/till/staff_context.h"
#include "pos/base/clock.h"

#include <map>
#include <string>
#include <vector>

namespace ocop::kiosk {

class StaffSide {
public:
    explicit StaffSide(Randomness& randomness) : randomness_(&randomness) {}

    // Reasons and names go into the journal in this language, whatever the screen speaks. Not set: the screen's.
    void write_journal_in(const Language& language) { journal_language_ = &language; }

    struct Outcome {
        std::vector<StorageCommand> commands; // to be asked in this order
        bool to_visitors = false;
        bool leave_safe_content = false;
        bool look_at_printer = false;
        bool test_print = false;
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
    bool apply_paper(const StaffIntent& intent, Outcome& outcome);
    void apply_scan(const std::string& code, Ui& ui, const StaffContext& context, Outcome& outcome);
    void add(const SellableProduct& product, Quantity quantity, Ui& ui, Outcome& outcome);
    Quantity next_quantity() const; // "3 ×" in the search, else one
    void apply_carts(const CartsIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome);
    void save_carts(Ui& ui, Outcome& outcome);
    bool put_aside(Ui& ui, const StaffContext& context);
    void park(Ui& ui, const StaffContext& context, Outcome& outcome);
    void show_cart(int number, Ui& ui, const StaffContext& context, Outcome& outcome);
    void open_sheet(const OpenCartSheet& opened, Ui& ui);
    void confirm_sheet(Ui& ui, const StaffContext& context, Outcome& outcome);
    void take_line(std::size_t line, const std::string& reason, Ui& ui, const StaffContext& context, Outcome& outcome);
    void drop(Ui& ui, Outcome& outcome);
    void cart_dropped(const CartDropped& dropped);
    void cart_changed(Ui& ui, Outcome& outcome);
    bool apply_cart(const StaffIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome); // false: not its
    void change_line(const ChangeLine& change, Ui& ui, const StaffContext& context, Outcome& outcome);
    void apply_price(const PriceIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome);
    void confirm_price(const StaffId& allowed_by, Ui& ui, const StaffContext& context, Outcome& outcome);
    void ask_orders(const StaffContext& context, Outcome& outcome);
    void show_orders(const StaffContext& context, Outcome& outcome);
    void open_slip(const std::string& sale_id, const StaffContext& context, Outcome& outcome);
    void sale_opened(const SaleOpened& opened);
    void sale_refunded(const SaleRefunded& refunded);
    void confirm_refund(const StaffId& allowed_by, Ui& ui, const StaffContext& context, Outcome& outcome);
    void choose_refund_line(std::size_t line, Quantity quantity);
    void apply_orders(const OrdersIntent& intent, Ui& ui, const StaffContext& context, Outcome& outcome);
    void ask_approval(ApprovalDesk::For what, Ui& ui);
    void apply_approval(const ApprovalIntent& intent, Outcome& outcome);
    bool answer_approval(const StorageAnswer& answer); // false: not asked by it
    void use_approval(Ui& ui, const StaffContext& context, Outcome& outcome);
    void say(Ui& ui, std::string words, bool failed = false);
    void start_payment(PaymentMethod method, Ui& ui, const StaffContext& context);
    bool may_pay(Ui& ui, const StaffContext& context);
    void show_transfer_code(Dong amount, Ui& ui, const StaffContext& context);
    void apply_split(const SplitIntent& intent, Ui& ui, const StaffContext& context);
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
    const Language& written(const Ui& ui) const { return journal_language_ ? *journal_language_ : ui.language(); }

    StaffSession session_;
    Randomness* randomness_;
    const Language* journal_language_ = nullptr;
    std::map<std::string, std::string> transfer_references_; // of unpaid orders by sale id: a shown code stays theirs
    std::vector<std::string> scans_;
    std::vector<StaffId> pins_changed_; // to be said by the next frame
    std::vector<CashMovement> moved_;   // to be said by the next frame
    bool drawer_logged_ = false;        // likewise
    bool backup_told_ = true;
    std::vector<Error> refused_; // to be said by the next frame, in its language
    std::optional<std::pair<std::size_t, CartLine>> removed_;
    std::size_t baskets_waiting_ = 0;                                   // that staff were told of
    std::optional<std::pair<ApprovalDesk::For, StaffMember>> approved_; // used by the next frame
    bool orders_stale_ = false;                                         // asked for again by the next frame
    bool save_carts_soon_ = false;                                      // by the next frame
    bool signed_in_ = false; // choose the page at the next draw, when the view is at hand
};

} // namespace ocop::kiosk
