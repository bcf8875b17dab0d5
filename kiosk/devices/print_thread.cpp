#include "kiosk/devices/print_thread.h"

#include "kiosk/devices/virtual_line.h"

#include <utility>

namespace ocop::kiosk {
namespace {

constexpr std::chrono::milliseconds between_looks{60'000}; // at a printer that nothing is printed on

} // namespace

OpenLine real_lines(std::filesystem::path printed, PrinterPatience patience) {
    return [printed = std::move(printed), patience](const std::string& address) {
        if (address.rfind("demo:", 0) == 0) return open_demo_line(printed);
        return open_printer_line(address, patience);
    };
}

PrintThread::PrintThread(PrinterSettings settings, std::filesystem::path asset_root, const Language& language,
                         PrintHooks hooks, OpenLine open, PrinterPatience patience)
    : settings_(std::move(settings)), asset_root_(std::move(asset_root)), language_(&language),
      hooks_(std::move(hooks)), open_(std::move(open)), patience_(patience), thread_([this] { run(); }) {}

PrintThread::~PrintThread() {
    commands_.close();
    thread_.join();
}

void PrintThread::run() {
    if (settings_.configured()) carry_out(Look{});
    while (!commands_.closed()) {
        const auto command = commands_.wait(between_looks);
        if (commands_.closed()) return;
        if (!command) {
            if (settings_.configured()) carry_out(Look{});
            continue;
        }
        std::visit([this](const auto& asked) { carry_out(asked); }, *command);
    }
}

std::string PrintThread::bytes_of(const Receipt& receipt, bool open_drawer) {
    if (!painter_) painter_.emplace(asset_root_);
    return escpos_bytes(painter_->paint(receipt, settings_.dots()), open_drawer);
}

void PrintThread::tell(const PrinterHealth& health) {
    if (hooks_.health) hooks_.health(health);
}

void PrintThread::carry_out(const PrintOrder& order) {
    const bool drawer = order.job.open_drawer && settings_.open_drawer;
    const auto give_up = [&](PrinterTrouble trouble, const PrinterLook& look) {
        hooks_.gave_up(order.job, trouble);
        tell({true, trouble, look.low_paper, look.answers, false});
    };
    auto line = settings_.configured() ? open_(settings_.address)
                                       : fail(ErrorKind::not_found, "error.printer_unreachable", {{"address", ""}});
    if (!line) return give_up(PrinterTrouble::unreachable, {});
    PrinterTalk talk(**line, patience_);
    const auto look = talk.look();
    if (look.trouble != PrinterTrouble::none) {
        if (drawer) talk.open_drawer(); // change is given all the same
        return give_up(look.trouble, look);
    }
    const auto bytes = bytes_of(make_receipt(order.sale, order.booth, *language_, order.job.copy), drawer);
    if (broken_off_ && !talk.clear_broken_off()) return give_up(PrinterTrouble::stuck, look);
    if (!hooks_.begin(order.job)) return; // whoever asks again is answered with what is stored
    const auto outcome = talk.print(bytes, look);
    broken_off_ = outcome.state == PrintState::unknown;
    line->reset(); // the slip is let go before anybody hears of it
    hooks_.ended(order.job, outcome);
    tell({true, outcome.trouble, outcome.low_paper, look.answers, false});
}

void PrintThread::carry_out(const PrinterSettings& settings) {
    settings_ = settings;
    broken_off_ = true;
    if (settings_.configured()) carry_out(Look{});
}

void PrintThread::carry_out(const Look&) {
    const auto line = open_(settings_.address);
    if (!line) return tell({true, PrinterTrouble::unreachable, false, false, false});
    const auto look = PrinterTalk(**line, patience_).look();
    tell({true, look.trouble, look.low_paper, look.answers, false});
}

void PrintThread::carry_out(const Test& test) {
    const auto line = open_(settings_.address);
    if (!line) return tell({true, PrinterTrouble::unreachable, false, false, true});
    PrinterTalk talk(**line, patience_);
    auto look = talk.look();
    if (look.trouble == PrinterTrouble::none && broken_off_ && !talk.clear_broken_off())
        look.trouble = PrinterTrouble::stuck;
    if (look.trouble != PrinterTrouble::none) return tell({true, look.trouble, look.low_paper, look.answers, true});
    const auto outcome = talk.print(bytes_of(make_test_slip(test.booth, *language_, settings_.paper_mm), false), look);
    broken_off_ = outcome.state == PrintState::unknown;
    tell({true, outcome.trouble, outcome.low_paper, look.answers, true});
}

} // namespace ocop::kiosk
