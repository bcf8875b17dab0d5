#include "kiosk/devices/printing.h"

#include "pos/receipts/receipt_raster.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {
namespace {

using std::chrono::milliseconds;

constexpr std::string_view open_drawer_now{"\x10\x14\x01\x00\x02", 5};
constexpr std::string_view tell_when_printed{"\x1d\x72\x01", 3}; // GS r 1: paper, after all that came before

// Which question a byte answers shows in its fixed bits.
bool answers_at_once(std::uint8_t byte) {
    return (byte & 0x93) == 0x12; // DLE EOT n
}
bool answers_in_turn(std::uint8_t byte) {
    return (byte & 0x90) == 0; // GS r n
}

constexpr unsigned offline = 0x08;       // DLE EOT 1
constexpr unsigned cover_is_open = 0x04; // DLE EOT 2
constexpr unsigned stopped_for_paper = 0x20;
constexpr unsigned low_paper_now = 0x0C; // DLE EOT 4
constexpr unsigned no_paper_now = 0x60;
constexpr unsigned low_paper_then = 0x03; // GS r 1
constexpr unsigned no_paper_then = 0x0C;

} // namespace

bool PrinterTalk::say(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = line_->write(bytes, patience_.answer);
        if (written.gone || written.taken == 0) return false;
        bytes.remove_prefix(written.taken);
    }
    return true;
}

std::optional<std::uint8_t> PrinterTalk::ask(char what) {
    const char question[] = {'\x10', '\x04', what};
    if (!say({question, sizeof question})) return std::nullopt;
    while (const auto byte = line_->read(patience_.answer)) {
        if (answers_at_once(*byte)) return byte;
        if (answers_in_turn(*byte)) all_printed_ = byte;
    }
    return std::nullopt;
}

PrinterLook PrinterTalk::look() {
    PrinterLook look;
    const auto state = ask(1);
    if (!state) return look;
    look.answers = true;
    const unsigned paper = ask(4).value_or(0);
    look.low_paper = (paper & low_paper_now) != 0;
    if ((paper & no_paper_now) != 0) {
        look.trouble = PrinterTrouble::no_paper;
    } else if ((*state & offline) != 0) {
        const unsigned cause = ask(2).value_or(0);
        look.trouble = (cause & cover_is_open) != 0       ? PrinterTrouble::cover_open
                       : (cause & stopped_for_paper) != 0 ? PrinterTrouble::no_paper
                                                          : PrinterTrouble::not_ready;
    }
    return look;
}

// Noughts are white dots to a picture that misses bytes, and nothing to a printer that waits for a command.
bool PrinterTalk::clear_broken_off() {
    return say(std::string(longest_command, '\0'));
}

void PrinterTalk::open_drawer() {
    say(open_drawer_now);
}

// It took everything and does not say that it printed it.
PrintOutcome PrinterTalk::outcome_of_silence() {
    const auto look = this->look();
    if (!look.answers) return {PrintState::unknown, PrinterTrouble::silent, false};
    if (look.trouble != PrinterTrouble::none) return {PrintState::unknown, look.trouble, look.low_paper};
    return {PrintState::printed, PrinterTrouble::none, look.low_paper}; // ready, and knows GS r no better
}

PrintOutcome PrinterTalk::print(std::string_view bytes, const PrinterLook& before) {
    all_printed_.reset();
    const auto all = bytes.size();
    while (!bytes.empty()) {
        const auto written = line_->write(bytes, patience_.stall);
        bytes.remove_prefix(std::min(bytes.size(), written.taken));
        if (!written.gone && written.taken > 0) continue;
        const auto state = bytes.size() == all ? PrintState::failed : PrintState::unknown;
        if (written.gone) return {state, PrinterTrouble::gone, false};
        const auto look = before.answers ? this->look() : PrinterLook{};
        return {state, look.trouble == PrinterTrouble::none ? PrinterTrouble::stuck : look.trouble, look.low_paper};
    }
    if (!before.answers) {
        const bool left = line_->delivered() || (line_->read(patience_.answer), line_->delivered());
        if (!left) return {PrintState::unknown, PrinterTrouble::gone, false};
        return {PrintState::printed, PrinterTrouble::none, false};
    }
    if (!say(tell_when_printed)) {
        const auto look = this->look();
        return {PrintState::unknown, look.trouble == PrinterTrouble::none ? PrinterTrouble::gone : look.trouble, false};
    }
    // Asked again and again, so that people hear soon that paper ran out.
    for (milliseconds waited{0}; !all_printed_ && waited < patience_.stall; waited += 2 * patience_.answer) {
        if (const auto byte = line_->read(2 * patience_.answer)) {
            if (answers_in_turn(*byte)) all_printed_ = byte;
            continue;
        }
        const auto look = this->look();
        if (all_printed_) break;
        if (!look.answers) return {PrintState::unknown, PrinterTrouble::silent, false};
        if (look.trouble != PrinterTrouble::none) return {PrintState::unknown, look.trouble, look.low_paper};
    }
    if (!all_printed_) return outcome_of_silence();
    // The last slip of a roll: whether its end is on paper is not known.
    if ((*all_printed_ & no_paper_then) != 0) return {PrintState::unknown, PrinterTrouble::no_paper, true};
    return {PrintState::printed, PrinterTrouble::none, (*all_printed_ & low_paper_then) != 0};
}

} // namespace ocop::kiosk
