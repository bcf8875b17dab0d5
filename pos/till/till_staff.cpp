// People at the till: signing in, and new PINs.
#include "pos/till/till.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ocop {
namespace {

constexpr const char* attempts_name = "pin.attempts"; // of the local state
const StaffId recovery_guesses{"*recovery"};          // no person's id begins so

} // namespace

void Till::load_pins() {
    pins_ = PinGuard::read(journal_.local(attempts_name).value_or(""), clock_->monotonic());
}

PinTry Till::count_try(const StaffId& who, bool right) {
    const auto now = clock_->monotonic();
    const auto before = pins_.write(now);
    const auto outcome = pins_.tried(who, right, now);
    const auto after = pins_.write(now);
    // A disk that fails here is met by the next sale; the count in memory holds until the program ends.
    if (after != before) static_cast<void>(journal_.set_local(attempts_name, after).has_value());
    return outcome;
}

const StaffMember* Till::active_member(const StaffId& id) const {
    const auto found = std::find_if(staff_.begin(), staff_.end(),
                                    [&](const StaffMember& each) { return each.id == id && each.active; });
    return found == staff_.end() ? nullptr : &*found;
}

Result<PinTry> Till::try_pin(const StaffId& who, std::string_view pin) {
    const auto* member = active_member(who);
    if (member == nullptr) return fail(ErrorKind::refused, "error.unknown_staff", {{"staff", who.text()}});
    if (pins_.locked(who, clock_->monotonic())) return pins_.waiting(who); // the right PIN waits too
    return count_try(who, check_pin(member->pin_hash, pin));
}

Result<> Till::set_pin(const StaffId& whose, std::string_view fresh, const char* how, const StaffId& by) {
    const auto* member = active_member(whose);
    if (member == nullptr) return fail(ErrorKind::refused, "error.unknown_staff", {{"staff", whose.text()}});
    if (is_weak_pin(fresh)) return fail(ErrorKind::refused, "error.pin_weak");
    if (check_pin(member->pin_hash, fresh)) return fail(ErrorKind::refused, "error.pin_same");
    auto changed = *member;
    OCOP_TRY_ASSIGN(changed.pin_hash, hash_pin(fresh));
    auto body = staff_to_json(changed);
    body["pin_set"] = {{"how", how}, {"by", by.text()}};
    OCOP_TRY(append(kind::staff_set, body));
    for (auto& known : staff_)
        if (known.id == whose) known = changed;
    count_try(whose, true); // wrong tries with the old one are over
    return {};
}

Result<PinTry> Till::change_pin(const StaffId& who, std::string_view old, std::string_view fresh) {
    OCOP_TRY_ASSIGN(auto proof, try_pin(who, old));
    if (!proof.right) return proof;
    OCOP_TRY(set_pin(who, fresh, "self", who));
    return proof;
}

Result<PinTry> Till::reset_pin(const StaffId& whose, const StaffId& manager, std::string_view pin,
                               std::string_view fresh) {
    const auto* granting = active_member(manager);
    if (granting == nullptr || granting->role == Role::cashier || manager == whose)
        return fail(ErrorKind::refused, "error.not_manager");
    OCOP_TRY_ASSIGN(auto proof, try_pin(manager, pin));
    if (!proof.right) return proof;
    OCOP_TRY(set_pin(whose, fresh, "manager", manager));
    return proof;
}

Result<PinTry> Till::recover_pin(const StaffId& whose, std::string_view recovery_code, std::string_view fresh) {
    if (!readers_) return fail(ErrorKind::refused, "error.no_recovery");
    if (pins_.locked(recovery_guesses, clock_->monotonic())) return pins_.waiting(recovery_guesses);
    const auto key = unlock_reader(journal_.directory().reader_key(), *readers_, recovery_code);
    const bool right = key && key->public_part == readers_->recovery;
    const auto proof = count_try(recovery_guesses, right);
    if (!right) return proof;
    OCOP_TRY(set_pin(whose, fresh, "recovery", whose));
    return proof;
}

} // namespace ocop
