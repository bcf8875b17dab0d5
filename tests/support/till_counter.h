// The staff's half of the kiosk with a till behind it that only the test answers for.
#pragma once

#include "kiosk/till/staff_side.h"
#include "tests/support/headless_ui.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ocop::test {

struct TillCounter {
    struct NoPictures final : kiosk::Pictures {
        kiosk::Picture request(std::string_view, float, float) override { return {}; }
    };

    SeededRandomness randomness{5};
    kiosk::StaffSide staff{randomness};
    NoPictures pictures;
    std::shared_ptr<kiosk::TillSnapshot> snapshot = std::make_shared<kiosk::TillSnapshot>();
    std::unique_ptr<kiosk::TillView> view;
    std::vector<kiosk::StorageCommand> commands;
    bool to_visitors = false;
    Instant now{1'790'000'000'000}; // 2026-09-21, what the clock in the corner shows
    std::optional<std::int64_t> hub_offset;
    StaffMember lan{StaffId("lan"), "Nguyễn Thị Lan", Role::cashier, {}, true};
    HeadlessUi ui;

    explicit TillCounter(float width = 1920, float height = 1080);
    TillCounter(const TillCounter&) = delete;
    TillCounter& operator=(const TillCounter&) = delete;

    void renew(); // the snapshot was changed
    void enter_pin();
    void sign_in();
    void open_shift();                                                // as Lan, with nothing on the counter
    const kiosk::SellableProduct& goods(std::size_t index = 0) const; // by the piece, with a barcode
    void scan(const std::string& code);
    template <class Command>
    int count() const {
        int found = 0;
        for (const auto& command : commands)
            found += std::holds_alternative<Command>(command) ? 1 : 0;
        return found;
    }

private:
    void draw(kiosk::Ui& drawn);
};

} // namespace ocop::test
