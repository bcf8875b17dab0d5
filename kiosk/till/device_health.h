// The devices of this machine as people are told of them: one card each, worst first in the list of what to do.
#pragma once

#include "kiosk/till/staff_context.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

enum class DeviceLook { fine, unused, unknown, care, broken };

struct DeviceCard {
    std::string name; // of the target: "device.printer"
    Icon icon = Icon::none;
    std::string title;
    std::string detail;
    DeviceLook look = DeviceLook::fine;
    std::string cure; // what to do, in plain words; empty: nothing
};

std::vector<DeviceCard> device_cards(const Ui& ui, const StaffContext& context);
// "Tốt", "Cần để ý", "Hỏng", "Không dùng", "Chưa thử".
std::string look_words(const Ui& ui, DeviceLook look);

} // namespace ocop::kiosk
