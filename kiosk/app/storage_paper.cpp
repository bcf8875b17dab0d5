// The storage thread's part in printing: the queue beside the journal, and which printer there is.
#include "kiosk/app/storage_thread.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace ocop::kiosk {
namespace {

constexpr int most_usb_printers = 8;

} // namespace

// A disk that fails here fails the next command as well, which says so; a file that cannot be understood is no printer.
void StorageThread::open_paper() {
    if (auto settings = load_printer_settings(till_.journal().directory())) printer_ = std::move(*settings);
    try {
        paper_.emplace(till_.journal(), *clock_);
        post_paper();
        for (const auto& job : paper_->jobs()) {
            if (job.state != PrintState::waiting) continue;
            if (auto sale = read_sale(till_.journal().database(), job.sale))
                post(PrintWanted{job, std::move(*sale), till_.booth()});
        }
    } catch (const StorageFailure&) {
        return;
    }
}

void StorageThread::post_paper() {
    if (paper_) post(PaperChanged{paper_->jobs(), printer_});
}

// Without a printer there is no slip to speak of.
Beside StorageThread::slip_beside(const CompleteSale& command) {
    if (!paper_ || !printer_.configured()) return {};
    PrintJob job;
    job.sale = command.cart.sale_id;
    job.receipt = till_.next_receipt();
    job.at = clock_->now();
    job.open_drawer = std::any_of(command.tenders.begin(), command.tenders.end(),
                                  [](const Tender& tender) { return tender.method == PaymentMethod::cash; });
    return PrintQueue::beside(job);
}

void StorageThread::want_slip(const Sale& sale) {
    if (!paper_) return;
    const auto job = paper_->take_in(sale.id);
    if (!job || job->state != PrintState::waiting) return;
    post_paper();
    post(PrintWanted{*job, sale, till_.booth()});
}

void StorageThread::carry_out(PrintAgain& command) {
    if (!paper_) return post(Refused{Asked::paper, {ErrorKind::storage, "error.storage", {}, {}}});
    auto sale = read_sale(till_.journal().database(), command.sale);
    if (!sale) return post(Refused{Asked::paper, std::move(sale.error())});
    auto job = paper_->again(command.sale, command.receipt);
    if (!job) return post(Refused{Asked::paper, std::move(job.error())});
    post_paper();
    post(PrintWanted{std::move(*job), std::move(*sale), till_.booth()});
}

void StorageThread::carry_out(DismissPaper& command) {
    if (!paper_) return;
    if (auto done = paper_->dismiss(command.sale); !done) return post(Refused{Asked::paper, std::move(done.error())});
    post_paper();
}

void StorageThread::carry_out(ForPrinter& command) {
    command.work(paper_ ? &*paper_ : nullptr);
    post_paper();
}

void StorageThread::carry_out(LookAtDevices&) {
    DevicesFound found;
    std::error_code failed;
    for (int number = 0; number < most_usb_printers; ++number) {
        const auto device = "/dev/usb/lp" + std::to_string(number);
        if (std::filesystem::is_character_file(device, failed)) found.printers.push_back("file:" + device);
    }
    const auto space = std::filesystem::space(till_.journal().directory().root, failed);
    if (!failed) {
        found.free_bytes = static_cast<std::int64_t>(space.available);
        found.disk_bytes = static_cast<std::int64_t>(space.capacity);
    }
    post(std::move(found));
}

void StorageThread::carry_out(SetPrinter& command) {
    if (auto saved = save_printer_settings(till_.journal().directory(), command.settings); !saved)
        return post(Refused{Asked::paper, std::move(saved.error())});
    printer_ = std::move(command.settings);
    post_paper();
}

} // namespace ocop::kiosk
