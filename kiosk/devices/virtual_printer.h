// A cheap thermal printer in memory, for tests and the demo. It reads ESC/POS as its manual says and shares nothing
// with the code that writes it: 4 KB of buffer, a roll of paper that ends, a line that breaks. A picture whose command
// does not fit into the buffer comes out as garbage, and commands that are obeyed at once are obeyed wherever they
// stand. One thread at a time.
#pragma once

#include "pos/receipts/receipt_raster.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

class VirtualPrinter {
public:
    static constexpr std::size_t buffer_size = 4096;

    // --- faults, changed at any time ---------------------------------------------------------------------------------
    bool answers = true;       // to status questions
    bool knows_in_turn = true; // GS r, which cheap ones do not know
    bool cover_open = false;
    bool plugged = true;
    std::optional<std::size_t> unplug_after; // bytes received in all
    std::optional<int> paper_left;           // dot rows; nothing: a full roll
    static constexpr int low_paper_rows = 600;

    // --- the line ----------------------------------------------------------------------------------------------------
    // How many bytes it takes now; nothing when it is not there.
    std::optional<std::size_t> receive(std::string_view bytes);
    std::optional<std::uint8_t> next_answer();
    void load_paper(std::optional<int> rows); // goes on with what is in the buffer, as printers do
    void switch_off_and_on();                 // forgets the buffer

    // --- what came out -----------------------------------------------------------------------------------------------
    struct Slip {
        Bitmap picture; // rows of dots only
        bool cut = false;
    };
    const std::vector<Slip>& slips() const { return slips_; } // the last one may not be cut off
    int drawer_opened() const { return drawer_opened_; }
    std::size_t received() const { return received_; }
    std::size_t garbage() const { return garbage_; } // bytes printed as letters because no command was understood
    bool blank() const;                              // nothing at all is on paper

private:
    bool ready() const { return !cover_open && (!paper_left || *paper_left > 0); }
    void obey_at_once(std::uint8_t byte);
    void answer_at_once(std::uint8_t which);
    void work();
    std::size_t command(); // bytes used up; 0: more are needed
    std::size_t picture();
    bool feed(int rows); // false: no paper
    Slip& slip();

    std::string buffer_;
    std::string last_; // the bytes before, for commands that are obeyed at once
    std::string answers_;
    std::vector<Slip> slips_;
    std::size_t received_ = 0;
    std::size_t garbage_ = 0;
    int drawer_opened_ = 0;
    int rows_done_ = 0; // of the picture at the head of the buffer
};

} // namespace ocop::kiosk
