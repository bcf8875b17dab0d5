#include "pos/catalogue/product_json.h"

#include "pos/catalogue/codes.h"
#include "pos/catalogue/json_reader.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;

constexpr std::int64_t highest_price = 10'000'000'000; // đồng; far above any product, far below overflow

json write_story(const Story& story) {
    json chapters = json::array();
    for (const auto& chapter : story.chapters)
        chapters.push_back(json{{"title", chapter.title}, {"paragraphs", chapter.paragraphs}});
    return json{{"hook", story.hook}, {"chapters", std::move(chapters)}};
}

Story read_story(JsonReader& reader) {
    Story story;
    story.hook = reader.text("hook");
    reader.each("chapters", [&](JsonReader& item) {
        story.chapters.push_back(Chapter{item.text("title"), item.texts("paragraphs")});
    });
    return story;
}

void write_descriptions(const Product& product, json& object) {
    put(object, "allergens", product.allergens);
    put(object, "usage", product.usage);
    put(object, "keeping", product.keeping);
    if (!product.export_markets.empty()) object["export_markets"] = product.export_markets;
    put(object, "craft_village", product.craft_village);
    put(object, "trace_url", product.trace_url);
    for (const auto& link : product.buy_links)
        object["buy_links"].push_back(json{{"name", link.name}, {"url", link.url}});
    put(object, "media", product.media);
    if (product.focus_x != 0.5) object["focus_x"] = product.focus_x;
    if (product.focus_y != 0.5) object["focus_y"] = product.focus_y;
    for (const auto& [language, story] : product.stories)
        object["stories"][language] = write_story(story);
    for (const auto& fact : product.facts) {
        json written{{"text", fact.text.by_language}, {"source", fact.source}};
        put(written, "source_date", fact.source_date);
        put(written, "source_read", fact.source_read);
        object["facts"].push_back(std::move(written));
    }
}

void read_descriptions(JsonReader& reader, Product& product) {
    product.allergens.by_language = reader.text_map("allergens");
    product.usage.by_language = reader.text_map("usage");
    product.keeping.by_language = reader.text_map("keeping");
    product.export_markets = reader.texts("export_markets");
    product.craft_village = reader.text_or_empty("craft_village");
    product.trace_url = reader.text_or_empty("trace_url");
    reader.each("buy_links", [&](JsonReader& item) {
        product.buy_links.push_back(BuyLink{item.text("name"), item.text("url")});
    });
    product.media = reader.text_or_empty("media");
    product.focus_x = reader.fraction("focus_x", 0.5);
    product.focus_y = reader.fraction("focus_y", 0.5);
    reader.each_field("stories", [&](const std::string& language, JsonReader& item) {
        product.stories.emplace(language, read_story(item));
    });
    reader.each("facts", [&](JsonReader& item) {
        Fact fact;
        fact.text.by_language = item.text_map("text");
        fact.source = item.text("source");
        fact.source_date = item.text_or_empty("source_date");
        fact.source_read = item.text_or_empty("source_read");
        product.facts.push_back(std::move(fact));
    });
}

} // namespace

void put(json& object, const char* key, const std::string& text) {
    if (!text.empty()) object[key] = text;
}

void put(json& object, const char* key, const LocalText& text) {
    if (!text.by_language.empty()) object[key] = text.by_language;
}

json write_product(const Product& product) {
    json object{{"sku", product.sku.text()},           {"name", product.name.by_language},
                {"producer", product.producer.text()}, {"place", product.place.text()},
                {"group", product.group.text()},       {"kind", code_of(product.kind)},
                {"sold_by", code_of(product.sold_by)}, {"unit", product.unit}};
    if (!product.aliases.empty()) object["aliases"] = product.aliases;
    if (product.ocop) object["ocop"] = true;
    put(object, "certificate", product.certificate.text());
    if (!product.barcodes.empty()) object["barcodes"] = product.barcodes;
    put(object, "pack", product.pack);
    if (product.price) object["price"] = product.price->amount;
    if (product.price_is_sample) object["price_is_sample"] = true;
    if (product.tax_rate) object["tax_rate"] = product.tax_rate->basis_points;
    if (product.season) {
        object["season_from"] = product.season->from;
        object["season_to"] = product.season->to;
    }
    if (product.alcohol) object["alcohol"] = true;
    if (product.gift) object["gift"] = true;
    write_descriptions(product, object);
    return object;
}

Product read_product(JsonReader& reader) {
    Product product;
    product.sku = Sku{reader.text("sku")};
    product.name.by_language = reader.text_map("name");
    product.aliases = reader.texts("aliases");
    product.producer = ProducerId{reader.text("producer")};
    product.place = PlaceId{reader.text("place")};
    product.group = GroupCode{reader.text("group")};
    product.kind = reader.choice("kind", product_kind_from);
    product.ocop = reader.flag("ocop");
    product.certificate = CertificateId{reader.text_or_empty("certificate")};
    product.barcodes = reader.texts("barcodes");
    product.sold_by = reader.choice("sold_by", sold_by_from);
    product.unit = reader.text("unit");
    product.pack = reader.text_or_empty("pack");
    if (reader.has("price")) product.price = Dong{reader.integer("price", 0, highest_price)};
    product.price_is_sample = reader.flag("price_is_sample");
    if (reader.has("tax_rate"))
        product.tax_rate = Rate{static_cast<std::int32_t>(reader.integer("tax_rate", 0, 10'000))};
    if (reader.has("season_from"))
        product.season = Months{static_cast<int>(reader.integer("season_from", 1, 12)),
                                static_cast<int>(reader.integer("season_to", 1, 12))};
    product.alcohol = reader.flag("alcohol");
    product.gift = reader.flag("gift");
    read_descriptions(reader, product);
    if (product.sku.empty()) reader.refuse("sku", "empty");
    if (!product.name.has("vi")) reader.refuse("name.vi", "missing");
    return product;
}

} // namespace ocop
