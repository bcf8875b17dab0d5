#include "pos/catalogue/catalogue_json.h"

#include "pos/catalogue/codes.h"
#include "pos/catalogue/json_reader.h"
#include "pos/catalogue/product_json.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;

constexpr std::int64_t version = 1;

json write_producer(const Producer& producer) {
    json object{{"id", producer.id.text()}, {"name", producer.name.by_language}, {"type", code_of(producer.type)}};
    put(object, "place", producer.place.text());
    put(object, "about", producer.about);
    put(object, "phone", producer.phone);
    put(object, "website", producer.website);
    put(object, "media", producer.media);
    if (producer.commission.basis_points != 0) object["commission"] = producer.commission.basis_points;
    return object;
}

Producer read_producer(JsonReader& reader) {
    Producer producer;
    producer.id = ProducerId{reader.text("id")};
    producer.name.by_language = reader.text_map("name");
    producer.type = reader.choice("type", producer_type_from);
    producer.place = PlaceId{reader.text_or_empty("place")};
    producer.about.by_language = reader.text_map("about");
    producer.phone = reader.text_or_empty("phone");
    producer.website = reader.text_or_empty("website");
    producer.media = reader.text_or_empty("media");
    if (reader.has("commission"))
        producer.commission = Rate{static_cast<std::int32_t>(reader.integer("commission", 0, 10'000))};
    if (!producer.name.has("vi")) reader.refuse("name.vi", "missing");
    return producer;
}

json write_place(const Place& place) {
    json object{{"id", place.id.text()}, {"printed", place.printed}};
    put(object, "commune", place.commune);
    put(object, "province", place.province);
    return object;
}

Place read_place(JsonReader& reader) {
    return Place{PlaceId{reader.text("id")}, reader.text("printed"), reader.text_or_empty("commune"),
                 reader.text_or_empty("province")};
}

json write_certificate(const Certificate& certificate) {
    json object{
        {"id", certificate.id.text()}, {"stars", code_of(certificate.stars)}, {"status", code_of(certificate.status)}};
    put(object, "decision", certificate.decision);
    put(object, "issuer", certificate.issuer);
    if (certificate.issued) object["issued"] = certificate.issued->iso();
    if (certificate.valid_until) object["valid_until"] = certificate.valid_until->iso();
    put(object, "source", certificate.source);
    put(object, "source_date", certificate.source_date);
    put(object, "source_read", certificate.source_read);
    return object;
}

Certificate read_certificate(JsonReader& reader) {
    Certificate certificate;
    certificate.id = CertificateId{reader.text("id")};
    certificate.stars = reader.choice("stars", stars_from);
    certificate.status = reader.choice("status", certificate_status_from);
    certificate.decision = reader.text_or_empty("decision");
    certificate.issuer = reader.text_or_empty("issuer");
    if (reader.has("issued")) certificate.issued = reader.choice("issued", PartialDate::parse);
    if (reader.has("valid_until")) certificate.valid_until = reader.choice("valid_until", PartialDate::parse);
    certificate.source = reader.text_or_empty("source");
    certificate.source_date = reader.text_or_empty("source_date");
    certificate.source_read = reader.text_or_empty("source_read");
    return certificate;
}

template <class Items, class Write>
json write_all(const Items& items, Write write) {
    json list = json::array();
    for (const auto& item : items)
        list.push_back(write(item));
    return list;
}

} // namespace

std::string write_catalogue(const Catalogue& catalogue) {
    const json document{{"version", version},
                        {"products", write_all(catalogue.products(), write_product)},
                        {"producers", write_all(catalogue.producers(), write_producer)},
                        {"places", write_all(catalogue.places(), write_place)},
                        {"certificates", write_all(catalogue.certificates(), write_certificate)}};
    return document.dump();
}

Result<Catalogue> read_catalogue(std::string_view document, ReleaseId release) {
    const auto parsed = json::parse(document, nullptr, false);
    std::string problem;
    if (parsed.is_discarded()) problem = "catalogue: not JSON";
    JsonReader reader(parsed, "catalogue", problem);
    const auto made_for = reader.integer("version", 1, INT32_MAX);
    if (problem.empty() && made_for > version)
        return fail(ErrorKind::newer, "error.catalogue_newer", {{"release", release.text()}});

    std::vector<Product> products;
    std::vector<Producer> producers;
    std::vector<Place> places;
    std::vector<Certificate> certificates;
    reader.each("products", [&](JsonReader& item) { products.push_back(read_product(item)); });
    reader.each("producers", [&](JsonReader& item) { producers.push_back(read_producer(item)); });
    reader.each("places", [&](JsonReader& item) { places.push_back(read_place(item)); });
    reader.each("certificates", [&](JsonReader& item) { certificates.push_back(read_certificate(item)); });
    if (problem.empty()) problem = broken_reference(products, producers, places, certificates).value_or("");
    if (!problem.empty())
        return fail(ErrorKind::refused, "error.catalogue_broken", {{"release", release.text()}, {"why", problem}});
    return Catalogue(std::move(release), std::move(products), std::move(producers), std::move(places),
                     std::move(certificates));
}

} // namespace ocop
