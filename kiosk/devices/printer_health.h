// What is known of the printer since it was last asked or printed.
#pragma once

#include "pos/receipts/print_queue.h"

namespace ocop::kiosk {

struct PrinterHealth {
    bool known = false; // it was asked since the program began
    PrinterTrouble trouble = PrinterTrouble::none;
    bool low_paper = false;
    bool answers = false; // to status questions
    bool tested = false;  // by a test print
};

} // namespace ocop::kiosk
