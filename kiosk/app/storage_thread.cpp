#include "kiosk/app/storage_thread.h"

#include <exception>
#include <filesystem>
#include <utility>

namespace ocop::kiosk {
namespace {

// architecture.md, The journal: checkpoints run after 2 s idle, or between sales once the log is this large.
constexpr std::chrono::milliseconds idle_before_checkpoint{2'000};
constexpr std::int64_t largest_wal = 32 * 1024 * 1024;

std::unordered_map<Sku, Quantity> stock_levels(Database& database) {
    std::unordered_map<Sku, Quantity> stock;
    auto rows = database.prepare("SELECT sku, quantity FROM stock");
    while (rows.step())
        stock.emplace(Sku(rows.text(0)), Quantity{rows.integer(1)});
    return stock;
}

std::shared_ptr<const std::unordered_map<std::string, std::string>> media_of(const ReleaseManifest& release) {
    auto media = std::make_shared<std::unordered_map<std::string, std::string>>();
    for (const auto& blob : release.media)
        media->emplace(blob.name, blob.sha256);
    return media;
}

} // namespace

StorageThread::StorageThread(Till till, Clock& clock, Randomness& randomness, std::function<void()> wake)
    : till_(std::move(till)), own_till_(till_, clock, randomness), clock_(&clock), randomness_(&randomness),
      wake_(std::move(wake)),
      backup_(till_.journal().directory(), clock, [this](BackupOutcome outcome) { post(std::move(outcome)); }),
      thread_([this] { run(); }) {}

StorageThread::~StorageThread() {
    commands_.close();
    thread_.join();
}

void StorageThread::post(StorageAnswer answer) {
    answers_.put(std::move(answer));
    wake_();
}

void StorageThread::post_snapshot() {
    try {
        auto snapshot = std::make_shared<TillSnapshot>();
        auto& database = till_.journal().database();
        snapshot->catalogue = till_.catalogue();
        if (!search_ || searched_ != snapshot->catalogue) {
            searched_ = snapshot->catalogue;
            search_ = std::make_shared<const ProductSearch>(searched_);
            media_ = media_of(till_.release());
        }
        snapshot->search = search_;
        snapshot->media = media_;
        snapshot->stock = stock_levels(database);
        snapshot->kept_back = kept_back();
        for (auto member : till_.staff()) {
            if (!member.active) continue;
            member.pin_hash.clear();
            snapshot->staff.push_back(std::move(member));
        }
        snapshot->booth = till_.booth();
        add_shifts(*snapshot);
        snapshot->next_receipt = till_.next_receipt();
        snapshot->takes_enquiries = till_.readers().has_value();
        post_hub_state();
        post(std::shared_ptr<const TillSnapshot>(std::move(snapshot)));
    } catch (const StorageFailure&) {
        // The screens keep the snapshot they have; what was sold is in the journal, and the next command says more.
    }
}

void StorageThread::post_hub_state() {
    auto& journal = till_.journal();
    std::error_code ignored; // cannot be looked at: not enrolled, as far as people need to know
    post(HubState{std::filesystem::exists(journal.directory().hub_settings(), ignored), count_unsent(journal)});
}

void StorageThread::run() {
    open_shelf();
    auto draft = till_.draft();
    open_paper();
    post(Opened{draft ? std::move(*draft) : till_.new_cart(), till_.parked().value_or(std::vector<ParkedCart>())});
    post_snapshot();
    erase_overdue_leads();
    for (;;) {
        auto command = commands_.wait(idle_before_checkpoint);
        if (!command) {
            close_usage_hour();
            erase_overdue_leads();
            checkpoint_when_idle();
            if (commands_.closed()) return;
            continue;
        }
        checkpoint_due_ = true;
        std::visit([this](auto& asked) { carry_out(asked); }, *command);
        if (till_.journal().suspect()) continue; // nothing more is written; every command is refused with the reason
        if (till_.journal().database().wal_bytes() > largest_wal) checkpoint_when_idle();
    }
}

void StorageThread::checkpoint_when_idle() {
    if (!checkpoint_due_ || till_.journal().suspect()) return;
    // A checkpoint that fails leaves everything in the log, where it is as durable; the next one tries again.
    checkpoint_due_ = !till_.journal().checkpoint().has_value();
}

void StorageThread::carry_out(CompleteSale& command) {
    auto sale = till_.complete_sale(command.cart, command.tenders, command.staff, slip_beside(command));
    if (!sale) return post(Refused{Asked::complete_sale, std::move(sale.error())});
    auto next = till_.new_cart();
    post(SaleSaved{*sale, next});
    want_slip(*sale);
    // A draft that cannot be cleared is recognised as sold when it is read again.
    static_cast<void>(till_.save_draft(next).has_value());
    post_snapshot();
}

void StorageThread::carry_out(SaveDraft& command) {
    if (auto saved = till_.save_draft(command.cart); !saved) post(Refused{Asked::save_draft, std::move(saved.error())});
}

void StorageThread::carry_out(HandedOver& command) {
    std::string answer;
    ForHub work{[&](OwnTill& own) { answer = command.work(till_, own); }};
    carry_out(work);
    post(HandedOverDone{std::move(answer)});
}

void StorageThread::carry_out(RecordLead& command) {
    command.enquiry.id = make_uuid_v7(clock_->now(), *randomness_);
    const auto lead = till_.record_lead(command.enquiry);
    if (!lead) return post(LeadRefused{command.number, lead.error()});
    post(LeadSaved{command.number});
    post_hub_state();
}

// Nobody waits for it: what the disk refuses stays counted in memory and is written with the next ones.
void StorageThread::carry_out(CountUsage& command) {
    const auto before = till_.journal().head().seq;
    static_cast<void>(till_.count_usage(command.hour, command.counts).has_value());
    if (till_.journal().head().seq != before) post_hub_state();
}

void StorageThread::close_usage_hour() {
    const auto closed = till_.close_usage_hour();
    if (!closed || !*closed) return;
    checkpoint_due_ = true;
    post_hub_state();
}

// Once a day, and while nobody asks for anything. What the disk refuses is tried again on the next day.
void StorageThread::erase_overdue_leads() {
    const auto today = day_of(clock_->now());
    if (erased_on_ == today || till_.journal().suspect()) return;
    erased_on_ = today;
    const auto erased = till_.erase_overdue_leads(std::nullopt);
    if (!erased || *erased == 0) return;
    post_hub_state();
}

// What the hub's catalogue or answer changed is shown; a failing disk is met by the next command that needs it.
void StorageThread::carry_out(ForHub& command) {
    const auto before = till_.catalogue();
    command.work(own_till_);
    try {
        if (till_.catalogue() != before)
            post_snapshot();
        else
            post_hub_state();
    } catch (const StorageFailure&) {
        return;
    }
}

// A disk that fails here fails the next command as well, which says so.
void StorageThread::open_shelf() {
    try {
        shelf_.emplace(till_.journal(), *clock_, *randomness_);
    } catch (const StorageFailure&) {
        shelf_.reset();
    }
}

const ProductCodes& StorageThread::product_codes() {
    if (!codes_ || coded_ != till_.catalogue()) {
        coded_ = till_.catalogue();
        codes_.emplace(*coded_);
    }
    return *codes_;
}

std::vector<KeptBack> StorageThread::kept_back() {
    std::vector<KeptBack> goods;
    if (!shelf_) return goods;
    for (const auto& held : shelf_->kept_back()) {
        const auto text = basket_text(held.basket, product_codes());
        if (text && shelf_->loaded_at(basket_mark(*text))) continue; // they are in a cart by now
        const Monotonic until{clock_->monotonic().milliseconds + shelf_->time_left(held)};
        for (const auto& line : held.basket.lines)
            goods.push_back({line.sku, line.quantity, until});
    }
    return goods;
}

void StorageThread::carry_out(HoldBasket& command) {
    if (!shelf_)
        return post(Refused{Asked::hold_basket, {ErrorKind::storage, "error.storage", {}, {}}, {}, command.visit});
    auto held = shelf_->hold(std::move(command.lines), till_.booth().kiosk, command.code);
    if (!held) return post(Refused{Asked::hold_basket, std::move(held.error()), {}, command.visit});
    auto text = basket_text(held->basket, product_codes());
    if (!text) return post(Refused{Asked::hold_basket, std::move(text.error()), {}, command.visit});
    const Monotonic until{clock_->monotonic().milliseconds + shelf_->time_left(*held)};
    post(BasketHeld{command.visit, std::move(held->basket), std::move(*text), until});
    post_snapshot();
}

Result<BasketFound> StorageThread::find_basket(const std::string& asked) {
    if (!shelf_) return fail(ErrorKind::storage, "error.storage");
    BasketFound found;
    found.asked = asked;
    if (is_basket_text(asked)) {
        OCOP_TRY_ASSIGN(found.read, read_basket(asked, product_codes()));
        found.mark = basket_mark(asked);
    } else {
        OCOP_TRY_ASSIGN(auto held, shelf_->find(asked));
        OCOP_TRY_ASSIGN(const auto text, basket_text(held.basket, product_codes()));
        found.mark = basket_mark(text);
        found.made_at = held.made_at;
        found.read.basket = std::move(held.basket);
    }
    found.loaded_at = shelf_->loaded_at(found.mark);
    return found;
}

void StorageThread::carry_out(FindBasket& command) {
    auto found = find_basket(command.asked);
    if (!found) return post(Refused{Asked::find_basket, std::move(found.error()), command.asked});
    post(std::move(*found));
}

void StorageThread::carry_out(BasketTaken& command) {
    if (!shelf_) return;
    if (auto kept = shelf_->set_loaded(command.mark); !kept)
        return post(Refused{Asked::basket_taken, std::move(kept.error())});
    post_snapshot();
}

} // namespace ocop::kiosk
