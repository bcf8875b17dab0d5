#include "kiosk/visitor/localities.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

std::vector<LocalityName> of(const std::string& printed, const std::string& commune, const std::string& province) {
    return localities_of(Place{PlaceId{"p"}, printed, commune, province});
}

} // namespace

TEST_CASE("an old district as printed and the commune of today both name the place", "[visitor][places]") {
    CHECK(of("xã Tất Thắng, huyện Thanh Sơn, Phú Thọ", "Xã Thanh Sơn", "Phú Thọ") ==
          std::vector<LocalityName>{{"Huyện Thanh Sơn", false}, {"Xã Thanh Sơn", true}});
    CHECK(of("xã Đồng Tâm, Quảng Ninh", "Xã Lục Hồn", "Quảng Ninh") ==
          std::vector<LocalityName>{{"Xã Đồng Tâm", false}, {"Xã Lục Hồn", true}});
    CHECK(of("TP. Việt Trì, Phú Thọ", "", "Phú Thọ") == std::vector<LocalityName>{{"TP. Việt Trì", false}});
}

TEST_CASE("a province that was merged is found under its printed name", "[visitor][places]") {
    CHECK(of("Hà Giang", "", "Tuyên Quang") == std::vector<LocalityName>{{"Hà Giang", false}});
    CHECK(of("xã Lao Và Chải, huyện Yên Minh, Hà Giang", "", "Tuyên Quang") ==
          std::vector<LocalityName>{{"Huyện Yên Minh", false}, {"Hà Giang", false}});
    CHECK(of("Phú Quốc, Kiên Giang", "", "An Giang") ==
          std::vector<LocalityName>{{"Phú Quốc", false}, {"Kiên Giang", false}});
}

TEST_CASE("a name that is printed and in use today is one name", "[visitor][places]") {
    CHECK(of("xã Hợp Thành, Thái Nguyên", "Xã Hợp Thành", "Thái Nguyên") ==
          std::vector<LocalityName>{{"Xã Hợp Thành", false}});
}

TEST_CASE("where only the province is known there is nothing narrower", "[visitor][places]") {
    CHECK(of("Quảng Ninh", "", "Quảng Ninh").empty());
    CHECK(of("", "", "Quảng Ninh").empty());
    CHECK(of(" , ,", "", "").empty());
}
