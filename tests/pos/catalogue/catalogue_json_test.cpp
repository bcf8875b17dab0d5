#include "pos/catalogue/catalogue_json.h"

#include "tests/support/generated_catalogue.h"

#include <catch2/catch.hpp>

#include <string>

using namespace ocop;

namespace {

Catalogue whole_catalogue() {
    Product product;
    product.sku = Sku{"MO-1"};
    product.name.by_language = {{"vi", "Mật ong"}, {"en", "Honey"}};
    product.aliases = {"Mat ong rung"};
    product.producer = ProducerId{"p"};
    product.place = PlaceId{"a"};
    product.group = GroupCode{"food"};
    product.kind = ProductKind::service;
    product.ocop = false;
    product.certificate = CertificateId{"c"};
    product.barcodes = {"8935001000013"};
    product.sold_by = SoldBy::weight;
    product.unit = "kg";
    product.pack = "500 ml";
    product.price = Dong{185'000};
    product.price_is_sample = true;
    product.tax_rate = Rate{1250};
    product.season = Months{11, 2};
    product.allergens.by_language["vi"] = "Không";
    product.usage.by_language["vi"] = "Pha nước ấm";
    product.keeping.by_language["vi"] = "Nơi khô ráo";
    product.alcohol = true;
    product.gift = true;
    product.export_markets = {"US", "AU"};
    product.craft_village = "Khúc Phụ";
    product.trace_url = "https://example.vn/1";
    product.buy_links = {{"Postmart", "https://example.vn/2"}};
    product.media = "mat-ong.svg";
    product.focus_x = 0.4;
    product.focus_y = 0.1;
    product.stories["vi"] = Story{"Ong tự tìm hoa", {{"Rừng", {"Đoạn một", "Đoạn hai"}}}};
    product.facts = {{LocalText{{{"vi", "8 thành viên"}}}, "Báo Quảng Ninh", "2022", "23/11/2026"}};
    Producer producer;
    producer.id = ProducerId{"p"};
    producer.name.by_language["vi"] = "HTX Hợp Tiến";
    producer.type = ProducerType::cooperative;
    producer.place = PlaceId{"a"};
    producer.about.by_language["vi"] = "Nuôi ong";
    producer.phone = "0912 345 678";
    producer.website = "https://example.vn";
    producer.media = "hop-tien.svg";
    producer.commission = Rate{1000};
    Certificate certificate;
    certificate.id = CertificateId{"c"};
    certificate.stars = Stars::potential_five;
    certificate.status = CertificateStatus::proposed;
    certificate.decision = "1114/QĐ-UBND";
    certificate.issuer = "UBND tỉnh";
    certificate.issued = PartialDate::parse("2021-04");
    certificate.valid_until = PartialDate::parse("2024-04-06");
    certificate.source = "Báo";
    certificate.source_date = "06/04/2021";
    certificate.source_read = "23/11/2026";
    return Catalogue(ReleaseId{"r"}, {product}, {producer},
                     {Place{PlaceId{"a"}, "H. Bình Liêu", "Xã Bình Liêu", "Quảng Ninh"}}, {certificate});
}

std::string changed(std::string document, const std::string& from, const std::string& to) {
    const auto at = document.find(from);
    REQUIRE(at != std::string::npos);
    return document.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("A catalogue survives its document whole", "[catalogue]") {
    const auto before = whole_catalogue();
    const auto after = read_catalogue(write_catalogue(before), ReleaseId{"r2"});
    REQUIRE(after);
    CHECK(after->release() == ReleaseId{"r2"});
    CHECK(after->products() == before.products());
    CHECK(after->producers() == before.producers());
    CHECK(after->places() == before.places());
    CHECK(after->certificates() == before.certificates());
}

TEST_CASE("Writing what was read gives the same bytes", "[catalogue]") {
    const auto document = write_catalogue(tests::generate_catalogue(200));
    const auto read = read_catalogue(document, ReleaseId{"r"});
    REQUIRE(read);
    CHECK(write_catalogue(*read) == document);
}

TEST_CASE("A broken document is refused with the place that is broken", "[catalogue]") {
    const auto document = write_catalogue(whole_catalogue());
    const auto refusal = [](const std::string& broken) {
        const auto result = read_catalogue(broken, ReleaseId{"r"});
        REQUIRE_FALSE(result);
        CHECK(result.error().kind == ErrorKind::refused);
        return result.error().values.at(1).second;
    };
    using Catch::Matchers::Contains;
    CHECK_THAT(refusal(changed(document, "\"price\":185000", "\"price\":-1")), Contains("products[0].price"));
    CHECK_THAT(refusal(changed(document, "\"price\":185000", "\"price\":1.5")), Contains("products[0].price"));
    CHECK_THAT(refusal(changed(document, "\"price\":185000", "\"price\":18446744073709551615")), Contains("price"));
    CHECK_THAT(refusal(changed(document, "potential5", "6")), Contains("certificates[0].stars"));
    CHECK_THAT(refusal(changed(document, "\"producer\":\"p\"", "\"producer\":\"q\"")), Contains("unknown q"));
    CHECK_THAT(refusal(changed(document, "\"sku\":\"MO-1\",", "")), Contains("sku: missing"));
    CHECK_THAT(refusal(changed(document, "Mật ong", "Mâ\u0323t ong")), Contains("not NFC"));
    CHECK_THAT(refusal(changed(document, "\"version\":1", "\"version\":\"1\"")), Contains("version"));
    CHECK_THAT(refusal(document.substr(0, document.size() / 2)), Contains("not JSON"));
    CHECK_THAT(refusal("[]"), Contains("not an object"));
}

TEST_CASE("A document of a later format is told apart from a broken one", "[catalogue]") {
    const auto result =
        read_catalogue(changed(write_catalogue(whole_catalogue()), "\"version\":1", "\"version\":2"), ReleaseId{"r"});
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == ErrorKind::newer);
}

TEST_CASE("A field this version does not know is passed over", "[catalogue]") {
    const auto document = changed(write_catalogue(whole_catalogue()), "\"alcohol\":true", "\"alcohol\":true,\"z\":{}");
    CHECK(read_catalogue(document, ReleaseId{"r"}));
}
