#include "pos/usage/usage_counts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace ocop {
namespace {

using nlohmann::json;

struct Field {
    const char* name;
    std::int64_t ProductUsage::*count;
};
constexpr std::array<Field, 7> fields{{{"views", &ProductUsage::views},
                                       {"dwell", &ProductUsage::dwell},
                                       {"codes", &ProductUsage::codes},
                                       {"picks", &ProductUsage::picks},
                                       {"good", &ProductUsage::good},
                                       {"fair", &ProductUsage::fair},
                                       {"poor", &ProductUsage::poor}}};

} // namespace

ProductUsage& ProductUsage::operator+=(const ProductUsage& other) {
    for (const auto& field : fields)
        this->*field.count += other.*field.count;
    return *this;
}

UsageCounts& UsageCounts::operator+=(const UsageCounts& other) {
    for (const auto& [name, count] : other.measures)
        measures[name] += count;
    for (const auto& [sku, usage] : other.products)
        products[sku] += usage;
    return *this;
}

json usage_to_json(const UsageCounts& counts) {
    json measures = json::object();
    for (const auto& [name, count] : counts.measures)
        if (count != 0) measures[name] = count;
    json products = json::array();
    for (const auto& [sku, usage] : counts.products) {
        if (usage == ProductUsage{}) continue;
        json product{{"sku", sku.text()}};
        for (const auto& field : fields)
            if (usage.*field.count != 0) product[field.name] = usage.*field.count;
        products.push_back(std::move(product));
    }
    return {{"measures", std::move(measures)}, {"products", std::move(products)}};
}

Result<UsageCounts> usage_from_json(const json& body) {
    try {
        UsageCounts counts;
        for (const auto& [name, count] : body.at("measures").items())
            counts.measures[name] = count.get<std::int64_t>();
        for (const auto& product : body.at("products")) {
            auto& usage = counts.products[Sku(product.at("sku").get<std::string>())];
            for (const auto& field : fields)
                usage.*field.count += product.value(field.name, std::int64_t{0});
        }
        return counts;
    } catch (const json::exception& failure) {
        return fail(ErrorKind::refused, "error.usage_broken", {}, failure.what());
    }
}

UsageCounts bounded(UsageCounts counts, std::size_t products) {
    if (counts.products.size() <= products) return counts;
    std::vector<std::pair<Sku, ProductUsage>> ranked(counts.products.begin(), counts.products.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.second.views > b.second.views; });
    counts.products = {ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(products)};
    for (auto left = products; left < ranked.size(); ++left) {
        counts.measures[measure::left_out] += 1;
        counts.measures[measure::left_out_views] += ranked[left].second.views;
    }
    return counts;
}

UsageHour hour_of(Instant instant) {
    constexpr std::int64_t hour = 3'600'000;
    const auto number = instant.milliseconds / hour;
    return {instant.milliseconds % hour < 0 ? number - 1 : number};
}

} // namespace ocop
