// What visitors did, counted without visitors: per product and per showroom, never per person. A pure value that can be
// added to another one.
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"
#include "pos/base/time.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <map>
#include <string>

namespace ocop {

enum class Face { good, fair, poor };

struct ProductUsage {
    std::int64_t views = 0;
    std::int64_t dwell = 0; // ms on the screen while somebody was there
    std::int64_t codes = 0; // views in which a QR code came into sight
    std::int64_t picks = 0; // times it was put into a basket
    std::int64_t good = 0;  // faces
    std::int64_t fair = 0;
    std::int64_t poor = 0;
    bool operator==(const ProductUsage&) const = default;
    ProductUsage& operator+=(const ProductUsage& other);
};

// Names of the counts of the whole showroom.
namespace measure {
inline constexpr const char* sessions = "sessions";
inline constexpr const char* searches = "searches";           // that were made; never what was typed
inline constexpr const char* found_nothing = "found_nothing"; // of these
inline constexpr const char* ended_idle = "ended_idle";       // sessions by the reason they were wiped for
inline constexpr const char* ended_asked = "ended_asked";
inline constexpr const char* ended_staff = "ended_staff";
inline constexpr const char* language = "language."; // sessions by language: "language.vi"
// Of an entry that would have been too large: how many products were left out, and their views.
inline constexpr const char* left_out = "left_out_products";
inline constexpr const char* left_out_views = "left_out_views";
} // namespace measure

struct UsageCounts {
    std::map<std::string, std::int64_t> measures;
    std::map<Sku, ProductUsage> products;

    bool empty() const { return measures.empty() && products.empty(); }
    bool operator==(const UsageCounts&) const = default;
    UsageCounts& operator+=(const UsageCounts& other);
};

// Only what is not zero. Counts of a broken body are refused.
nlohmann::json usage_to_json(const UsageCounts& counts);
Result<UsageCounts> usage_from_json(const nlohmann::json& body);

// At most `products` of them, those seen most; the rest is counted as left out.
UsageCounts bounded(UsageCounts counts, std::size_t products);
// So many with the longest codes and figures stay under what an entry may hold (largest_entry).
inline constexpr std::size_t most_products_of_an_hour = 600;

// Hours since 1970, by the wall clock.
struct UsageHour {
    std::int64_t number = 0;
    auto operator<=>(const UsageHour&) const = default;
    Instant start() const { return {number * 3'600'000}; }
};
UsageHour hour_of(Instant instant);

} // namespace ocop
