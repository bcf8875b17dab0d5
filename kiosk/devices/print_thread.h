// The thread that prints: makes slips into dots, talks to the printer, says what became of them. Selling never waits
// for it. What has to be on the disk before a byte goes out is written by the storage thread, through `begin`.
#pragma once

#include "kiosk/app/mailbox.h"
#include "kiosk/devices/printer_health.h"
#include "kiosk/devices/printing.h"
#include "pos/receipts/print_queue.h"
#include "pos/receipts/printer_settings.h"
#include "pos/selling/sale.h"
#include "pos/text/language.h"
#include "pos/till/booth_settings.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <variant>

namespace ocop::kiosk {

struct PrintOrder {
    PrintJob job;
    Sale sale;
    BoothSettings booth;
};

// Called on the print thread.
struct PrintHooks {
    // Writes `printing` to the disk. False: this copy is not to be printed any more, or could not be written.
    std::function<bool(const PrintJob&)> begin;
    std::function<void(const PrintJob&, const PrintOutcome&)> ended;
    std::function<void(const PrintJob&, PrinterTrouble)> gave_up; // nothing was sent
    std::function<void(const PrinterHealth&)> health;
};

using OpenLine = std::function<Result<std::unique_ptr<PrinterLine>>(const std::string& address)>;

class PrintThread {
public:
    // `language`: of slips; lives as long as the thread.
    PrintThread(PrinterSettings settings, std::filesystem::path asset_root, const Language& language, PrintHooks hooks,
                OpenLine open, PrinterPatience patience = {});
    // Ends the slip that is being printed; those that wait are printed after the next start.
    ~PrintThread();
    PrintThread(const PrintThread&) = delete;
    PrintThread& operator=(const PrintThread&) = delete;

    // Any thread; carried out in this order.
    void print(PrintOrder order) { commands_.put(std::move(order)); }
    void use(PrinterSettings settings) { commands_.put(std::move(settings)); }
    void look() { commands_.put(Look{}); }
    void test(BoothSettings booth) { commands_.put(Test{std::move(booth)}); }

private:
    struct Look {};
    struct Test {
        BoothSettings booth;
    };
    using Command = std::variant<PrintOrder, PrinterSettings, Look, Test>;

    void run();
    void carry_out(const PrintOrder& order);
    void carry_out(const PrinterSettings& settings);
    void carry_out(const Look& look);
    void carry_out(const Test& test);
    std::string bytes_of(const Receipt& receipt, bool open_drawer);
    void tell(const PrinterHealth& health);

    PrinterSettings settings_;
    std::filesystem::path asset_root_;
    const Language* language_;
    PrintHooks hooks_;
    OpenLine open_;
    PrinterPatience patience_;
    std::optional<ReceiptPainter> painter_; // made by the thread, when something is printed
    bool broken_off_ = true;                // the printer may wait for the rest of a command, as after a power cut
    Mailbox<Command> commands_;
    std::thread thread_; // last: runs while everything above lives
};

// The lines of PrinterSettings::address; the demo's printer leaves its paper in `printed`.
OpenLine real_lines(std::filesystem::path printed, PrinterPatience patience = {});

} // namespace ocop::kiosk
