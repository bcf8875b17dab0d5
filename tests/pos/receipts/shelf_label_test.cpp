#include "pos/receipts/shelf_label.h"

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace ocop;
using namespace ocop::testing;

namespace {

const std::filesystem::path assets = OCOP_SOURCE_DIR "/assets";

const Language& vietnamese() {
    static const Language language = std::move(*Language::load(assets, "vi"));
    return language;
}

bool label_holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Catalogue two_products() {
    Producer producer;
    producer.id = ProducerId("P1");
    producer.name.by_language["vi"] = "HTX Hợp Tiến";
    Place place;
    place.id = PlaceId("L1");
    Certificate certificate;
    certificate.id = CertificateId("C1");
    certificate.stars = Stars::four;
    certificate.issued = PartialDate::parse("2025-04-06");
    Product honey;
    honey.sku = Sku("MAT-ONG");
    honey.name.by_language["vi"] = "Mật ong rừng Bình Liêu";
    honey.producer = producer.id;
    honey.place = place.id;
    honey.certificate = certificate.id;
    honey.barcodes = {"8938505974019"};
    honey.unit = "hũ";
    honey.pack = "500 ml";
    honey.price = Dong{185'000};
    honey.trace_url = "https://truyxuat.example/MAT-ONG";
    Product tea = honey;
    tea.sku = Sku("CHE");
    tea.name.by_language["vi"] = "Chè hoa vàng Ba Chẽ";
    tea.barcodes.clear();
    tea.price.reset();
    return Catalogue(ReleaseId("R1"), {honey, tea}, {producer}, {place}, {certificate});
}

} // namespace

TEST_CASE("a label says what, who, how much, and shows stars only while they may be shown", "[labels]") {
    const auto catalogue = two_products();
    const auto labels = shelf_labels(catalogue, {}, *Day::parse("2026-11-26"), vietnamese());
    REQUIRE(labels);
    REQUIRE(labels->size() == 1); // the other one has no price
    const auto& label = labels->front();
    CHECK(label.name == "Mật ong rừng Bình Liêu");
    CHECK(label_holds(label.maker, "HTX Hợp Tiến"));
    CHECK(label_holds(label.price, "185.000"));
    CHECK(label.stars == 4);
    CHECK(label.code == "8938505974019");
    CHECK(shelf_labels(catalogue, {Sku("MAT-ONG")}, *Day::parse("2029-01-01"), vietnamese())->front().stars == 0);
    CHECK(shelf_labels(catalogue, {Sku("CHE")}, *Day::parse("2026-11-26"), vietnamese()).error().key ==
          "error.label_no_price");
    CHECK(shelf_labels(catalogue, {Sku("KHONG")}, *Day::parse("2026-11-26"), vietnamese()).error().kind ==
          ErrorKind::not_found);
}

TEST_CASE("a printed sheet keeps its Vietnamese, and bars and story code are read", "[labels]") {
    const TemporaryFolder folder;
    const auto labels = *shelf_labels(two_products(), {}, *Day::parse("2026-11-26"), vietnamese());
    const auto pdf = folder.path() / "labels.pdf";
    REQUIRE(write_label_sheet(labels, labels_a_sheet + 1, assets, pdf));
    auto text = run_program("/usr/bin/pdftotext", {pdf.string(), "-"});
    REQUIRE(text.status == 0);
    std::replace(text.out.begin(), text.out.end(), '\n', ' '); // names may take two lines
    for (const char* part : {"Mật ong rừng Bình Liêu", "HTX Hợp Tiến", "185.000", "8938505974019"})
        CHECK(label_holds(text.out, part));
    const auto pages = run_program("/usr/bin/pdfinfo", {pdf.string()});
    CHECK(label_holds(pages.out, "Pages:           2"));
    REQUIRE(write_label_sheet(labels, 1, assets, pdf));
    const auto png = folder.path() / "sheet";
    REQUIRE(run_program("/usr/bin/pdftoppm", {"-r", "300", "-png", "-singlefile", pdf.string(), png.string()}).status ==
            0);
    const auto read = run_program("/usr/bin/zbarimg", {"-q", "--raw", png.string() + ".png"});
    CHECK(label_holds(read.out, "8938505974019\n"));
    CHECK(label_holds(read.out, "https://truyxuat.example/MAT-ONG\n"));
    CHECK_FALSE(write_label_sheet(labels, 1, assets, folder.path() / "no" / "where.pdf"));
}
