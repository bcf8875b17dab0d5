#include "pos/base/clock.h"

#include <sodium.h>

#include <array>
#include <chrono>
#include <vector>

namespace ocop {

Instant SystemClock::now() const {
    return Instant{
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
            .count()};
}

Monotonic SystemClock::monotonic() const {
    return Monotonic{
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
            .count()};
}

Instant ManualClock::now() const {
    const std::lock_guard lock(mutex_);
    return now_;
}

Monotonic ManualClock::monotonic() const {
    const std::lock_guard lock(mutex_);
    return monotonic_;
}

void ManualClock::advance(std::int64_t milliseconds) {
    const std::lock_guard lock(mutex_);
    now_.milliseconds += milliseconds;
    monotonic_.milliseconds += milliseconds;
}

void ManualClock::jump_wall(Instant to) {
    const std::lock_guard lock(mutex_);
    now_ = to;
}

void SystemRandomness::fill(std::span<std::byte> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
}

void SeededRandomness::fill(std::span<std::byte> bytes) {
    for (auto& byte : bytes) { // SplitMix64, one step a byte: speed does not matter here
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
        byte = static_cast<std::byte>((mixed ^ (mixed >> 31U)) & 0xFFU);
    }
}

namespace {

std::string hex(std::span<const std::byte> bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const auto byte : bytes) {
        text += digits[std::to_integer<unsigned>(byte) >> 4U];
        text += digits[std::to_integer<unsigned>(byte) & 15U];
    }
    return text;
}

} // namespace

std::string make_uuid_v7(Instant now, Randomness& randomness) {
    std::array<std::byte, 16> bytes{};
    randomness.fill(bytes);
    const auto time = static_cast<std::uint64_t>(now.milliseconds);
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::byte>((time >> (8 * (5 - i))) & 0xFFU);
    bytes[6] = (bytes[6] & std::byte{0x0F}) | std::byte{0x70};
    bytes[8] = (bytes[8] & std::byte{0x3F}) | std::byte{0x80};
    auto text = hex(bytes);
    for (const std::size_t at : {8U, 13U, 18U, 23U})
        text.insert(at, 1, '-');
    return text;
}

std::string random_hex(std::size_t count, Randomness& randomness) {
    std::vector<std::byte> bytes(count);
    randomness.fill(bytes);
    return hex(bytes);
}

} // namespace ocop
