// The one thread that writes: owns the Till, runs commands in order, answers by posting. UI thread talks to it only
// through its two mailboxes.
#pragma once

#include "kiosk/app/backup_thread.h"
#include "kiosk/app/mailbox.h"
#include "kiosk/till/storage_messages.h"
#include "pos/selling/basket_shelf.h"
#include "pos/selling/basket_text.h"
#include "pos/till/till.h"
#include "sync/till/own_till.h"

#include <functional>
#include <thread>

namespace ocop::kiosk {

class StorageThread {
public:
    // Takes the till over and posts Opened and a first snapshot. `wake` is called from the storage thread after every
    // answer; it must be callable from any thread.
    StorageThread(Till till, Clock& clock, Randomness& randomness, std::function<void()> wake);
    // Finishes the commands that were accepted, checkpoints and closes the journal.
    ~StorageThread();
    StorageThread(const StorageThread&) = delete;
    StorageThread& operator=(const StorageThread&) = delete;

    // Any thread. False: it is ending, and the command was dropped.
    bool ask(StorageCommand command) { return commands_.put(std::move(command)); }
    std::optional<StorageAnswer> answer() { return answers_.take(); }
    // For tests: waits for the next answer, at most so long.
    std::optional<StorageAnswer> wait_answer(std::chrono::milliseconds longest) { return answers_.wait(longest); }

private:
    void run();
    void post(StorageAnswer answer);
    void post_snapshot();
    void carry_out(SignIn& command);
    void carry_out(OpenShift& command);
    void carry_out(CompleteSale& command);
    void carry_out(SaveDraft& command);
    void carry_out(SaveCarts& command);
    void carry_out(DropCart& command);
    void carry_out(FindSales& command);
    void carry_out(OpenSale& command);
    void carry_out(RefundSale& command);
    void carry_out(CloseShift& command);
    void carry_out(MoveCash& command);
    void carry_out(LogDrawer& command);
    void carry_out(PullShift& command);
    void carry_out(BackUp& command);
    void order_backup();
    void carry_out(ChangePin& command);
    void carry_out(ResetPin& command);
    void answer_new_pin(const StaffId& staff, Result<PinTry> tried);
    void add_shifts(TillSnapshot& snapshot);
    void carry_out(ForHub& command);
    void carry_out(RecordLead& command);
    void carry_out(CountUsage& command);
    void close_usage_hour();
    void erase_overdue_leads();
    void carry_out(HoldBasket& command);
    void carry_out(FindBasket& command);
    void carry_out(BasketTaken& command);
    void carry_out(PrintAgain& command);
    void carry_out(DismissPaper& command);
    void carry_out(ForPrinter& command);
    void carry_out(LookAtDevices& command);
    void carry_out(SetPrinter& command);
    void open_paper();
    Beside slip_beside(const CompleteSale& command);
    void want_slip(const Sale& sale);
    void post_paper();
    void open_shelf();
    Result<BasketFound> find_basket(const std::string& asked);
    std::vector<KeptBack> kept_back();
    const ProductCodes& product_codes();
    void carry_out(HandedOver& command);
    void post_hub_state();
    void checkpoint_when_idle();

    Till till_;
    OwnTill own_till_;
    std::optional<BasketShelf> shelf_; // opened by the thread that owns the journal
    std::optional<PrintQueue> paper_;  // so is this one
    PrinterSettings printer_;
    Clock* clock_;
    Randomness* randomness_;
    std::function<void()> wake_;
    Mailbox<StorageCommand> commands_;
    Mailbox<StorageAnswer> answers_;
    std::optional<ZReport> last_z_;
    bool checkpoint_due_ = false;
    std::optional<Day> erased_on_;              // the day for which enquiries were erased
    std::shared_ptr<const Catalogue> searched_; // what search_ was built for
    std::shared_ptr<const ProductSearch> search_;
    std::shared_ptr<const Catalogue> coded_; // what codes_ were made for
    std::optional<ProductCodes> codes_;
    std::shared_ptr<const std::unordered_map<std::string, std::string>> media_;
    BackupThread backup_;
    std::thread thread_; // last: runs while everything above lives
};

} // namespace ocop::kiosk
