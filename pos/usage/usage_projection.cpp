#include "pos/usage/usage_projection.h"

#include <nlohmann/json.hpp>

namespace ocop {

void project_usage(Database& database, Position, const EntryHeader&, const nlohmann::json& body) {
    const auto hour = body.at("hour").get<std::int64_t>();
    auto& measures = database.cached("INSERT INTO usage_measure VALUES (?, ?, ?) ON CONFLICT(hour, measure)"
                                     " DO UPDATE SET count = count + excluded.count");
    for (const auto& [name, count] : body.at("measures").items())
        measures.bind_all(hour, name, count.get<std::int64_t>()).run();
    auto& products = database.cached(
        "INSERT INTO usage_product VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(hour, sku) DO UPDATE SET"
        " views = views + excluded.views, dwell = dwell + excluded.dwell, codes = codes + excluded.codes,"
        " picks = picks + excluded.picks, good = good + excluded.good, fair = fair + excluded.fair,"
        " poor = poor + excluded.poor");
    for (const auto& product : body.at("products")) {
        const auto count = [&](const char* name) { return product.value(name, std::int64_t{0}); };
        products
            .bind_all(hour, product.at("sku").get<std::string>(), count("views"), count("dwell"), count("codes"),
                      count("picks"), count("good"), count("fair"), count("poor"))
            .run();
    }
}

UsageCounts read_usage(Database& database, UsageHour from, UsageHour until) {
    UsageCounts counts;
    auto known = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'usage_product'");
    if (!known.step()) return counts;
    auto measures =
        database.prepare("SELECT measure, sum(count) FROM usage_measure WHERE hour >= ? AND hour < ? GROUP BY measure");
    measures.bind_all(from.number, until.number);
    while (measures.step())
        counts.measures[measures.text(0)] = measures.integer(1);
    auto products = database.prepare("SELECT sku, sum(views), sum(dwell), sum(codes), sum(picks), sum(good), sum(fair),"
                                     " sum(poor) FROM usage_product WHERE hour >= ? AND hour < ? GROUP BY sku");
    products.bind_all(from.number, until.number);
    while (products.step())
        counts.products[Sku(products.text(0))] = {products.integer(1), products.integer(2), products.integer(3),
                                                  products.integer(4), products.integer(5), products.integer(6),
                                                  products.integer(7)};
    return counts;
}

} // namespace ocop
