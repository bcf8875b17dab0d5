// What staff screens know of slips and printer.
#pragma once

#include "kiosk/devices/printer_health.h"
#include "pos/receipts/printer_settings.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

struct PaperDesk {
    std::vector<PrintJob> jobs; // PrintQueue::jobs()
    PrinterSettings printer;
    PrinterHealth health;
    Instant health_at;
    std::string asked;                // the sale whose slip a person asked for and that has not begun to wait
    bool asking = false;              // the printer was asked and has not answered
    std::vector<std::string> devices; // addresses of printers found at this machine

    const PrintJob* find(const std::string& sale) const {
        for (const auto& job : jobs)
            if (job.sale == sale) return &job;
        return nullptr;
    }
    std::size_t wanting_care() const {
        std::size_t count = 0;
        for (const auto& job : jobs)
            count += job.wants_care() ? 1U : 0U;
        return count;
    }
    bool printing() const {
        if (!asked.empty()) return true;
        for (const auto& job : jobs)
            if (job.state == PrintState::waiting || job.state == PrintState::printing) return true;
        return false;
    }
};

inline const PaperDesk& no_paper() {
    static const PaperDesk none;
    return none;
}

} // namespace ocop::kiosk
