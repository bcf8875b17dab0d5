#include "pos/selling/basket_shelf.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace ocop {
namespace {

using nlohmann::json;

constexpr std::string_view held_name = "basket_held/"; // + pick-up code
constexpr const char* loaded_name = "basket_loaded";
constexpr int codes_of_kiosk = 1000;
constexpr std::size_t most_loaded = 500;
constexpr std::int64_t findable = 24LL * 60 * 60 * 1000; // ms

std::string code_of(int kiosk, int number) {
    const auto text = std::to_string(kiosk * codes_of_kiosk + number);
    return std::string(4 - std::min<std::size_t>(4, text.size()), '0') + text;
}

json held_to_json(const HeldBasket& held) {
    return {{"basket", basket_to_json(held.basket)}, {"made_at", held.made_at.milliseconds}, {"order", held.order}};
}

Result<HeldBasket> held_from_json(const json& object) {
    try {
        HeldBasket held;
        OCOP_TRY_ASSIGN(held.basket, basket_from_json(object.at("basket")));
        held.made_at = Instant{object.at("made_at").get<std::int64_t>()};
        held.order = object.at("order").get<std::int64_t>();
        return held;
    } catch (const json::exception& failure) {
        return fail(ErrorKind::refused, "error.basket_broken", {}, failure.what());
    }
}

} // namespace

BasketShelf::BasketShelf(Journal& journal, Clock& clock, Randomness& randomness)
    : journal_(&journal), clock_(&clock), randomness_(&randomness) {
    auto stored = journal.database().prepare("SELECT name, value FROM local_state WHERE name GLOB 'basket_held/*'");
    while (stored.step()) {
        const auto code = stored.text(0).substr(held_name.size());
        auto held = held_from_json(json::parse(stored.text(1), nullptr, false));
        Row row;
        row.readable = held && held->basket.code == code;
        if (row.readable) row.held = std::move(*held);
        last_order_ = std::max(last_order_, row.held.order);
        rows_[code] = std::move(row);
    }
    const auto loaded = json::parse(journal.local(loaded_name).value_or("[]"), nullptr, false);
    if (!loaded.is_array()) return;
    for (const auto& each : loaded)
        if (each.is_object())
            loaded_.push_back({each.value("mark", std::string()), Instant{each.value("at", std::int64_t{0})}});
}

Result<std::string> BasketShelf::free_code(int kiosk) const {
    std::vector<std::string> never_given;
    const Row* oldest = nullptr;
    std::string oldest_code;
    for (int number = 0; number < codes_of_kiosk; ++number) {
        const auto code = code_of(kiosk, number);
        const auto row = rows_.find(code);
        if (row == rows_.end()) {
            never_given.push_back(code);
        } else if (oldest == nullptr || row->second.held.order < oldest->held.order) {
            oldest = &row->second;
            oldest_code = code;
        }
    }
    if (!never_given.empty()) {
        std::array<std::byte, 4> random{};
        randomness_->fill(random);
        std::size_t number = 0;
        for (const auto byte : random)
            number = number * 256 + std::to_integer<std::size_t>(byte);
        return never_given[number % never_given.size()];
    }
    if (oldest->readable && oldest->held.basket.day == day_of(clock_->now()))
        return fail(ErrorKind::refused, "error.basket_codes_used");
    return oldest_code;
}

Result<HeldBasket> BasketShelf::hold(std::vector<BasketLine> lines, int kiosk, const std::string& again) {
    OCOP_TRY(check_basket_lines(lines));
    const auto now = clock_->now();
    HeldBasket held{{again, day_of(now), std::move(lines)}, now, last_order_ + 1};
    const auto given = rows_.find(again);
    const bool keeps = given != rows_.end() && given->second.readable &&
                       given->second.held.basket.day == held.basket.day && again.front() == code_of(kiosk, 0).front();
    if (!keeps) {
        OCOP_TRY_ASSIGN(held.basket.code, free_code(kiosk));
    }
    OCOP_TRY(journal_->set_local(std::string(held_name) + held.basket.code, held_to_json(held).dump()));
    last_order_ = held.order;
    rows_[held.basket.code] = {held, true};
    return held;
}

Result<HeldBasket> BasketShelf::find(const std::string& code) const {
    const auto row = rows_.find(code);
    // A moment in the future is of a clock that was put back since.
    const bool recent = row != rows_.end() && row->second.readable &&
                        clock_->now().milliseconds - row->second.held.made_at.milliseconds <= findable;
    if (!recent) return fail(ErrorKind::not_found, "error.basket_unknown", {{"code", code}});
    return row->second.held;
}

std::int64_t BasketShelf::time_left(const HeldBasket& held) const {
    const auto age = clock_->now().milliseconds - held.made_at.milliseconds;
    return std::clamp<std::int64_t>(hold_milliseconds - age, 0, hold_milliseconds);
}

std::vector<HeldBasket> BasketShelf::kept_back() const {
    std::vector<HeldBasket> kept;
    for (const auto& [code, row] : rows_)
        if (row.readable && time_left(row.held) > 0) kept.push_back(row.held);
    return kept;
}

std::optional<Instant> BasketShelf::loaded_at(const std::string& mark) const {
    const auto found =
        std::find_if(loaded_.rbegin(), loaded_.rend(), [&](const Loaded& each) { return each.mark == mark; });
    if (found == loaded_.rend()) return std::nullopt;
    return found->at;
}

Result<> BasketShelf::set_loaded(const std::string& mark) {
    auto loaded = loaded_;
    loaded.push_back({mark, clock_->now()});
    if (loaded.size() > most_loaded) loaded.pop_front();
    auto rows = json::array();
    for (const auto& each : loaded)
        rows.push_back({{"mark", each.mark}, {"at", each.at.milliseconds}});
    OCOP_TRY(journal_->set_local(loaded_name, rows.dump()));
    loaded_ = std::move(loaded);
    return {};
}

} // namespace ocop
