#include "pos/usage/usage_counts.h"

#include "pos/journal/entry.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;

TEST_CASE("counts add up, read back, and leave zeroes out", "[usage]") {
    UsageCounts counts;
    counts.measures[measure::sessions] = 3;
    counts.measures[measure::searches] = 0;
    counts.products[Sku("A")] = {5, 61'000, 1, 2, 1, 0, 0};
    counts.products[Sku("B")] = {};
    const auto body = usage_to_json(counts);
    CHECK(body.at("products").size() == 1);
    CHECK_FALSE(body.at("measures").contains(measure::searches));
    auto read = usage_from_json(body);
    REQUIRE(read);
    CHECK(read->products.at(Sku("A")) == counts.products.at(Sku("A")));
    *read += *usage_from_json(body);
    CHECK(read->products.at(Sku("A")).dwell == 122'000);
    CHECK(read->measures.at(measure::sessions) == 6);
    CHECK_FALSE(usage_from_json({{"measures", 1}}));
    CHECK_FALSE(usage_from_json(nullptr));
}

TEST_CASE("an hour of eighteen thousand products fits an entry and says what it left out", "[usage]") {
    UsageCounts counts;
    for (int i = 0; i < 18'000; ++i) {
        const auto figure = (std::int64_t{1} << 40) + i;
        counts.products[Sku("SAN-PHAM-CO-MA-RAT-DAI-CUA-MOT-TINH-" + std::to_string(100'000 + i))] = {
            figure, figure, figure, figure, figure, figure, figure};
    }
    const auto kept = bounded(counts, most_products_of_an_hour);
    CHECK(kept.products.size() == most_products_of_an_hour);
    CHECK(kept.measures.at(measure::left_out) == 18'000 - static_cast<std::int64_t>(most_products_of_an_hour));
    CHECK(kept.products.count(Sku("SAN-PHAM-CO-MA-RAT-DAI-CUA-MOT-TINH-117999")) == 1); // the most seen stay
    std::int64_t views = kept.measures.at(measure::left_out_views);
    std::int64_t all = 0;
    for (const auto& [sku, usage] : kept.products)
        views += usage.views;
    for (const auto& [sku, usage] : counts.products)
        all += usage.views;
    CHECK(views == all);
    CHECK(usage_to_json(kept).dump().size() < largest_entry - 4096);
    CHECK(bounded(kept, 18'000) == kept);
}

TEST_CASE("hours are counted downwards before 1970 too", "[usage]") {
    CHECK(hour_of(Instant{0}).number == 0);
    CHECK(hour_of(Instant{3'599'999}).number == 0);
    CHECK(hour_of(Instant{3'600'000}).number == 1);
    CHECK(hour_of(Instant{-1}).number == -1);
    CHECK(hour_of(hour_of(Instant{1'790'000'123'456}).start()) == hour_of(Instant{1'790'000'123'456}));
}
