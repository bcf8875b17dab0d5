#include "pos/receipts/printer_settings.h"

#include "pos/store/whole_file.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;

constexpr std::size_t longest_file = 64 * 1024;

bool understood(const std::string& address) {
    for (const auto* kind : {"file:", "tcp:", "demo:"})
        if (address.rfind(kind, 0) == 0) return true;
    return address.empty();
}

tl::unexpected<Error> broken(const DataDirectory& directory, std::string why) {
    return fail(ErrorKind::refused, "error.devices_broken", {{"file", directory.devices().string()}}, std::move(why));
}

} // namespace

Result<PrinterSettings> load_printer_settings(const DataDirectory& directory) {
    auto bytes = read_bytes(directory.devices(), longest_file);
    if (!bytes && bytes.error().kind == ErrorKind::not_found) return PrinterSettings{};
    if (!bytes) return fail(std::move(bytes.error()));
    const auto file = json::parse(*bytes, nullptr, false);
    if (file.is_discarded() || !file.is_object()) return broken(directory, "no JSON object");
    try {
        const auto printer = file.value("printer", json::object());
        PrinterSettings settings;
        settings.address = printer.value("address", std::string());
        settings.paper_mm = printer.value("paper_mm", settings.paper_mm);
        settings.open_drawer = printer.value("open_drawer", settings.open_drawer);
        if (!understood(settings.address)) return broken(directory, settings.address);
        if (settings.paper_mm != 58 && settings.paper_mm != 80) return broken(directory, "paper_mm");
        return settings;
    } catch (const json::exception& failure) {
        return broken(directory, failure.what());
    }
}

Result<> save_printer_settings(const DataDirectory& directory, const PrinterSettings& settings) {
    const json file = {
        {"printer",
         {{"address", settings.address}, {"paper_mm", settings.paper_mm}, {"open_drawer", settings.open_drawer}}}};
    return write_bytes(directory.devices(), file.dump(2) + "\n");
}

} // namespace ocop
