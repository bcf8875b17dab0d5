// One slip to one printer, and what can honestly be said about it afterwards. Thread of the line.
//
// A printer that answers is asked before (DLE EOT: ready? paper? cover?) and after (GS r, answered once everything
// before it is on paper). One that never answers is believed when it has taken every byte.
#pragma once

#include "kiosk/devices/printer_line.h"
#include "pos/receipts/print_queue.h"

#include <optional>
#include <string_view>

namespace ocop::kiosk {

struct PrinterLook {
    PrinterTrouble trouble = PrinterTrouble::none;
    bool answers = false;
    bool low_paper = false;
};

struct PrintOutcome {
    PrintState state = PrintState::failed; // printed, failed or unknown
    PrinterTrouble trouble = PrinterTrouble::none;
    bool low_paper = false;
};

class PrinterTalk {
public:
    PrinterTalk(PrinterLine& line, const PrinterPatience& patience) : line_(&line), patience_(patience) {}

    // Sends nothing that could appear on paper.
    PrinterLook look();
    // Ends whatever command an earlier slip was broken off in; prints nothing but blank paper. False: it takes nothing.
    bool clear_broken_off();
    // Opens the drawer even where paper is out (DLE DC4).
    void open_drawer();
    // After a look without trouble. `failed` only when the printer took no byte of it.
    PrintOutcome print(std::string_view bytes, const PrinterLook& before);

private:
    std::optional<std::uint8_t> ask(char what);
    bool say(std::string_view bytes);
    PrintOutcome outcome_of_silence();

    PrinterLine* line_;
    PrinterPatience patience_;
    std::optional<std::uint8_t> all_printed_; // the answer to GS r, when it came between others
};

} // namespace ocop::kiosk
