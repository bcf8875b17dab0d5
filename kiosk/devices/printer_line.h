// The line to a receipt printer: bytes go out, status bytes come back. Waits, so never on the UI thread; one thread at
// a time.
#pragma once

#include "pos/base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ocop::kiosk {

// How long a printer may take, in real time. Longer than the slowest honest one needs.
struct PrinterPatience {
    std::chrono::milliseconds connect{3'000};
    std::chrono::milliseconds answer{500};   // to a question that is answered at once
    std::chrono::milliseconds stall{15'000}; // without taking a byte, or until all is on paper
};

class PrinterLine {
public:
    virtual ~PrinterLine() = default;

    struct Written {
        std::size_t taken = 0; // fewer than offered: it takes no more for now
        bool gone = false;     // nobody is at the other end any more
    };
    // Waits at most so long for the printer to take the first of these bytes, then writes what it takes.
    virtual Written write(std::string_view bytes, std::chrono::milliseconds longest) = 0;
    // The next status byte; nothing after so long, or when nobody can answer.
    virtual std::optional<std::uint8_t> read(std::chrono::milliseconds longest) = 0;
    // Whether everything written has left this machine.
    virtual bool delivered() const = 0;
};

// "file:PATH", a device file, or "tcp:HOST:PORT" (PrinterSettings::address). Never creates a file: a printer that was
// unplugged is unreachable, and a plain file is no printer.
Result<std::unique_ptr<PrinterLine>> open_printer_line(const std::string& address, const PrinterPatience& patience);

} // namespace ocop::kiosk
