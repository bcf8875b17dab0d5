// What the UI thread asks of the storage thread, and what comes back.
#pragma once

#include "kiosk/till/device_desk.h"
#include "pos/catalogue/catalogue.h"
#include "pos/catalogue/search.h"
#include "pos/journal/backup.h"
#include "pos/leads/lead.h"
#include "pos/receipts/print_queue.h"
#include "pos/receipts/printer_settings.h"
#include "pos/selling/basket_text.h"
#include "pos/selling/cart.h"
#include "pos/selling/completion.h"
#include "pos/selling/parked_cart.h"
#include "pos/selling/sale.h"
#include "pos/shifts/clock_check.h"
#include "pos/shifts/drawer.h"
#include "pos/shifts/shift.h"
#include "pos/staff/staff.h"
#include "pos/till/booth_settings.h"
#include "pos/till/sale_search.h"
#include "pos/usage/usage_counts.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace ocop {
class OwnTill;
class Till;
} // namespace ocop

namespace ocop::kiosk {

// Goods that a visitor with a pick-up code is coming for: advice, never taken off the stock.
struct KeptBack {
    Sku sku;
    Quantity quantity;
    Monotonic until;
};

struct PulledShift {
    Shift shift;
    ShiftFigures figures;
};

// The till as screens may know it. Immutable once posted; a newer one replaces it.
struct TillSnapshot {
    std::shared_ptr<const Catalogue> catalogue;
    std::shared_ptr<const ProductSearch> search;                               // of the catalogue
    std::shared_ptr<const std::unordered_map<std::string, std::string>> media; // name → blob's SHA-256
    std::unordered_map<Sku, Quantity> stock;                                   // what the journal counts at this booth
    std::vector<KeptBack> kept_back;                                           //
    std::vector<StaffMember> staff;                                            // active ones, without PIN hashes
    BoothSettings booth;
    std::optional<Shift> shift;
    ShiftFigures figures;            // of the open shift
    std::vector<PulledShift> pulled; // wait to be counted, oldest first
    std::optional<ZReport> last_z;   // of the shift closed last
    ClockEvidence clock_evidence;    // without the hub's
    std::string next_receipt;
    bool takes_enquiries = false; // there is somebody who could read them
};

// How the till stands with its hub; posted whenever that may have changed.
struct HubState {
    bool enrolled = false;
    std::int64_t unsent = 0; // entries that the hub has not acknowledged
};

struct SignIn {
    StaffId staff;
    std::string pin;
};
struct ChangePin { // by oneself
    StaffId staff;
    std::string old;
    std::string fresh;
};
struct ResetPin { // by a manager's PIN, or without a manager by the recovery code
    StaffId staff;
    StaffId manager;
    std::string proof;
    std::string fresh;
};
struct BackUp {}; // now, because somebody asks
struct OpenShift {
    ShiftOpening opening;
};
struct MoveCash {
    CashMovement movement;
};
struct LogDrawer { // it was opened without a sale
    StaffId staff;
    std::string reason;
};
struct PullShift {
    StaffId staff;
};
struct CompleteSale {
    Cart cart;
    std::vector<Tender> tenders;
    StaffId staff;
};
struct SaveDraft {
    Cart cart;
};
struct SaveCarts { // the one on the counter and all that wait
    Cart counter;
    std::vector<ParkedCart> parked;
};
struct DropCart {
    Cart cart;
    std::string reason;
    StaffId staff;
};
struct FindSales {
    SaleSearch search;
};
struct OpenSale { // to look at it, and to refund of it
    std::string sale_id;
};
struct RefundSale {
    RefundRequest request;
};
struct CloseShift {
    ShiftCount count;
};
struct RecordLead {
    std::uint64_t number = 0; // the sender's, for the answer
    Enquiry enquiry;          // without an id
};
struct CountUsage {
    UsageHour hour;
    UsageCounts counts;
};
struct HoldBasket {          // a visitor's: give it a pick-up code
    std::uint64_t visit = 0; // which visitor asks, for the answer
    std::vector<BasketLine> lines;
    std::string code; // given to this visitor before, empty when none
};
struct FindBasket {    // for the counter
    std::string asked; // four digits, or the text of a basket's QR code
};
struct BasketTaken { // it was put into the cart
    std::string mark;
};
struct ForHub { // what the sync thread wants written
    std::function<void(OwnTill&)> work;
};
struct HandedOver { // what a command beside the kiosk wants written; returns what is answered
    std::function<std::string(Till&, OwnTill&)> work;
};
struct PrintAgain { // a person wants a sale's slip (again)
    std::string sale;
    std::string receipt;
};
struct DismissPaper { // a person looked: nothing more is wanted of this slip
    std::string sale;
};
struct ForPrinter { // what the print thread wants written; nullptr: the queue cannot be read
    std::function<void(PrintQueue*)> work;
};
struct LookAtDevices {};
struct SetPrinter {
    PrinterSettings settings;
};
using StorageCommand = std::variant<PrintAgain, DismissPaper, ForPrinter, LookAtDevices, SetPrinter, SignIn, OpenShift,
                                    CompleteSale, SaveDraft, CloseShift, ForHub, RecordLead, CountUsage, HoldBasket,
                                    FindBasket, BasketTaken, HandedOver, SaveCarts, DropCart, FindSales, OpenSale,
                                    RefundSale, MoveCash, LogDrawer, PullShift, ChangePin, ResetPin, BackUp>;

// Which command an answer belongs to.
enum class Asked {
    sign_in,
    open_shift,
    complete_sale,
    save_draft,
    close_shift,
    hold_basket,
    find_basket,
    basket_taken,
    paper,
    drop_cart,
    find_sales,
    open_sale,
    refund_sale,
    move_cash,
    log_drawer,
    pull_shift,
    new_pin
};

struct Opened { // once, first: what was on the counter when the program ended
    Cart draft;
    std::vector<ParkedCart> parked = {};
};
struct SignedIn {
    StaffMember staff;
};
struct WrongPin {
    StaffId staff;
    int attempts_left = 0;
    Monotonic locked_until; // when none are left
};
enum class BackupState { running, done, no_place, failed };
struct BackupOutcome { // of a copy to another disk
    BackupState state = BackupState::running;
    Backup backup;
    Error error;
};
struct PinChanged {
    StaffId staff;
};
struct PinNotChanged { // what was to prove the right to it was wrong
    int attempts_left = 0;
    Monotonic locked_until;
};
struct ShiftOpened {
    Shift shift;
};
struct SaleSaved { // durable: change may be shown
    Sale sale;
    Cart next; // the empty cart of the next customer
};
struct CartDropped { // durable
    std::string sale_id;
    Cart next; // the empty cart of the next customer
};
struct SalesFound {
    std::string asked;
    std::vector<FoundSale> sales;
};
struct SaleOpened {
    RefundableSale sold;
};
struct SaleRefunded { // durable: money may be given back
    Refund refund;
};
struct ShiftPulled {
    Shift shift;
};
struct CashMoved {
    CashMovement movement;
};
struct DrawerLogged {};
struct ShiftClosed {
    ZReport report;
};
struct LeadSaved { // durable, the person sealed
    std::uint64_t number = 0;
};
struct LeadRefused {
    std::uint64_t number = 0;
    Error error;
};
struct BasketHeld { // durable: the code may be shown
    std::uint64_t visit = 0;
    Basket basket;
    std::string text; // for the QR code
    Monotonic until;  // the goods are kept back
};
struct BasketFound {
    std::string asked;
    ReadBasket read;
    std::string mark;
    std::optional<Instant> made_at;   // known when the code was given on this machine
    std::optional<Instant> loaded_at; // it was put into a cart here before
};
struct PaperChanged { // what is to be printed, was printed since the start, or could not be
    std::vector<PrintJob> jobs;
    PrinterSettings printer;
};
struct PrintWanted { // durable: the print thread may have it
    PrintJob job;
    Sale sale;
    BoothSettings booth;
};
struct HandedOverDone {
    std::string answer;
};
struct Refused {
    Asked asked = Asked::sign_in;
    Error error;
    std::string about = {};  // of find_basket: what was asked
    std::uint64_t visit = 0; // of hold_basket
};
using StorageAnswer =
    std::variant<Opened, std::shared_ptr<const TillSnapshot>, SignedIn, WrongPin, ShiftOpened, SaleSaved, ShiftClosed,
                 HubState, LeadSaved, LeadRefused, BasketHeld, BasketFound, HandedOverDone, PaperChanged, PrintWanted,
                 DevicesFound, Refused, CartDropped, SalesFound, SaleOpened, SaleRefunded, ShiftPulled, CashMoved,
                 DrawerLogged, PinChanged, PinNotChanged, BackupOutcome>;

} // namespace ocop::kiosk
