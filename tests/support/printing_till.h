// A till with a storage thread, a print thread and a virtual printer, with an open shift. Its folder can be copied at
// any moment, as a power cut leaves it, and started again from the copy.
#pragma once

#include "kiosk/app/print_hooks.h"
#include "kiosk/devices/virtual_line.h"
#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ocop::test {

class PrintingTill {
public:
    // `address`: of PrinterSettings; every one that is not empty leads to the virtual printer.
    explicit PrintingTill(const std::string& address = "demo:");
    // A till whose data is as in this folder, with the same paper in the printer.
    PrintingTill(const std::filesystem::path& data, std::shared_ptr<kiosk::SharedPrinter> printer);
    ~PrintingTill();
    PrintingTill(const PrintingTill&) = delete;
    PrintingTill& operator=(const PrintingTill&) = delete;

    // Called on the print thread around the moments that matter, before the bytes named go to the printer.
    std::function<void(const std::string& moment)> on_moment;

    void start();
    void stop(); // as the kiosk ends: print thread, then storage thread

    Sale sell(); // waits until it is saved
    void ask(kiosk::StorageCommand command) { storage_->ask(std::move(command)); }
    // Waits for this state of this copy.
    PrintJob wait_for(const Sale& sale, PrintState state, int copy = 0);
    PrintState next_state(const Sale& sale); // takes one answer
    PrintJob rest(const Sale& sale);         // once it is neither waiting nor printing
    void let_storage_rest();                 // any thread: everything asked so far is on the disk
    void settle();                           // until the printer has been looked at
    kiosk::PrinterHealth next_health();      // waits

    const std::vector<PrintJob>& jobs() const { return jobs_; } // as last told
    PrintJob job(const Sale& sale) const;
    void change(const std::function<void(kiosk::VirtualPrinter&)>& change);
    kiosk::VirtualPrinter& printer() { return shared_->printer; } // only while stopped
    std::shared_ptr<kiosk::SharedPrinter> shared() const { return shared_; }
    kiosk::PrintThread& printing() { return *printing_; }
    const DataDirectory& directory() const { return directory_; }
    // The dots that this copy has to have.
    std::vector<std::uint8_t> picture(const Sale& sale, int copy);

private:
    class WatchedLine;
    void moment(const std::string& which);
    bool take_answer(); // false: it took too long
    void take(const kiosk::StorageAnswer& answer);

    ocop::testing::TemporaryFolder folder_;
    ManualClock clock_{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness_{3};
    DataDirectory directory_;
    std::shared_ptr<kiosk::SharedPrinter> shared_ = std::make_shared<kiosk::SharedPrinter>();
    Language language_;
    kiosk::Mailbox<kiosk::PrinterHealth> health_;
    std::unique_ptr<kiosk::StorageThread> storage_;
    std::unique_ptr<kiosk::PrintThread> printing_;
    std::vector<PrintJob> jobs_;
    PrinterSettings settings_;
    Cart cart_;
    std::shared_ptr<const kiosk::TillSnapshot> snapshot_;
    std::optional<Sale> sold_;
};

} // namespace ocop::test
