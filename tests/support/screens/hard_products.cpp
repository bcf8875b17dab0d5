#include "tests/support/screens/hard_products.h"

namespace ocop::test {
namespace {

LocalText text(const char* vi, const char* en) {
    return {{{"vi", vi}, {"en", en}}};
}

PartialDate date(const char* iso) {
    return *PartialDate::parse(iso);
}

Certificate certificate(const char* id, Stars stars, const char* issued) {
    Certificate result;
    result.id = CertificateId(id);
    result.stars = stars;
    result.decision = "12345/QĐ-UBND";
    result.issuer = "UBND huyện mẫu, tỉnh Thừa Thiên Huế (cũ)";
    result.issued = date(issued);
    result.source = "Báo mẫu Thừa Thiên Huế";
    result.source_date = "18/12/2024";
    return result;
}

Story long_story(const char* hook, const std::vector<std::string>& titles, const char* paragraph) {
    Story story;
    story.hook = hook;
    for (const auto& title : titles)
        story.chapters.push_back({title, {paragraph, paragraph, paragraph}});
    return story;
}

Product product(const char* sku, const char* vi, const char* en) {
    Product result;
    result.sku = Sku(sku);
    result.name = text(vi, en);
    result.producer = ProducerId("hard-maker");
    result.place = PlaceId("hard-place");
    result.group = GroupCode("herbal");
    result.unit = "hộp";
    result.pack = "12 gói × 250 g";
    result.price = Dong{1'285'000};
    return result;
}

Product full_product() {
    auto result = product("HARD-FULL", "Đông trùng hạ thảo sấy thăng hoa nguyên con Thượng Quảng Nghĩa Đàn",
                          "Freeze-dried whole cordyceps of Thượng Quảng and Nghĩa Đàn districts");
    result.certificate = CertificateId("hard-5");
    result.price_is_sample = true;
    result.season = Months{9, 2};
    result.allergens = text("Giáp xác (tôm, moi biển), đậu phộng, mè, sữa, các loại hạt",
                            "Crustaceans (prawns, krill), peanuts, sesame, milk, tree nuts");
    result.usage = text("Hãm với nước sôi mười lăm phút, uống khi còn ấm, ăn cả xác.",
                        "Steep in boiling water for fifteen minutes, drink while warm, eat the rest.");
    result.keeping = text("Để nơi khô, thoáng, dưới 25 °C; mở nắp rồi thì dùng trong ba mươi ngày.",
                          "Keep dry and airy below 25 °C; use within thirty days of opening.");
    result.alcohol = true;
    result.gift = true;
    result.export_markets = {"JP", "KR", "DE"};
    result.craft_village = "Làng nghề truyền thống mẫu Thượng Quảng";
    result.trace_url = "https://example.vn/truy-xuat/HARD-FULL";
    for (const char* shop : {"Postmart", "Voso", "Shopee", "Lazada", "Tiki", "Website", "Zalo"})
        result.buy_links.push_back({shop, std::string("https://example.vn/").append(shop)});
    result.stories["vi"] = long_story(
        "Mười hai năm nuôi một sợi nấm, từ căn bếp nhỏ đến phòng vô trùng.",
        {"Người giữ nghề ở Thượng Quảng", "Mùa thu hoạch", "Từng khay một", "Sấy thăng hoa", "Truy xuất từng hộp",
         "Điều còn dang dở"},
        "Nghiêng khay dưới ánh đèn, chị Nguyễn Thị Quỳnh đếm từng sợi: đủ tám phân mới hái, đủ bốn mươi lăm ngày mới "
        "sấy. Những mẻ đầu hỏng cả, vốn liếng gửi hết vào quyển sổ ghi nhiệt độ.");
    result.stories["en"] = long_story(
        "Twelve years with one fungus, from a small kitchen to a sterile room.",
        {"The keepers of the craft", "Harvest season", "Tray by tray", "Freeze-drying", "Tracing every box",
         "What is still unfinished"},
        "Tilting a tray under the lamp, Ms Quỳnh counts every thread: eight centimetres before it is picked, "
        "forty-five "
        "days before it is dried. The first batches failed, and all the savings went into a notebook of temperatures.");
    result.facts.push_back({text("Sản phẩm có mặt tại bảy tỉnh và xuất khẩu sang ba thị trường.",
                                 "The product is sold in seven provinces and exported to three markets."),
                            "Báo mẫu Thừa Thiên Huế điện tử",
                            "06/04/2021",
                            {}});
    return result;
}

} // namespace

void add_hard_products(CatalogueParts& parts) {
    Producer maker;
    maker.id = ProducerId("hard-maker");
    maker.name = text("Hợp tác xã Nông nghiệp, Dịch vụ tổng hợp và Du lịch cộng đồng Thượng Quảng",
                      "Thượng Quảng Agriculture, General Services and Community Tourism Cooperative");
    maker.type = ProducerType::cooperative_group;
    maker.place = PlaceId("hard-place");
    maker.about = text("Bốn mươi hai hộ cùng trồng, cùng sấy và cùng bán từ năm 2014; chín người là nghệ nhân.",
                       "Forty-two households grow, dry and sell together since 2014; nine are master craftspeople.");
    maker.phone = "0912 345 678";
    maker.website = "https://example.vn/thuong-quang-nghia-dan";
    parts.producers.push_back(maker);
    parts.places.push_back({PlaceId("hard-place"), "Xã Thượng Quảng, huyện Nam Đông, tỉnh Thừa Thiên Huế",
                            "Xã Khe Tre mẫu", "Thành phố Huế"});
    parts.certificates.push_back(certificate("hard-5", Stars::five, "2025-12-18"));
    parts.certificates.push_back(certificate("hard-4", Stars::potential_five, "2024-12-18"));
    parts.certificates.push_back(certificate("hard-past", Stars::four, "2022-12-18"));
    parts.certificates.push_back(certificate("hard-due", Stars::three, "2023-12-18"));

    parts.products.push_back(full_product());

    auto plain = product("HARD-PLAIN", "Nghiêng", "Tilted");
    plain.ocop = false;
    plain.group = GroupCode("craft");
    plain.unit = "chiếc";
    plain.pack.clear();
    parts.products.push_back(plain);

    auto expired =
        product("HARD-EXPIRED", "Cây tùng la hán cổ thụ dáng trực quân tử", "Century-old upright Buddhist pine bonsai");
    expired.certificate = CertificateId("hard-past");
    expired.group = GroupCode("ornamental");
    expired.unit = "chậu";
    expired.pack.clear();
    expired.price = Dong{185'000'000};
    parts.products.push_back(expired);

    auto potential = product("HARD-FIVE", "Tuần văn hóa ẩm thực và nghỉ đêm nhà sàn bản Nghĩa Thượng",
                             "A week of food, culture and stilt-house nights in Nghĩa Thượng");
    potential.certificate = CertificateId("hard-4");
    potential.group = GroupCode("tourism");
    potential.kind = ProductKind::service;
    potential.unit = "khách";
    potential.price.reset();
    parts.products.push_back(potential);

    auto weighed = product("HARD-WEIGHED", "Cá thu một nắng Quỳnh Dị cắt khúc", "Half-dried Quỳnh Dị mackerel cuts");
    weighed.certificate = CertificateId("hard-5");
    weighed.group = GroupCode("food");
    weighed.sold_by = SoldBy::weight;
    weighed.unit = "kg";
    weighed.pack.clear();
    weighed.price = Dong{465'000};
    parts.products.push_back(weighed);

    auto spirit = product("HARD-SPIRIT", "Rượu nếp cái hoa vàng hạ thổ ba năm Kiên Nghĩa",
                          "Kiên Nghĩa yellow-flower sticky rice spirit, buried three years");
    spirit.certificate = CertificateId("hard-due");
    spirit.group = GroupCode("drink");
    spirit.alcohol = true;
    spirit.unit = "chai";
    spirit.pack = "650 ml";
    parts.products.push_back(spirit);
}

} // namespace ocop::test
