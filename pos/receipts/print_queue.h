// The slips that are to be printed, apart from the sales they belong to: local state of the journal, one row a sale.
// A sale stands whatever becomes of its slip. Owned by the thread that owns the journal.
//
// Nothing is printed twice silently: `printing` is on the disk before the first byte goes to the printer, so a slip
// that is still `waiting` after a power cut is not on paper and is printed, and one that was `printing` may be and
// becomes `unknown`. Only a person prints that again, and then it says BẢN SAO n.
#pragma once

#include "pos/base/clock.h"
#include "pos/journal/journal.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ocop {

enum class PrintState {
    waiting,  // nothing was sent
    printing, // bytes may be on their way
    printed,
    failed,  // nothing of it is on paper
    unknown, // some or all of it may be on paper
};

enum class PrinterTrouble {
    none,
    unreachable, // off, unplugged, no such device, no answer from its address
    no_paper,
    cover_open,
    not_ready,   // it says so without saying why
    stuck,       // it takes no more
    gone,        // the line broke while it printed
    silent,      // it answered before and does not say whether it printed
    interrupted, // this program ended while it printed
};

struct PrintJob {
    std::string sale;    // id
    std::string receipt; // number, for people
    int copy = 0;        // 0: the first; n: BẢN SAO n
    bool open_drawer = false;
    PrintState state = PrintState::waiting;
    PrinterTrouble trouble = PrinterTrouble::none;
    Instant at;             // of the last change
    bool dismissed = false; // a person said that nothing more is wanted
    // Whether a person has to do something.
    bool wants_care() const { return !dismissed && (state == PrintState::failed || state == PrintState::unknown); }
    bool operator==(const PrintJob&) const = default;
};

class PrintQueue {
public:
    // Reads what is not printed. What was being printed when the last program ended is unknown now.
    PrintQueue(Journal& journal, Clock& clock);

    // Everything that is not printed, and the last slips that were printed since the start; oldest first.
    std::vector<PrintJob> jobs() const;
    // Also what was printed before the start; storage when that cannot be read.
    Result<std::optional<PrintJob>> find(const std::string& sale) const;

    // Writes the job in the transaction of its sale.
    static Beside beside(const PrintJob& job);
    // After that: the job as it is stored, when it is stored and was not known yet.
    std::optional<PrintJob> take_in(const std::string& sale);

    // A person wants the slip (again): as it was when nothing of it can be on paper, else as the next copy; never with
    // the drawer. A sale without a job (no printer was there) gets its first. Busy ("error.print_busy"): it is on its
    // way.
    Result<PrintJob> again(const std::string& sale, const std::string& receipt);
    // waiting → printing, on the disk. Refused when it is not this copy that waits; when the disk refuses, it failed.
    Result<> begin(const std::string& sale, int copy);
    // printing → printed, failed or unknown. What the disk refuses is remembered; after the next start it is unknown.
    Result<> end(const std::string& sale, int copy, PrintState state, PrinterTrouble trouble);
    // The printer cannot be reached at all: waiting → failed.
    Result<> give_up(const std::string& sale, int copy, PrinterTrouble trouble);
    // A person looked: nothing more is wanted.
    Result<> dismiss(const std::string& sale);

private:
    Result<> store(PrintJob job, bool keep_anyway = false);
    void forget_printed();

    Journal* journal_;
    Clock* clock_;
    std::map<std::string, PrintJob> jobs_; // by sale: ids are ordered by time
};

} // namespace ocop
