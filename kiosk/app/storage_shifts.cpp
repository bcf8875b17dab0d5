// The storage thread's commands about shifts and drawers.
#include "kiosk/app/storage_thread.h"

#include "pos/shifts/shift_figures.h"

#include <utility>

namespace ocop::kiosk {

void StorageThread::add_shifts(TillSnapshot& snapshot) {
    snapshot.shift = till_.shift();
    if (snapshot.shift)
        if (auto figures = till_.shift_figures()) snapshot.figures = std::move(*figures);
    for (const auto& shift : till_.pulled_shifts())
        if (auto figures = till_.shift_figures(shift.id)) snapshot.pulled.push_back({shift, std::move(*figures)});
    if (!last_z_)
        if (auto report = read_last_z_report(till_.journal().database()); report && !report->training)
            last_z_ = std::move(*report); // a drawer that was trained with holds no float
    snapshot.last_z = last_z_;
    snapshot.clock_evidence = clock_evidence(till_.journal().database());
}

void StorageThread::carry_out(OpenShift& command) {
    auto shift = till_.open_shift(command.opening);
    if (!shift) return post(Refused{Asked::open_shift, std::move(shift.error())});
    post(ShiftOpened{*shift});
    post_snapshot();
}

void StorageThread::carry_out(MoveCash& command) {
    auto moved = till_.move_cash(command.movement);
    if (!moved) return post(Refused{Asked::move_cash, std::move(moved.error())});
    post(CashMoved{std::move(command.movement)});
    post_snapshot();
}

void StorageThread::carry_out(LogDrawer& command) {
    auto logged = till_.open_drawer(command.staff, command.reason);
    if (!logged) return post(Refused{Asked::log_drawer, std::move(logged.error())});
    post(DrawerLogged{});
    post_snapshot();
}

// The screen counts next, so it has to know the shift's figures by then.
void StorageThread::carry_out(PullShift& command) {
    auto shift = till_.pull_shift(command.staff);
    if (!shift) return post(Refused{Asked::pull_shift, std::move(shift.error())});
    post_snapshot();
    post(ShiftPulled{std::move(*shift)});
}

void StorageThread::carry_out(CloseShift& command) {
    auto report = till_.count_shift(command.count);
    if (!report) return post(Refused{Asked::close_shift, std::move(report.error())});
    if (!report->training) last_z_ = *report;
    post(ShiftClosed{std::move(*report)});
    post_snapshot();
    order_backup(); // beside everything else: a missing stick never holds up the close
}

void StorageThread::order_backup() {
    auto& journal = till_.journal();
    backup_.order({journal.head().till, journal.local(backup_folder_name).value_or(std::string())});
}

void StorageThread::carry_out(BackUp&) {
    order_backup();
}

} // namespace ocop::kiosk
