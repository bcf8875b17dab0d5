#include "kiosk/till/device_health.h"

#include "kiosk/till/paper_words.h"
#include "pos/text/format.h"

namespace ocop::kiosk {
namespace {

constexpr std::int64_t gigabyte = 1'000'000'000;
constexpr std::int64_t little_room = 2 * gigabyte;
constexpr std::int64_t no_room = gigabyte / 5;
constexpr std::int64_t many_unsent = 200; // sales that only this machine has

DeviceCard printer_card(const Ui& ui, const StaffContext& context) {
    const auto& paper = context.paper;
    DeviceCard card{"device.printer",
                    Icon::printer,
                    ui.format("device.printer", {{"mm", std::to_string(paper.printer.paper_mm)}}),
                    {},
                    {},
                    {}};
    if (!paper.printer.configured()) {
        card.look = DeviceLook::unused;
        card.detail = ui.text("device.printer.none");
    } else if (paper.asking || !paper.health.known) {
        card.look = DeviceLook::unknown;
        card.detail = ui.text("device.printer.asking");
    } else if (paper.health.trouble != PrinterTrouble::none) {
        card.look = DeviceLook::broken;
        card.detail = trouble_words(ui, paper.health.trouble);
        card.cure = trouble_cure(ui, paper.health.trouble);
    } else if (paper.health.low_paper) {
        card.look = DeviceLook::care;
        card.detail = ui.text("device.printer.low");
        card.cure = ui.text("device.printer.low_cure");
    } else {
        card.detail = ui.format(paper.health.tested ? "device.printer.tested" : "device.printer.ready",
                                {{"time", format_time(paper.health_at)}});
    }
    return card;
}

DeviceCard slips_card(const Ui& ui, const StaffContext& context) {
    DeviceCard card{"device.slips", Icon::receipt, ui.text("device.slips"), ui.text("device.slips.none"), {}, {}};
    if (const auto count = context.paper.wanting_care(); count > 0) {
        card.look = DeviceLook::care;
        card.detail = ui.format("device.slips.some", {{"count", std::to_string(count)}});
        card.cure = ui.text("device.slips.cure");
    }
    return card;
}

DeviceCard drawer_card(const Ui& ui, const StaffContext& context) {
    DeviceCard card{"device.drawer", Icon::drawer, ui.text("device.drawer"), ui.text("device.drawer.key"), {}, {}};
    const auto& printer = context.paper.printer;
    if (printer.configured() && printer.open_drawer)
        card.detail = ui.text("device.drawer.printer");
    else
        card.look = DeviceLook::unused;
    return card;
}

DeviceCard scanner_card(const Ui& ui, const StaffContext& context) {
    DeviceCard card{"device.scanner",          Icon::barcode,
                    ui.text("device.scanner"), ui.text("device.scanner.never"),
                    DeviceLook::unknown,       {}};
    if (context.devices.last_scan) {
        card.look = DeviceLook::fine;
        card.detail = ui.format("device.scanner.last", {{"time", format_time(*context.devices.last_scan)}});
    }
    return card;
}

DeviceCard display_card(const Ui& ui, const StaffContext& context) {
    DeviceCard card{"device.display",   Icon::card, ui.text("device.display"), ui.text("device.display.none"),
                    DeviceLook::unused, {}};
    if (context.devices.display_width > 0) {
        card.look = DeviceLook::fine;
        card.detail = ui.format("device.display.shown", {{"width", std::to_string(context.devices.display_width)},
                                                         {"height", std::to_string(context.devices.display_height)}});
    }
    return card;
}

DeviceCard sync_card(const Ui& ui, const StaffContext& context) {
    DeviceCard card{"device.sync",      Icon::sync, ui.text("device.sync"), ui.text("device.sync.none"),
                    DeviceLook::unused, {}};
    if (!context.hub.enrolled) return card;
    card.look = DeviceLook::fine;
    card.detail = ui.text("device.sync.all");
    if (context.hub.unsent == 0) return card;
    card.detail = ui.format("device.sync.some", {{"count", std::to_string(context.hub.unsent)}});
    if (static_cast<std::int64_t>(context.hub.unsent) < many_unsent) return card;
    card.look = DeviceLook::care;
    card.cure = ui.text("device.sync.cure");
    return card;
}

std::string gigabytes(const Ui& ui, std::int64_t bytes) {
    return format_quantity(Quantity{bytes / (gigabyte / 10) * 100}, "GB", ui.language());
}

DeviceCard disk_card(const Ui& ui, const StaffContext& context) {
    DeviceCard card{"device.disk",       Icon::box, ui.text("device.disk"), ui.text("device.disk.asking"),
                    DeviceLook::unknown, {}};
    const auto& found = context.devices.found;
    if (!found || found->disk_bytes <= 0) return card;
    card.look = found->free_bytes < no_room       ? DeviceLook::broken
                : found->free_bytes < little_room ? DeviceLook::care
                                                  : DeviceLook::fine;
    card.detail = ui.format("device.disk.free",
                            {{"free", gigabytes(ui, found->free_bytes)}, {"all", gigabytes(ui, found->disk_bytes)}});
    if (card.look != DeviceLook::fine) card.cure = ui.text("device.disk.cure");
    return card;
}

} // namespace

std::vector<DeviceCard> device_cards(const Ui& ui, const StaffContext& context) {
    return {printer_card(ui, context), slips_card(ui, context), scanner_card(ui, context), drawer_card(ui, context),
            display_card(ui, context), sync_card(ui, context),  disk_card(ui, context)};
}

std::string look_words(const Ui& ui, DeviceLook look) {
    switch (look) {
    case DeviceLook::fine:
        return ui.text("device.look.fine");
    case DeviceLook::unused:
        return ui.text("device.look.unused");
    case DeviceLook::unknown:
        return ui.text("device.look.unknown");
    case DeviceLook::care:
        return ui.text("device.look.care");
    case DeviceLook::broken:
        return ui.text("device.look.broken");
    }
    return {};
}

} // namespace ocop::kiosk
