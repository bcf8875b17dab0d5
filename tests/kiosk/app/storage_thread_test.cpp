#include "kiosk/app/storage_thread.h"

#include "pos/catalogue/release.h"
#include "pos/journal/verify.h"
#include "pos/leads/lead_projection.h"
#include "pos/usage/usage_projection.h"
#include "tests/support/enquiries.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <atomic>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

constexpr std::chrono::milliseconds storage_patience{60'000};

struct StorageBooth {
    ocop::testing::TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{3};
    DataDirectory directory{folder.path() / "till"};
    StaffId lan{"lan"};
    std::atomic<int> woken{0};

    Till create() {
        auto till = std::move(*Till::create(directory, "test", "Q2", clock, randomness));
        const auto stored = store_release(directory, tests::generate_catalogue(20), {});
        REQUIRE(stored);
        REQUIRE(till.adopt_release(stored->manifest.release, stored->manifest_sha256));
        REQUIRE(till.set_staff({lan, "Lan", Role::cashier, *hash_pin("123456"), true}));
        return till;
    }
};

// The next answer of this kind; others before it are passed over.
template <class Answer>
Answer next(StorageThread& storage) {
    for (;;) {
        auto answer = storage.wait_answer(storage_patience);
        REQUIRE(answer);
        if (auto* wanted = std::get_if<Answer>(&*answer)) return std::move(*wanted);
        if (auto* refused = std::get_if<Refused>(&*answer)) FAIL("refused: " << refused->error.key);
    }
}

Cart cart_with_goods(const TillSnapshot& snapshot, Cart cart) {
    for (const auto& product : snapshot.catalogue->products())
        if (product.price && product.sold_by == SoldBy::piece && cart.empty())
            REQUIRE(add_to_cart(cart, product, Quantity::of(1)));
    return cart;
}

using Snapshot = std::shared_ptr<const TillSnapshot>;

} // namespace

TEST_CASE("a day at the till through the storage thread", "[kiosk][storage]") {
    StorageBooth booth;
    std::string sold;
    {
        StorageThread storage(booth.create(), booth.clock, booth.randomness, [&] { ++booth.woken; });
        const auto opened = next<Opened>(storage);
        const auto first = next<Snapshot>(storage);
        CHECK(first->staff.size() == 1);
        CHECK(first->staff[0].pin_hash.empty());
        storage.ask(SignIn{booth.lan, "123456"});
        CHECK(next<SignedIn>(storage).staff.name == "Lan");
        storage.ask(OpenShift{{booth.lan, Dong{100'000}, {{Dong{100'000}, 1}}, false}});
        CHECK(next<ShiftOpened>(storage).shift.number == 1);
        const auto cart = cart_with_goods(*first, opened.draft);
        storage.ask(SaveDraft{cart});
        // A double tap: both are answered with the one sale.
        storage.ask(CompleteSale{cart, {{PaymentMethod::cash, Dong{}, {}}}, booth.lan});
        storage.ask(CompleteSale{cart, {{PaymentMethod::cash, Dong{}, {}}}, booth.lan});
        const auto sale = next<SaleSaved>(storage);
        CHECK(next<SaleSaved>(storage).sale == sale.sale);
        CHECK(sale.next.sale_id != cart.sale_id);
        CHECK(next<Snapshot>(storage)->figures.sales == 1);
        storage.ask(MoveCash{{Dong{-60'000}, "Nộp quản lý gian", booth.lan, {}}});
        CHECK(next<CashMoved>(storage).movement.amount == Dong{-60'000});
        storage.ask(LogDrawer{booth.lan, "Mở két không bán hàng"});
        next<DrawerLogged>(storage);
        storage.ask(PullShift{booth.lan});
        Snapshot waiting; // the figures are known before the counting screen is
        std::optional<Shift> pulling;
        while (!pulling) {
            auto answer = storage.wait_answer(storage_patience);
            REQUIRE(answer);
            if (const auto* snapshot = std::get_if<Snapshot>(&*answer)) waiting = *snapshot;
            if (const auto* done = std::get_if<ShiftPulled>(&*answer)) pulling = done->shift;
        }
        const auto& pulled = *pulling;
        CHECK_FALSE(waiting->shift);
        REQUIRE(waiting->pulled.size() == 1);
        CHECK(waiting->pulled[0].figures.expected_cash == Dong{40'000} + sale.sale.total);
        CHECK(waiting->pulled[0].figures.drawer_openings == 1);
        CHECK_FALSE(waiting->last_z);
        storage.ask(CloseShift{{pulled.id, booth.lan, Dong{40'000} + sale.sale.total, {}, {}, "", ""}});
        CHECK(next<ShiftClosed>(storage).report.difference == Dong{});
        const auto closed = next<Snapshot>(storage);
        CHECK(closed->pulled.empty());
        CHECK(closed->last_z->number == 1);
        CHECK(booth.woken > 0);
        sold = sale.sale.id;
    }
    const auto report = verify(booth.directory);
    REQUIRE(report);
    CHECK(report->sound());
    auto reader = Database::open_reader(booth.directory.journal());
    CHECK(read_sale(reader, sold));
}

TEST_CASE("wrong PINs lock a person out, and the right one waits too", "[kiosk][storage]") {
    StorageBooth booth;
    StorageThread storage(booth.create(), booth.clock, booth.randomness, [] {});
    for (int left = most_wrong_pins - 1; left >= 0; --left) {
        storage.ask(SignIn{booth.lan, "000000"});
        CHECK(next<WrongPin>(storage).attempts_left == left);
    }
    storage.ask(SignIn{booth.lan, "123456"});
    CHECK(next<WrongPin>(storage).attempts_left == 0);
    booth.clock.advance(pin_lock_milliseconds);
    storage.ask(SignIn{booth.lan, "123456"});
    CHECK(next<SignedIn>(storage).staff.id == booth.lan);
}

TEST_CASE("a refused command says which and why, and the next one runs", "[kiosk][storage]") {
    StorageBooth booth;
    StorageThread storage(booth.create(), booth.clock, booth.randomness, [] {});
    const auto opened = next<Opened>(storage);
    const auto cart = cart_with_goods(*next<Snapshot>(storage), opened.draft);
    storage.ask(CompleteSale{cart, {}, booth.lan});
    const auto answer = storage.wait_answer(storage_patience);
    REQUIRE(answer);
    const auto* refused = std::get_if<Refused>(&*answer);
    REQUIRE(refused);
    CHECK(refused->asked == Asked::complete_sale);
    CHECK(refused->error.key == "error.no_shift");
    storage.ask(OpenShift{{booth.lan, Dong{}, {}, false}});
    next<ShiftOpened>(storage);
}

TEST_CASE("commands accepted before the end are carried out", "[kiosk][storage]") {
    StorageBooth booth;
    std::string sold;
    {
        StorageThread storage(booth.create(), booth.clock, booth.randomness, [] {});
        const auto opened = next<Opened>(storage);
        const auto cart = cart_with_goods(*next<Snapshot>(storage), opened.draft);
        sold = cart.sale_id;
        storage.ask(OpenShift{{booth.lan, Dong{}, {}, false}});
        storage.ask(CompleteSale{cart, {{PaymentMethod::cash, Dong{}, {}}}, booth.lan});
    }
    auto reader = Database::open_reader(booth.directory.journal());
    CHECK(read_sale(reader, sold));
}

TEST_CASE("an enquiry is answered when it is durable, under the number it was sent with", "[kiosk][storage]") {
    StorageBooth booth;
    ocop::testing::TestReaders keys;
    StorageThread storage(ocop::testing::enquiry_till(booth.directory, keys.readers, booth.clock, booth.randomness),
                          booth.clock, booth.randomness, [] {});
    const auto first = next<Snapshot>(storage);
    CHECK(first->takes_enquiries);
    Enquiry enquiry;
    enquiry.products = {first->catalogue->products().front().sku};
    enquiry.language = "vi";
    enquiry.consents = {{consent_to_answer, "1", "Tôi đồng ý", true}};
    enquiry.person = {ocop::testing::person_name, "", ocop::testing::person_phone, "", ""};
    storage.ask(RecordLead{7, enquiry});
    CHECK(next<LeadSaved>(storage).number == 7);
    CHECK(next<HubState>(storage).unsent > 0);
    enquiry.person.phone = "không có";
    storage.ask(RecordLead{8, enquiry});
    const auto refused = next<LeadRefused>(storage);
    CHECK(refused.number == 8);
    CHECK(refused.error.key == "error.enquiry_phone");
    auto reader = Database::open_reader(booth.directory.journal());
    CHECK(read_leads(reader).size() == 1);
}

TEST_CASE("people kept to the last day are erased at the start and when the day turns", "[kiosk][storage]") {
    using namespace ocop::testing;
    StorageBooth booth;
    const TestReaders keys;
    auto till = enquiry_till(booth.directory, keys.readers, booth.clock, booth.randomness);
    REQUIRE(till.record_lead(enquiry_for(till, "old")));
    booth.clock.jump_wall(instant_of(*Day::parse("2027-11-24"), {8, 0, 0}));
    REQUIRE(till.record_lead(enquiry_for(till, "new")));
    StorageThread storage(std::move(till), booth.clock, booth.randomness, [] {});
    const auto unsent = next<HubState>(storage).unsent;
    CHECK(next<HubState>(storage).unsent == unsent + 1);
    auto reader = Database::open_reader(booth.directory.journal());
    CHECK(read_lead(reader, "old")->erased);
    CHECK_FALSE(read_lead(reader, "new")->erased);
    booth.clock.jump_wall(instant_of(*Day::parse("2028-11-25"), {0, 0, 0}));
    CHECK(next<HubState>(storage).unsent == unsent + 2);
    CHECK(read_lead(reader, "new")->erased);
}

TEST_CASE("views that were handed over before the end are in the journal once, when their hour is over",
          "[kiosk][storage]") {
    StorageBooth booth;
    UsageCounts counts;
    counts.products[Sku("A")].views = 2;
    const auto hour = hour_of(booth.clock.now());
    {
        StorageThread storage(booth.create(), booth.clock, booth.randomness, [] {});
        CHECK_FALSE(next<Snapshot>(storage)->takes_enquiries);
        storage.ask(CountUsage{hour, counts});
        storage.ask(CountUsage{hour, counts});
    }
    booth.clock.advance(3'600'000);
    {
        auto till = Till::open(booth.directory, "test", booth.clock, booth.randomness);
        REQUIRE(till);
        StorageThread storage(std::move(*till), booth.clock, booth.randomness, [] {});
        storage.ask(CountUsage{hour_of(booth.clock.now()), counts}); // another hour: the first one is over
    }
    auto reader = Database::open_reader(booth.directory.journal());
    auto stored = read_usage(reader, {0}, {1'000'000'000});
    CHECK(stored.products[Sku("A")].views == 4);
    CHECK(verify(booth.directory)->sound());
}
