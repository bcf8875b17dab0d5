#include "tests/support/printing_till.h"

#include "pos/catalogue/release.h"
#include "tests/support/generated_catalogue.h"

#include <future>
#include <stdexcept>
#include <utility>

namespace ocop::test {

using namespace ocop::kiosk;

namespace {

constexpr std::chrono::milliseconds patience{60'000};
const StaffId lan{"lan"};
const std::filesystem::path assets = OCOP_SOURCE_DIR "/assets";

template <class Value>
Value must(Result<Value> result) {
    if (!result) throw std::runtime_error(result.error().key + " " + result.error().detail);
    return std::move(*result);
}

} // namespace

// Tells of every write before it happens.
class PrintingTill::WatchedLine final : public PrinterLine {
public:
    WatchedLine(PrintingTill& till, std::unique_ptr<PrinterLine> line) : till_(&till), line_(std::move(line)) {}
    Written write(std::string_view bytes, std::chrono::milliseconds longest) override {
        till_->moment("write");
        return line_->write(bytes.substr(0, 4000), longest); // in pieces, so that there are moments between them
    }
    std::optional<std::uint8_t> read(std::chrono::milliseconds longest) override { return line_->read(longest); }
    bool delivered() const override { return line_->delivered(); }

private:
    PrintingTill* till_;
    std::unique_ptr<PrinterLine> line_;
};

PrintingTill::PrintingTill(const std::string& address)
    : directory_{folder_.path() / "till"}, language_(must(Language::load(assets, "vi"))) {
    auto till = must(Till::create(directory_, "test", "Q2", clock_, randomness_));
    const auto stored = must(store_release(directory_, tests::generate_catalogue(20), {}));
    BoothSettings booth;
    booth.shop_name = "Đặc sản Hạ Long";
    const bool ready = till.adopt_release(stored.manifest.release, stored.manifest_sha256) && till.set_booth(booth) &&
                       till.set_staff({lan, "Lan", Role::cashier, "none", true}) && till.open_shift(lan, Dong{}) &&
                       save_printer_settings(directory_, {address, 80, true});
    if (!ready) throw std::runtime_error("no till to print at");
}

PrintingTill::PrintingTill(const std::filesystem::path& data, std::shared_ptr<SharedPrinter> printer)
    : directory_{folder_.path() / "till"}, shared_(std::move(printer)), language_(must(Language::load(assets, "vi"))) {
    std::filesystem::copy(data, directory_.root, std::filesystem::copy_options::recursive);
    clock_.advance(60'000);
}

PrintingTill::~PrintingTill() {
    stop();
}

void PrintingTill::moment(const std::string& which) {
    if (on_moment) on_moment(which);
}

void PrintingTill::start() {
    storage_ = std::make_unique<StorageThread>(must(Till::open(directory_, "test", clock_, randomness_)), clock_,
                                               randomness_, [] {});
    auto hooks = print_hooks(*storage_, health_, [] {});
    hooks.begin = [this, begin = std::move(hooks.begin)](const PrintJob& job) {
        moment("before begin");
        const bool begun = begin(job);
        moment("after begin");
        return begun;
    };
    hooks.ended = [this, ended = std::move(hooks.ended)](const PrintJob& job, const PrintOutcome& outcome) {
        moment("before end");
        ended(job, outcome);
    };
    settings_ = must(load_printer_settings(directory_));
    printing_ = std::make_unique<PrintThread>(settings_, assets, language_, std::move(hooks),
                                              [this](const std::string&) -> Result<std::unique_ptr<PrinterLine>> {
                                                  OCOP_TRY_ASSIGN(auto line, open_virtual_line(shared_));
                                                  return std::make_unique<WatchedLine>(*this, std::move(line));
                                              });
    while (!snapshot_)
        if (!take_answer()) throw std::runtime_error("the storage thread does not answer");
}

void PrintingTill::stop() {
    printing_.reset();
    storage_.reset();
    snapshot_.reset();
}

bool PrintingTill::take_answer() {
    const auto answer = storage_->wait_answer(patience);
    if (answer) take(*answer);
    return answer.has_value();
}

void PrintingTill::take(const StorageAnswer& answer) {
    if (const auto* opened = std::get_if<Opened>(&answer)) cart_ = opened->draft;
    if (const auto* snapshot = std::get_if<std::shared_ptr<const TillSnapshot>>(&answer)) snapshot_ = *snapshot;
    if (const auto* wanted = std::get_if<PrintWanted>(&answer))
        printing_->print({wanted->job, wanted->sale, wanted->booth});
    if (const auto* saved = std::get_if<SaleSaved>(&answer)) {
        sold_ = saved->sale;
        cart_ = saved->next;
    }
    if (const auto* paper = std::get_if<PaperChanged>(&answer)) {
        jobs_ = paper->jobs;
        if (!(paper->printer == settings_)) printing_->use(settings_ = paper->printer);
    }
    if (const auto* refused = std::get_if<Refused>(&answer)) throw std::runtime_error(refused->error.key);
}

Sale PrintingTill::sell() {
    for (const auto& product : snapshot_->catalogue->products())
        if (product.price && product.sold_by == SoldBy::piece && cart_.empty())
            must(add_to_cart(cart_, product, Quantity::of(1)));
    sold_.reset();
    ask(CompleteSale{cart_, {{PaymentMethod::cash, totals_of(cart_).total, {}}}, lan});
    while (!sold_)
        if (!take_answer()) throw std::runtime_error("the sale is not saved");
    return *sold_;
}

PrintJob PrintingTill::job(const Sale& sale) const {
    for (const auto& each : jobs_)
        if (each.sale == sale.id) return each;
    return {};
}

PrintJob PrintingTill::wait_for(const Sale& sale, PrintState state, int copy) {
    for (;;) {
        const auto found = job(sale);
        if (found.sale == sale.id && found.state == state && found.copy == copy) return found;
        if (!take_answer()) throw std::runtime_error("the slip does not come to that state");
    }
}

void PrintingTill::let_storage_rest() {
    const auto promise = std::make_shared<std::promise<void>>();
    ask(ForPrinter{[promise](PrintQueue*) { promise->set_value(); }});
    promise->get_future().wait();
}

PrintState PrintingTill::next_state(const Sale& sale) {
    if (!take_answer()) throw std::runtime_error("nothing becomes of the slip");
    return job(sale).state;
}

PrintJob PrintingTill::rest(const Sale& sale) {
    for (;;) {
        const auto found = job(sale);
        if (found.state != PrintState::waiting && found.state != PrintState::printing) return found;
        next_state(sale);
    }
}

void PrintingTill::settle() {
    next_health();
}

PrinterHealth PrintingTill::next_health() {
    const auto found = health_.wait(patience);
    if (!found) throw std::runtime_error("nothing is heard of the printer");
    return *found;
}

void PrintingTill::change(const std::function<void(VirtualPrinter&)>& change) {
    const std::lock_guard lock(shared_->mutex);
    change(shared_->printer);
}

std::vector<std::uint8_t> PrintingTill::picture(const Sale& sale, int copy) {
    BoothSettings booth;
    booth.shop_name = "Đặc sản Hạ Long";
    return ReceiptPainter(assets).paint(make_receipt(sale, booth, language_, copy)).bits;
}

} // namespace ocop::test
