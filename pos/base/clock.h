// Time, randomness and ids are handed in, so that tests advance time instead of sleeping and can replay ids.
#pragma once

#include "pos/base/time.h"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string>

namespace ocop {

// Any thread may call any function of these interfaces.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual Monotonic monotonic() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
    Monotonic monotonic() const override;
};

// Stands still until advanced. Used by tests and by --automation.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start) : now_(start) {}
    Instant now() const override;
    Monotonic monotonic() const override;
    void advance(std::int64_t milliseconds); // both clocks
    void jump_wall(Instant to);              // the wall clock only, as NTP or a dead battery does

private:
    mutable std::mutex mutex_;
    Instant now_;
    Monotonic monotonic_{};
};

class Randomness {
public:
    virtual ~Randomness() = default;
    virtual void fill(std::span<std::byte> bytes) = 0;
};

// The kernel's generator (libsodium).
class SystemRandomness final : public Randomness {
public:
    void fill(std::span<std::byte> bytes) override;
};

// The same sequence for the same seed. Tests and demo only; never keys.
class SeededRandomness final : public Randomness {
public:
    explicit SeededRandomness(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<std::byte> bytes) override;

private:
    std::uint64_t state_;
};

// UUIDv7 (RFC 9562) in its 36 character form: ordered by time, 74 random bits.
std::string make_uuid_v7(Instant now, Randomness& randomness);

// `count` random bytes as lower-case hex (2 × count characters).
std::string random_hex(std::size_t count, Randomness& randomness);

} // namespace ocop
