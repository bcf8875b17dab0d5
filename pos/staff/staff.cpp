#include "pos/staff/staff.h"

#include <nlohmann/json.hpp>
#include <sodium.h>

#include <algorithm>
#include <array>

namespace ocop {
namespace {

// Interactive strength: a cheap PC answers within a second and a stolen database costs an attacker per guess. Six
// digits stay guessable offline; the lock-out protects the screen, the data directory's mode the hashes.
constexpr unsigned long long operations = 2;
constexpr std::size_t memory = 32UL * 1024 * 1024;

bool is_pin(std::string_view pin) {
    return pin.size() == 6 && std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string to_text(Role role) {
    switch (role) {
    case Role::cashier:
        return "cashier";
    case Role::manager:
        return "manager";
    case Role::organiser:
        return "organiser";
    }
    return "cashier";
}

Result<Role> role_from(std::string_view text) {
    for (const auto role : {Role::cashier, Role::manager, Role::organiser})
        if (text == to_text(role)) return role;
    return fail(ErrorKind::refused, "error.role", {{"role", std::string(text)}});
}

Result<std::string> hash_pin(std::string_view pin) {
    if (!is_pin(pin)) return fail(ErrorKind::refused, "error.pin_form");
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), pin.data(), pin.size(), operations, memory) != 0) throw std::bad_alloc();
    return std::string(text.data());
}

bool check_pin(const std::string& pin_hash, std::string_view pin) {
    return is_pin(pin) && pin_hash.size() < crypto_pwhash_STRBYTES &&
           crypto_pwhash_str_verify(pin_hash.c_str(), pin.data(), pin.size()) == 0;
}

nlohmann::json staff_to_json(const StaffMember& member) {
    return {{"id", member.id.text()},
            {"name", member.name},
            {"role", to_text(member.role)},
            {"pin_hash", member.pin_hash},
            {"active", member.active}};
}

Result<StaffMember> staff_from_json(const nlohmann::json& body) {
    try {
        StaffMember member;
        member.id = StaffId(body.at("id").get<std::string>());
        member.name = body.at("name").get<std::string>();
        OCOP_TRY_ASSIGN(member.role, role_from(body.at("role").get<std::string>()));
        member.pin_hash = body.at("pin_hash").get<std::string>();
        member.active = body.value("active", true);
        return member;
    } catch (const nlohmann::json::exception& failure) {
        return fail(ErrorKind::refused, "error.staff_broken", {}, failure.what());
    }
}

bool is_locked(const PinAttempts& attempts, Monotonic now) {
    return now < attempts.locked_until;
}

PinAttempts after_wrong_pin(PinAttempts attempts, Monotonic now) {
    attempts.wrong += 1;
    if (attempts.wrong >= most_wrong_pins) {
        attempts.wrong = 0;
        attempts.locked_until = Monotonic{now.milliseconds + pin_lock_milliseconds};
    }
    return attempts;
}

} // namespace ocop
