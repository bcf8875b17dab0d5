#include "kiosk/devices/virtual_line.h"

#include <fmt/format.h>

#include <utility>

namespace ocop::kiosk {
namespace {

namespace fs = std::filesystem;

class DemoLine final : public PrinterLine {
public:
    explicit DemoLine(fs::path folder) : folder_(std::move(folder)), line_(printer_) {}
    ~DemoLine() override {
        for (const auto& slip : printer_->printer.slips())
            if (slip.cut && slip.picture.height > 0)
                static_cast<void>(
                    write_bitmap_png(slip.picture, free_name()).has_value()); // a demo's paper may be lost
    }
    DemoLine(const DemoLine&) = delete;
    DemoLine& operator=(const DemoLine&) = delete;

    Written write(std::string_view bytes, std::chrono::milliseconds longest) override {
        return line_.write(bytes, longest);
    }
    std::optional<std::uint8_t> read(std::chrono::milliseconds longest) override { return line_.read(longest); }
    bool delivered() const override { return true; }

private:
    fs::path free_name() const {
        std::error_code ignored;
        for (int number = 1;; ++number) {
            auto name = folder_ / fmt::format("slip-{:04}.png", number);
            if (!fs::exists(name, ignored)) return name;
        }
    }

    fs::path folder_;
    std::shared_ptr<SharedPrinter> printer_ = std::make_shared<SharedPrinter>();
    VirtualLine line_;
};

} // namespace

PrinterLine::Written VirtualLine::write(std::string_view bytes, std::chrono::milliseconds) {
    const std::lock_guard lock(shared_->mutex);
    const auto taken = shared_->printer.receive(bytes);
    return {taken.value_or(0), !taken};
}

std::optional<std::uint8_t> VirtualLine::read(std::chrono::milliseconds) {
    const std::lock_guard lock(shared_->mutex);
    return shared_->printer.next_answer();
}

Result<std::unique_ptr<PrinterLine>> open_virtual_line(const std::shared_ptr<SharedPrinter>& printer) {
    const std::lock_guard lock(printer->mutex);
    if (!printer->printer.plugged)
        return fail(ErrorKind::not_found, "error.printer_unreachable", {{"address", "virtual"}});
    return std::make_unique<VirtualLine>(printer);
}

Result<std::unique_ptr<PrinterLine>> open_demo_line(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        return fail(ErrorKind::not_found, "error.printer_unreachable", {{"address", "demo:"}}, failed.message());
    return std::make_unique<DemoLine>(folder);
}

} // namespace ocop::kiosk
