#include "pos/catalogue/import/reference_tables.h"

#include "pos/catalogue/codes.h"

namespace ocop {

const TableShape& place_shape() {
    static const TableShape shape{{"place", "printed"}, {"commune", "province"}};
    return shape;
}

const TableShape& producer_shape() {
    static const TableShape shape{
        {"producer", "name_vi", "type"},
        {"name_en", "place", "about_vi", "about_en", "phone", "website", "media", "commission"}};
    return shape;
}

const TableShape& certificate_shape() {
    static const TableShape shape{
        {"certificate", "stars", "status"},
        {"decision", "issuer", "issued", "valid_until", "source", "source_date", "source_read"}};
    return shape;
}

const TableShape& fact_shape() {
    static const TableShape shape{{"sku", "text_vi", "source"}, {"text_en", "source_date", "source_read"}};
    return shape;
}

std::vector<Place> read_places(const Table& table, KnownIds& places, ProblemList& problems) {
    std::vector<Place> read;
    read.reserve(table.rows.size());
    for (const auto& line : table.rows) {
        RowReader row(table, line, problems);
        places.add(row, "place", row.required("place"));
        read.push_back(
            Place{PlaceId{row.text("place")}, row.required("printed"), row.text("commune"), row.text("province")});
    }
    return read;
}

std::vector<Producer> read_producers(const Table& table, const KnownIds& places, KnownIds& producers, MediaNames& media,
                                     ProblemList& problems) {
    std::vector<Producer> read;
    read.reserve(table.rows.size());
    for (const auto& line : table.rows) {
        RowReader row(table, line, problems);
        Producer producer;
        producer.id = ProducerId{row.required("producer")};
        producers.add(row, "producer", producer.id.text());
        row.required("name_vi");
        row.required("type");
        producer.name = row.local_text("name");
        producer.type = row.choice("type", producer_type_from, ProducerType::household,
                                   "enterprise cooperative cooperative_group household other");
        places.check(row, "place", "places");
        producer.place = PlaceId{row.text("place")};
        producer.about = row.local_text("about");
        producer.phone = row.text("phone");
        producer.website = row.web_address("website");
        producer.media = row.text("media");
        media.check(row);
        producer.commission = row.rate("commission").value_or(Rate{});
        read.push_back(std::move(producer));
    }
    return read;
}

std::vector<Certificate> read_certificates(const Table& table, KnownIds& certificates, ProblemList& problems) {
    std::vector<Certificate> read;
    read.reserve(table.rows.size());
    for (const auto& line : table.rows) {
        RowReader row(table, line, problems);
        Certificate certificate;
        certificate.id = CertificateId{row.required("certificate")};
        certificates.add(row, "certificate", certificate.id.text());
        row.required("stars");
        row.required("status");
        certificate.stars = row.choice("stars", stars_from, Stars::three, "3 4 potential5 5");
        certificate.status =
            row.choice("status", certificate_status_from, CertificateStatus::recognised, "recognised proposed");
        certificate.decision = row.text("decision");
        certificate.issuer = row.text("issuer");
        certificate.issued = row.date("issued");
        certificate.valid_until = row.date("valid_until");
        certificate.source = row.text("source");
        certificate.source_date = row.text("source_date");
        certificate.source_read = row.text("source_read");
        if (certificate.issued && certificate.valid_until &&
            certificate.valid_until->earliest < certificate.issued->earliest)
            row.refuse("valid_until", "import.ends_before_it_begins", {{"issued", certificate.issued->iso()}});
        if (certificate.status == CertificateStatus::recognised && row.text("issued").empty() &&
            row.text("valid_until").empty())
            row.warn("issued", "import.certificate_without_date");
        read.push_back(std::move(certificate));
    }
    return read;
}

std::vector<FactOfProduct> read_facts(const Table& table, const KnownIds& skus, ProblemList& problems) {
    std::vector<FactOfProduct> read;
    read.reserve(table.rows.size());
    for (const auto& line : table.rows) {
        RowReader row(table, line, problems);
        row.required("sku");
        skus.check(row, "sku", "products");
        row.required("text_vi");
        read.push_back({Sku{row.text("sku")}, Fact{row.local_text("text"), row.required("source"),
                                                   row.text("source_date"), row.text("source_read")}});
    }
    return read;
}

} // namespace ocop
