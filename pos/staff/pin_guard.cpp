#include "pos/staff/pin_guard.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {

PinGuard PinGuard::read(std::string_view stored, Monotonic now) {
    PinGuard guard;
    const auto document = nlohmann::json::parse(stored, nullptr, false);
    if (!document.is_object()) return guard;
    for (const auto& [who, state] : document.items()) {
        if (!state.is_number_integer()) continue;
        PinAttempts attempts;
        attempts.wrong = std::clamp(state.get<int>(), 0, most_wrong_pins);
        if (attempts.wrong == most_wrong_pins) attempts = {0, Monotonic{now.milliseconds + pin_lock_milliseconds}};
        guard.attempts_[StaffId(who)] = attempts;
    }
    return guard;
}

std::string PinGuard::write(Monotonic now) const {
    auto document = nlohmann::json::object();
    for (const auto& [who, attempts] : attempts_) {
        const int wrong = is_locked(attempts, now) ? most_wrong_pins : attempts.wrong;
        if (wrong > 0) document[who.text()] = wrong;
    }
    return document.dump();
}

bool PinGuard::locked(const StaffId& who, Monotonic now) const {
    const auto found = attempts_.find(who);
    return found != attempts_.end() && is_locked(found->second, now);
}

PinTry PinGuard::tried(const StaffId& who, bool right, Monotonic now) {
    if (right) {
        attempts_.erase(who);
        return {true, most_wrong_pins, {}};
    }
    auto& attempts = attempts_[who];
    attempts = after_wrong_pin(attempts, now);
    if (is_locked(attempts, now)) return {false, 0, attempts.locked_until};
    return {false, most_wrong_pins - attempts.wrong, {}};
}

PinTry PinGuard::waiting(const StaffId& who) const {
    const auto found = attempts_.find(who);
    return {false, 0, found == attempts_.end() ? Monotonic{} : found->second.locked_until};
}

bool is_weak_pin(std::string_view pin) {
    for (const int step : {-1, 0, 1}) {
        bool run = true;
        for (std::size_t i = 1; i < pin.size(); ++i)
            run = run && pin[i] - pin[i - 1] == step;
        if (run) return true;
    }
    return false;
}

} // namespace ocop
