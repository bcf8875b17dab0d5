#include "pos/receipts/print_queue.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace ocop {
namespace {

using nlohmann::json;

constexpr std::ptrdiff_t most_printed = 50;        // remembered in memory
constexpr std::string_view name_prefix = "print/"; // + sale id

constexpr std::array<std::string_view, 5> state_names{"waiting", "printing", "printed", "failed", "unknown"};
constexpr std::array<std::string_view, 9> trouble_names{"",      "unreachable", "no_paper", "cover_open", "not_ready",
                                                        "stuck", "gone",        "silent",   "interrupted"};

std::string name_of(const std::string& sale) {
    return std::string(name_prefix) + sale;
}

std::string text_of(const PrintJob& job) {
    return json{{"receipt", job.receipt},
                {"copy", job.copy},
                {"drawer", job.open_drawer},
                {"state", state_names.at(static_cast<std::size_t>(job.state))},
                {"trouble", trouble_names.at(static_cast<std::size_t>(job.trouble))},
                {"at", job.at.milliseconds},
                {"dismissed", job.dismissed}}
        .dump();
}

template <class Names>
std::size_t index_in(const Names& names, const std::string& name, std::size_t otherwise) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? otherwise : static_cast<std::size_t>(found - names.begin());
}

// A row that cannot be read may be of a slip that is on paper.
PrintJob job_of(const std::string& sale, const std::string& text) {
    PrintJob job;
    job.sale = sale;
    job.state = PrintState::unknown;
    const auto row = json::parse(text, nullptr, false);
    if (!row.is_object()) return job;
    try {
        job.receipt = row.value("receipt", std::string());
        job.copy = std::max(0, row.value("copy", 0));
        job.open_drawer = row.value("drawer", false);
        job.at = Instant{row.value("at", std::int64_t{0})};
        job.dismissed = row.value("dismissed", false);
        constexpr auto unknown = static_cast<std::size_t>(PrintState::unknown);
        job.state = static_cast<PrintState>(index_in(state_names, row.value("state", std::string()), unknown));
        job.trouble = static_cast<PrinterTrouble>(index_in(trouble_names, row.value("trouble", std::string()), 0));
    } catch (const json::exception&) {
        job.state = PrintState::unknown;
    }
    return job;
}

} // namespace

PrintQueue::PrintQueue(Journal& journal, Clock& clock) : journal_(&journal), clock_(&clock) {
    auto rows = journal.database().prepare("SELECT name, value FROM local_state WHERE name GLOB 'print/*'"
                                           " AND value NOT LIKE '%\"state\":\"printed\"%'");
    while (rows.step()) {
        auto job = job_of(rows.text(0).substr(name_prefix.size()), rows.text(1));
        if (job.state == PrintState::printing) {
            job.state = PrintState::unknown;
            job.trouble = PrinterTrouble::interrupted;
        }
        jobs_[job.sale] = std::move(job);
    }
}

std::vector<PrintJob> PrintQueue::jobs() const {
    std::vector<PrintJob> all;
    all.reserve(jobs_.size());
    for (const auto& [sale, job] : jobs_)
        all.push_back(job);
    return all;
}

Result<std::optional<PrintJob>> PrintQueue::find(const std::string& sale) const {
    if (const auto known = jobs_.find(sale); known != jobs_.end()) return known->second;
    if (journal_->suspect()) return fail(ErrorKind::unknown_outcome, "error.maybe_saved");
    try {
        const auto text = journal_->local(name_of(sale));
        return text ? std::optional(job_of(sale, *text)) : std::nullopt;
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
}

Beside PrintQueue::beside(const PrintJob& job) {
    return [job](Database& database) {
        database
            .cached("INSERT INTO local_state (name, value) VALUES (?, ?)"
                    " ON CONFLICT (name) DO UPDATE SET value = excluded.value")
            .bind_all(name_of(job.sale), text_of(job))
            .run();
    };
}

std::optional<PrintJob> PrintQueue::take_in(const std::string& sale) {
    if (jobs_.count(sale) != 0) return std::nullopt;
    const auto stored = find(sale);
    if (!stored || !*stored) return std::nullopt;
    jobs_[sale] = **stored;
    return **stored;
}

void PrintQueue::forget_printed() {
    auto printed = std::count_if(jobs_.begin(), jobs_.end(),
                                 [](const auto& each) { return each.second.state == PrintState::printed; });
    for (auto each = jobs_.begin(); each != jobs_.end() && printed > most_printed;) {
        const bool drop = each->second.state == PrintState::printed;
        each = drop ? jobs_.erase(each) : std::next(each);
        printed -= drop ? 1 : 0;
    }
}

Result<> PrintQueue::store(PrintJob job, bool keep_anyway) {
    job.at = clock_->now();
    auto stored = journal_->set_local(name_of(job.sale), text_of(job));
    if (stored || keep_anyway) jobs_[job.sale] = std::move(job);
    forget_printed();
    return stored;
}

Result<PrintJob> PrintQueue::again(const std::string& sale, const std::string& receipt) {
    OCOP_TRY_ASSIGN(const auto known, find(sale));
    auto job = known.value_or(PrintJob{sale, receipt, 0, false, PrintState::failed, {}, {}, false});
    switch (job.state) {
    case PrintState::waiting:
    case PrintState::printing:
        return fail(ErrorKind::busy, "error.print_busy", {{"receipt", job.receipt}});
    case PrintState::failed:
        break;
    case PrintState::printed:
    case PrintState::unknown:
        ++job.copy;
        break;
    }
    job.open_drawer = false; // the customer has been given change by now
    job.receipt = receipt;
    job.state = PrintState::waiting;
    job.trouble = PrinterTrouble::none;
    job.dismissed = false;
    job.at = clock_->now();
    OCOP_TRY(store(job));
    return job;
}

Result<> PrintQueue::begin(const std::string& sale, int copy) {
    const auto known = jobs_.find(sale);
    if (known == jobs_.end() || known->second.state != PrintState::waiting || known->second.copy != copy)
        return fail(ErrorKind::refused, "error.print_busy", {{"receipt", sale}});
    auto job = known->second;
    job.state = PrintState::printing;
    auto stored = store(std::move(job));
    if (!stored) known->second.state = PrintState::failed;
    return stored;
}

Result<> PrintQueue::end(const std::string& sale, int copy, PrintState state, PrinterTrouble trouble) {
    const auto known = jobs_.find(sale);
    if (known == jobs_.end() || known->second.state != PrintState::printing || known->second.copy != copy) return {};
    auto job = known->second;
    job.state = state;
    job.trouble = trouble;
    return store(std::move(job), true);
}

Result<> PrintQueue::give_up(const std::string& sale, int copy, PrinterTrouble trouble) {
    const auto known = jobs_.find(sale);
    if (known == jobs_.end() || known->second.state != PrintState::waiting || known->second.copy != copy) return {};
    auto job = known->second;
    job.state = PrintState::failed;
    job.trouble = trouble;
    return store(std::move(job), true);
}

Result<> PrintQueue::dismiss(const std::string& sale) {
    OCOP_TRY_ASSIGN(auto job, find(sale));
    if (!job || !job->wants_care()) return {};
    job->dismissed = true;
    return store(std::move(*job));
}

} // namespace ocop
