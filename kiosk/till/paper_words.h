// How the state of slips and printer is said and shown on the staff's screens.
#pragma once

#include "kiosk/till/staff_context.h"
#include "kiosk/ui/tags.h"

#include <string>

namespace ocop::kiosk {

struct PaperWords {
    std::string words;
    Icon icon = Icon::printer;
    StatusLook look = StatusLook::quiet;
};

// "Đã in phiếu", "Chưa in được: máy in hết giấy".
PaperWords words_of(const Ui& ui, const PrintJob& job);
// "Máy in hết giấy": what is wrong, and what to do about it.
std::string trouble_words(const Ui& ui, PrinterTrouble trouble);
std::string trouble_cure(const Ui& ui, PrinterTrouble trouble);

// The printer in the till's bar, left of `right`, which it moves. Slips that want somebody's care can be touched.
void draw_paper_item(Ui& ui, float& right, const Rect& bar, const StaffContext& context, StaffIntents& intents);

} // namespace ocop::kiosk
