// Which receipt printer this machine has: a small file of the data directory, since another machine that takes over the
// data has other devices.
#pragma once

#include "pos/base/result.h"
#include "pos/receipts/receipt_raster.h"
#include "pos/store/data_directory.h"

#include <string>

namespace ocop {

struct PrinterSettings {
    // "file:/dev/usb/lp0": a device file; "tcp:192.168.1.50:9100": raw printing over the network; "demo:": paper is
    // drawn into the data directory; empty: no printer.
    std::string address;
    int paper_mm = 80;       // 80 or 58
    bool open_drawer = true; // when cash is taken
    bool configured() const { return !address.empty(); }
    int dots() const { return paper_mm == 58 ? dots_58mm : dots_80mm; }
    bool operator==(const PrinterSettings&) const = default;
};

// No file means no printer. Refused when the file cannot be understood.
Result<PrinterSettings> load_printer_settings(const DataDirectory& directory);
Result<> save_printer_settings(const DataDirectory& directory, const PrinterSettings& settings);

} // namespace ocop
