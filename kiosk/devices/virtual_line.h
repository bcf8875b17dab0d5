// Lines to virtual printers: one shared with whoever looks at its paper, and the demo's, which leaves pictures.
#pragma once

#include "kiosk/devices/printer_line.h"
#include "kiosk/devices/virtual_printer.h"

#include <filesystem>
#include <memory>
#include <mutex>

namespace ocop::kiosk {

// Any thread, with the mutex held.
struct SharedPrinter {
    std::mutex mutex;
    VirtualPrinter printer;
};

// Never waits: what the printer does not take or answer at once, it does not take or answer.
class VirtualLine final : public PrinterLine {
public:
    explicit VirtualLine(std::shared_ptr<SharedPrinter> printer) : shared_(std::move(printer)) {}
    Written write(std::string_view bytes, std::chrono::milliseconds longest) override;
    std::optional<std::uint8_t> read(std::chrono::milliseconds longest) override;
    bool delivered() const override { return true; }

private:
    std::shared_ptr<SharedPrinter> shared_;
};

// Unreachable when it is not plugged in.
Result<std::unique_ptr<PrinterLine>> open_virtual_line(const std::shared_ptr<SharedPrinter>& printer);

// The printer of the demo: every slip that it cut off is a picture slip-NNNN.png in `folder` once the line is closed.
Result<std::unique_ptr<PrinterLine>> open_demo_line(const std::filesystem::path& folder);

} // namespace ocop::kiosk
