#include "kiosk/visitor/producer_facts.h"

#include "tests/support/small_showroom.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

std::string lines_of(const VisitorView& view, const std::string& producer) {
    std::string lines;
    for (const ProducerFact& fact : producer_facts(test::language("vi"), view.products_of(ProducerId{producer})))
        lines += fact.label + ": " + fact.value + "\n";
    return lines;
}

} // namespace

TEST_CASE("a producer's facts come from the products alone", "[visitor][producer]") {
    const VisitorView view(std::make_shared<const Catalogue>(test::showroom_catalogue()), test::showroom_stock(),
                           *Day::parse(test::showroom_today));
    CHECK(lines_of(view, "htx-ong") == "Có tại đây: 2 sản phẩm\nHạng cao nhất: 3 sao\nMùa chính: Tháng 10–12\n");
    CHECK(lines_of(view, "khai-hoan") ==
          "Có tại đây: 2 sản phẩm\nHạng cao nhất: 5 sao\nĐã xuất khẩu sang: 2 thị trường\n");
    CHECK(lines_of(view, "phin-ho") == "Có tại đây: 2 sản phẩm\nHạng cao nhất: Tiềm năng 5 sao\n");
    // An expired grade is no fact.
    CHECK(lines_of(view, "mien") == "Có tại đây: 2 sản phẩm\nHạng cao nhất: 4 sao\n");
    CHECK(view.find_producer(ProducerId{"unknown"}) == nullptr);
}
