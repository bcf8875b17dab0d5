// Who typed wrong PINs, and how long they wait. Kept as local state, so that ending the program forgives nobody: the
// wait of a locked person begins again with the program, on the clock that never jumps.
#pragma once

#include "pos/staff/staff.h"

#include <map>
#include <string>
#include <string_view>

namespace ocop {

// What a try came to.
struct PinTry {
    bool right = false;
    int attempts_left = most_wrong_pins;
    Monotonic locked_until; // later than now: wait
};

class PinGuard {
public:
    // What write() wrote; anything unreadable is nobody.
    static PinGuard read(std::string_view stored, Monotonic now);
    std::string write(Monotonic now) const;

    bool locked(const StaffId& who, Monotonic now) const;
    // Counts a try that was made while not locked.
    PinTry tried(const StaffId& who, bool right, Monotonic now);
    PinTry waiting(const StaffId& who) const; // what a locked person is told

private:
    std::map<StaffId, PinAttempts> attempts_;
};

// PINs that anybody would guess first: one digit six times, six in a row.
bool is_weak_pin(std::string_view pin);

} // namespace ocop
