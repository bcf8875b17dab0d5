#include "pos/catalogue/catalogue.h"

#include "tests/support/generated_catalogue.h"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace ocop;

namespace {

Day day(const char* iso) {
    return *Day::parse(iso);
}

Certificate issued(const char* date) {
    Certificate certificate;
    certificate.issued = PartialDate::parse(date);
    return certificate;
}

Product product(const char* sku, const char* name) {
    Product made;
    made.sku = Sku{sku};
    made.name.by_language["vi"] = name;
    made.producer = ProducerId{"p"};
    made.place = PlaceId{"a"};
    made.group = GroupCode{"food"};
    return made;
}

Catalogue catalogue_of(std::vector<Product> products) {
    Producer producer;
    producer.id = ProducerId{"p"};
    return Catalogue(ReleaseId{"r"}, std::move(products), {producer}, {Place{PlaceId{"a"}, "Hà Nội", "", "Hà Nội"}},
                     {});
}

} // namespace

TEST_CASE("Products stand in Vietnamese alphabetical order", "[catalogue]") {
    const auto catalogue = catalogue_of({product("1", "Ổi"), product("2", "Đường"), product("3", "Dừa"),
                                         product("4", "Ong"), product("5", "Áo"), product("6", "Ấm")});
    std::string order;
    for (const auto& item : catalogue.products())
        order += item.sku.text();
    CHECK(order == "563241");
}

TEST_CASE("Products are found by code and by any form of their barcode", "[catalogue]") {
    auto honey = product("MO-1", "Mật ong");
    honey.barcodes = {"8935001000013", "036000291452"};
    const auto catalogue = catalogue_of({honey, product("CH-1", "Chè")});
    REQUIRE(catalogue.find(Sku{"MO-1"}) != nullptr);
    CHECK(catalogue.find(Sku{"MO-2"}) == nullptr);
    for (const auto* scanned : {"8935001000013", "08935001000013", "036000291452", "0036000291452"}) {
        REQUIRE(catalogue.find_barcode(scanned) != nullptr);
        CHECK(catalogue.find_barcode(scanned)->sku == Sku{"MO-1"});
    }
    CHECK(catalogue.find_barcode("8935001000014") == nullptr);
    CHECK(catalogue.find_barcode("") == nullptr);
    CHECK(catalogue.producer_of(honey).id == ProducerId{"p"});
    CHECK(catalogue.place_of(honey).printed == "Hà Nội");
    CHECK(catalogue.certificate_of(honey) == nullptr);
}

TEST_CASE("A catalogue that names something it does not hold is a broken invariant", "[catalogue]") {
    auto stranger = product("1", "Mật ong");
    stranger.producer = ProducerId{"nobody"};
    CHECK_THROWS_AS(catalogue_of({stranger}), std::logic_error);
    CHECK_THROWS_AS(catalogue_of({product("1", "Mật ong"), product("1", "Chè")}), std::logic_error);
}

TEST_CASE("Dates keep their precision and mean the earliest possible day", "[catalogue]") {
    CHECK(PartialDate::parse("2021")->earliest == day("2021-01-01"));
    CHECK(PartialDate::parse("2021-04")->earliest == day("2021-04-01"));
    CHECK(PartialDate::parse("2021-04-06")->earliest == day("2021-04-06"));
    for (const auto* text : {"2021", "2021-04", "2021-04-06"})
        CHECK(PartialDate::parse(text)->iso() == text);
    for (const auto* text : {"", "21", "2021-13", "2021-02-30", "06/04/2021", "2021-4-6"})
        CHECK_FALSE(PartialDate::parse(text));
}

TEST_CASE("Stars may be shown for 36 months from the earliest possible decision", "[catalogue]") {
    const auto certificate = issued("2024-02-29");
    CHECK(first_invalid_day(certificate) == day("2027-03-01"));
    CHECK(state_on(&certificate, day("2024-03-01")) == CertificateState::valid);
    CHECK(state_on(&certificate, day("2027-02-28")) == CertificateState::due_soon);
    CHECK(state_on(&certificate, day("2027-03-01")) == CertificateState::expired);
    const auto year = issued("2024");
    CHECK(state_on(&year, day("2027-01-01")) == CertificateState::due_soon);
    CHECK(state_on(&year, day("2027-01-02")) == CertificateState::expired);
}

TEST_CASE("A certificate is due soon in its last 90 days", "[catalogue]") {
    const auto certificate = issued("2024-01-10"); // first invalid 2027-01-11
    CHECK(state_on(&certificate, Day{day("2027-01-11").number - 91}) == CertificateState::valid);
    CHECK(state_on(&certificate, Day{day("2027-01-11").number - 90}) == CertificateState::due_soon);
}

TEST_CASE("A printed end counts instead of the 36 months", "[catalogue]") {
    auto certificate = issued("2021-01-01");
    certificate.valid_until = PartialDate::parse("2026-12-31");
    CHECK(state_on(&certificate, day("2026-12-31")) == CertificateState::due_soon);
    CHECK(state_on(&certificate, day("2027-01-01")) == CertificateState::expired);
}

TEST_CASE("Proposed, undated and missing certificates show no stars", "[catalogue]") {
    auto proposed = issued("2026-01-01");
    proposed.status = CertificateStatus::proposed;
    CHECK(state_on(&proposed, day("2026-11-23")) == CertificateState::proposed);
    const Certificate undated;
    CHECK(state_on(&undated, day("2026-11-23")) == CertificateState::expired);
    CHECK(state_on(nullptr, day("2026-11-23")) == CertificateState::none);
}

TEST_CASE("A season may cross the new year", "[catalogue]") {
    CHECK(Months{11, 2}.contains(12));
    CHECK(Months{11, 2}.contains(2));
    CHECK_FALSE(Months{11, 2}.contains(3));
    CHECK(Months{3, 3}.contains(3));
    CHECK_FALSE(Months{3, 5}.contains(6));
}

TEST_CASE("A text missing in a language is shown in Vietnamese", "[catalogue]") {
    const LocalText text{{{"vi", "Mật ong"}, {"en", "Honey"}}};
    CHECK(text.in("en") == "Honey");
    CHECK(text.in("ko") == "Mật ong");
    CHECK(LocalText{}.in("vi").empty());
}
