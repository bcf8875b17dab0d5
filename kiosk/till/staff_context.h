// What every staff screen is handed for one frame.
#pragma once

#include "kiosk/till/device_desk.h"
#include "kiosk/till/paper_desk.h"
#include "kiosk/till/staff_intent.h"
#include "kiosk/till/staff_session.h"
#include "kiosk/till/storage_messages.h"
#include "kiosk/till/till_view.h"
#include "kiosk/ui/ui.h"
#include "kiosk/visitor/pictures.h"

#include <cstddef>
#include <optional>

namespace ocop::kiosk {

struct StaffContext {
    const TillView& view;
    Pictures& pictures;
    HubState hub;
    Instant now;                                           // wall clock, for the clock in the corner only
    std::size_t crashes = 0;                               // not 0: visitors see safe content after so many
    std::optional<std::int64_t> hub_offset = std::nullopt; // ms that the hub's clock is ahead, when it answers

    ClockVerdict clock() const;
    const PaperDesk& paper = no_paper();
    const DeviceDesk& devices = no_devices();
};

} // namespace ocop::kiosk
