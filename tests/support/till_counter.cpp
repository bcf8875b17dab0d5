#include "tests/support/till_counter.h"

#include "tests/support/generated_catalogue.h"

#include <stdexcept>
#include <utility>

namespace ocop::test {

using namespace ocop::kiosk;

TillCounter::TillCounter(float width, float height) : ui([this](Ui& drawn) { draw(drawn); }, width, height) {
    ui.options.audience = Audience::till;
    snapshot->staff = {lan, {StaffId("mai"), "Lê Thị Mai", Role::manager, {}, true}};
    snapshot->catalogue = std::make_shared<const Catalogue>(tests::generate_catalogue(30));
    snapshot->search = std::make_shared<const ProductSearch>(snapshot->catalogue);
    snapshot->booth.shop_name = "Gian hàng mẫu";
    snapshot->booth.bank_bin = "970436";
    snapshot->booth.bank_account = "0123456789";
    snapshot->booth.bank_holder = "NGUYEN VAN A";
    snapshot->next_receipt = "Q2A-000001";
    renew();
    Cart cart;
    cart.sale_id = "sale-1";
    staff.answer(Opened{cart}, {});
    ui.settle();
}

void TillCounter::draw(Ui& drawn) {
    if (!view) return;
    auto outcome = staff.draw(drawn, {*view, pictures, HubState{}, now, 0, hub_offset});
    for (auto& command : outcome.commands)
        commands.push_back(std::move(command));
    to_visitors = to_visitors || outcome.to_visitors;
}

void TillCounter::renew() {
    view = std::make_unique<TillView>(snapshot);
}

void TillCounter::enter_pin() {
    ui.tap("pin.person.lan");
    for (const char* digit : {"1", "2", "3", "4", "5", "6"})
        ui.tap(std::string("pin/") + digit);
}

void TillCounter::sign_in() {
    staff.begin(ui.options.now);
    ui.settle();
    enter_pin();
    staff.answer(SignedIn{lan}, ui.options.now);
    ui.settle();
    ui.settle();
}

void TillCounter::open_shift() {
    Shift shift;
    shift.number = 1;
    snapshot->shift = shift;
    renew();
    sign_in();
}

const SellableProduct& TillCounter::goods(std::size_t index) const {
    for (const auto& each : view->products())
        if (each.product->sold_by == SoldBy::piece && !each.product->barcodes.empty() && index-- == 0) return each;
    throw std::logic_error("no such goods");
}

void TillCounter::scan(const std::string& code) {
    staff.scan(code);
    ui.settle();
}

} // namespace ocop::test
