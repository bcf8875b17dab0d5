#include "pos/catalogue/import/package_reader.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

const Catalogue& demo() {
    static const ImportReport report = read_package(OCOP_SOURCE_DIR "/assets/demo");
    REQUIRE(report.package);
    return report.package->catalogue;
}

} // namespace

TEST_CASE("every fact and star of the demo names its source and a day", "[catalogue]") {
    for (const Product& product : demo().products()) {
        INFO(product.sku.text());
        for (const Fact& fact : product.facts) {
            CHECK_FALSE(fact.source.empty());
            CHECK_FALSE((fact.source_date + fact.source_read).empty());
            CHECK(fact.text.has("en"));
        }
        const Certificate* certificate = demo().certificate_of(product);
        CHECK((certificate != nullptr) == product.ocop);
        if (certificate == nullptr) continue;
        CHECK_FALSE(certificate->source.empty());
        CHECK_FALSE((certificate->source_date + certificate->source_read).empty());
    }
}

TEST_CASE("the demo holds what a showroom holds", "[catalogue]") {
    int graded = 0, other = 0, services = 0, exported = 0, villages = 0, told = 0;
    for (const Product& product : demo().products()) {
        INFO(product.sku.text());
        ++(product.ocop ? graded : other);
        services += product.kind == ProductKind::service;
        exported += !product.export_markets.empty();
        villages += !product.craft_village.empty();
        told += product.stories.count("vi") == 1 && product.stories.count("en") == 1;
        CHECK(product.price_is_sample);
        REQUIRE_FALSE(product.barcodes.empty());
        CHECK(product.barcodes.front().substr(0, 2) == "29");
    }
    CHECK(graded >= 60);
    CHECK(told >= 60);
    CHECK(other > 0);
    CHECK(services > 0);
    CHECK(exported > 0);
    CHECK(villages > 0);
}
