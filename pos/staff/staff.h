// People who may work at this till. PINs are Argon2id hashes; a person is chosen first, then the PIN.
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"
#include "pos/base/time.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace ocop {

enum class Role { cashier, manager, organiser };

struct StaffMember {
    StaffId id;
    std::string name;
    Role role = Role::cashier;
    std::string pin_hash; // Argon2id, libsodium's text form
    bool active = true;
};

std::string to_text(Role role); // "cashier", "manager", "organiser"
Result<Role> role_from(std::string_view text);

// Six digits. The hash takes tens of milliseconds on purpose.
Result<std::string> hash_pin(std::string_view pin);
bool check_pin(const std::string& pin_hash, std::string_view pin);

nlohmann::json staff_to_json(const StaffMember& member);
Result<StaffMember> staff_from_json(const nlohmann::json& body);

// Wrong PINs are counted on the monotonic clock: five wrong ones lock the person out for 60 s (design guide 4.6).
struct PinAttempts {
    int wrong = 0;
    Monotonic locked_until;
};
inline constexpr int most_wrong_pins = 5;
inline constexpr std::int64_t pin_lock_milliseconds = 60'000;
bool is_locked(const PinAttempts& attempts, Monotonic now);
PinAttempts after_wrong_pin(PinAttempts attempts, Monotonic now);

} // namespace ocop
