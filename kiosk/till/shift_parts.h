// Parts that the screens of shifts share.
#pragma once

#include "kiosk/till/staff_context.h"

#include <string>

namespace ocop::kiosk {

// The table of notes with what each is worth, and the pad that writes the chosen one.
void draw_notes_table(Ui& ui, const Rect& area, const NoteTally& tally, bool enabled, StaffIntents& intents);
float notes_table_height(const Ui& ui);
void draw_notes_pad(Ui& ui, const Rect& area, const NoteTally& tally, bool enabled, StaffIntents& intents);

// A shift's figures as they will be printed. `expected` false: without what should lie in the drawer.
struct ReportWords {
    std::string title;
    std::string about; // "Ca 2 · Quầy 2"
    std::string when;  // "23/11/2026, 07:45 – 17:30"
    bool expected = true;
};
void draw_report(Ui& ui, const Rect& area, const ReportWords& words, const ShiftFigures& figures, ScrollState& scroll);

// "23/11/2026, 07:45 – 17:30"; without an end: "23/11/2026, 07:45".
std::string shift_times(const Ui& ui, Day day, Instant from, std::optional<Instant> to);

// A shift to learn with is open, being opened or being counted: every screen says so.
bool in_training(const StaffContext& context, const StaffSession& session);
void draw_training_band(Ui& ui, const Rect& strip);
float training_band_height(const Ui& ui);

std::string backup_words(const Ui& ui, const BackupOutcome& outcome);

// People who see what should lie in the drawer before it is counted.
bool sees_expected_cash(const StaffSession& session);

} // namespace ocop::kiosk
