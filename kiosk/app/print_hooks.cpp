#include "kiosk/app/print_hooks.h"

#include <future>
#include <memory>
#include <utility>

namespace ocop::kiosk {

PrintHooks print_hooks(StorageThread& storage, Mailbox<PrinterHealth>& health, std::function<void()> wake) {
    PrintHooks hooks;
    hooks.begin = [&storage](const PrintJob& job) {
        const auto promise = std::make_shared<std::promise<bool>>();
        auto written = promise->get_future();
        const bool accepted = storage.ask(ForPrinter{[promise, job](PrintQueue* queue) {
            promise->set_value(queue != nullptr && queue->begin(job.sale, job.copy));
        }});
        return accepted && written.get();
    };
    hooks.ended = [&storage](const PrintJob& job, const PrintOutcome& outcome) {
        storage.ask(ForPrinter{[job, outcome](PrintQueue* queue) {
            // What the disk refuses is remembered by the queue, and after the next start it is not known.
            if (queue != nullptr)
                static_cast<void>(queue->end(job.sale, job.copy, outcome.state, outcome.trouble).has_value());
        }});
    };
    hooks.gave_up = [&storage](const PrintJob& job, PrinterTrouble trouble) {
        storage.ask(ForPrinter{[job, trouble](PrintQueue* queue) {
            if (queue != nullptr) static_cast<void>(queue->give_up(job.sale, job.copy, trouble).has_value());
        }});
    };
    hooks.health = [&health, wake = std::move(wake)](const PrinterHealth& found) {
        health.put(found);
        wake();
    };
    return hooks;
}

} // namespace ocop::kiosk
