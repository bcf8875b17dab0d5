// The staff's half of the kiosk with a till behind it that only the test answers for.
#pragma once

#include "kiosk/till/staff_side.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/headless_ui.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace ocop::test {

using namespace ocop::kiosk;

struct NoPicturesAtAll final : Pictures {
    Picture request(std::string_view, float, float) override { return {}; }
};

struct Counter {
    SeededRandomness randomness{5};
    StaffSide staff{randomness};
    NoPicturesAtAll pictures;
    std::shared_ptr<TillSnapshot> snapshot = std::make_shared<TillSnapshot>();
    std::unique_ptr<TillView> view;
    std::vector<StorageCommand> commands;
    bool to_visitors = false;
    StaffMember lan{StaffId("lan"), "Nguyễn Thị Lan", Role::cashier, {}, true};
    StaffMember mai{StaffId("mai"), "Lê Thị Mai", Role::manager, {}, true};
    HeadlessUi ui;

    explicit Counter(float width = 1920, float height = 1080) : ui([this](Ui& drawn) { draw(drawn); }, width, height) {
        ui.options.audience = Audience::till;
        snapshot->staff = {lan, mai};
        snapshot->catalogue = std::make_shared<const Catalogue>(tests::generate_catalogue(30));
        snapshot->search = std::make_shared<const ProductSearch>(snapshot->catalogue);
        snapshot->booth.shop_name = "Gian hàng mẫu";
        snapshot->booth.bank_bin = "970436";
        snapshot->booth.bank_account = "0123456789";
        snapshot->booth.bank_holder = "NGUYEN VAN A";
        snapshot->next_receipt = "Q2A-000001";
        view = std::make_unique<TillView>(snapshot);
        Cart cart;
        cart.sale_id = "sale-1";
        staff.answer(Opened{cart}, {});
        ui.settle();
    }
    void draw(Ui& drawn) {
        if (!view) return;
        auto outcome = staff.draw(drawn, {*view, pictures, HubState{}, Instant{1'790'000'000'000}});
        for (auto& command : outcome.commands)
            commands.push_back(std::move(command));
        to_visitors = to_visitors || outcome.to_visitors;
    }
    void enter_pin() {
        ui.tap("pin.person.lan");
        for (const char* digit : {"1", "2", "3", "4", "5", "6"})
            ui.tap(std::string("pin/") + digit);
    }
    void sign_in() {
        staff.begin(ui.options.now);
        ui.settle();
        enter_pin();
        staff.answer(SignedIn{lan}, ui.options.now);
        ui.settle();
        ui.settle();
    }
    void open_shift() {
        Shift shift;
        shift.number = 1;
        snapshot->shift = shift;
        view = std::make_unique<TillView>(snapshot);
        sign_in();
    }
    const SellableProduct& goods(std::size_t index = 0) const {
        for (const auto& each : view->products())
            if (each.product->sold_by == SoldBy::piece && !each.product->barcodes.empty() &&
                *each.product->price < Dong{200'000} && index-- == 0)
                return each;
        throw std::logic_error("no such goods");
    }
    template <class Command>
    int count() const {
        int found = 0;
        for (const auto& command : commands)
            found += std::holds_alternative<Command>(command) ? 1 : 0;
        return found;
    }
    // The PIN of a manager, asked for over the screen.
    void approve() {
        ui.tap("approval.person.mai");
        for (const char* digit : {"1", "2", "3", "4", "5", "6"})
            ui.tap(std::string("approval/") + digit);
        staff.answer(SignedIn{mai}, ui.options.now);
        ui.settle();
    }
    const Cart& cart() const { return staff.session().cart; }
    void tap_all(const std::vector<std::string>& targets) {
        for (const auto& target : targets) {
            ui.frame(700); // what moves money ignores a second press at once
            ui.tap(target);
            ui.settle();
        }
    }
    void scan(const std::string& code) {
        staff.scan(code);
        ui.settle();
    }
};

inline Sale sale_of(const Cart& cart) {
    Sale sale;
    sale.id = cart.sale_id;
    sale.receipt = "Q2A-000001";
    sale.total = totals_of(cart).total;
    sale.change = Dong{77'000};
    return sale;
}

} // namespace ocop::test
