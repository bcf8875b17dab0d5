#include "tests/support/small_showroom.h"

using namespace ocop;
using namespace ocop::kiosk;

namespace ocop::test {

namespace {

Certificate certificate(const std::string& id, Stars stars, const std::string& issued) {
    Certificate made;
    made.id = CertificateId{id};
    made.stars = stars;
    made.decision = "123/QĐ-UBND";
    made.issuer = "UBND tỉnh";
    made.issued = *PartialDate::parse(issued);
    made.source = "Báo Mẫu";
    made.source_date = "01/02/2025";
    return made;
}

Producer producer(const std::string& id, const std::string& name, ProducerType type, const std::string& place) {
    Producer made;
    made.id = ProducerId{id};
    made.name.by_language = {{"vi", name}};
    made.type = type;
    made.place = PlaceId{place};
    return made;
}

struct Basics {
    std::string sku, name, producer, place, group, certificate;
    std::int64_t price = 0;
};

Product product(const Basics& basics) {
    Product made;
    made.sku = Sku{basics.sku};
    made.name.by_language = {{"vi", basics.name}};
    made.producer = ProducerId{basics.producer};
    made.place = PlaceId{basics.place};
    made.group = GroupCode{basics.group};
    made.certificate = CertificateId{basics.certificate};
    made.unit = "chai";
    if (basics.price > 0) made.price = Dong{basics.price};
    return made;
}

} // namespace

Catalogue showroom_catalogue() {
    std::vector<Place> places{
        {PlaceId{"binh-lieu"}, "thị trấn Bình Liêu, huyện Bình Liêu, Quảng Ninh", "Xã Bình Liêu", "Quảng Ninh"},
        {PlaceId{"dong-tam"}, "xã Đồng Tâm, Quảng Ninh", "Xã Lục Hồn", "Quảng Ninh"},
        {PlaceId{"phu-quoc"}, "Phú Quốc, Kiên Giang", "", "An Giang"},
        {PlaceId{"ha-giang"}, "Hà Giang", "", "Tuyên Quang"},
        {PlaceId{"bat-trang"}, "xã Bát Tràng, Hà Nội", "", "Hà Nội"}};
    auto bees = producer("htx-ong", "Hợp tác xã Hợp Tiến", ProducerType::cooperative, "binh-lieu");
    bees.name.by_language["en"] = "Hợp Tiến Co-operative";
    bees.about.by_language["vi"] = "Hợp tác xã có 8 thành viên, nuôi hơn 600 đàn ong.";
    bees.website = "https://hoptien.example/";
    bees.phone = "0203 000 000";
    std::vector<Producer> producers{
        bees, producer("khai-hoan", "Công ty Khải Hoàn", ProducerType::enterprise, "phu-quoc"),
        producer("phin-ho", "Hợp tác xã Phìn Hồ", ProducerType::cooperative, "ha-giang"),
        producer("mien", "Tổ hợp tác miến Đồng Tâm", ProducerType::cooperative_group, "dong-tam"),
        producer("gom", "Hộ kinh doanh gốm Bát Tràng", ProducerType::household, "bat-trang")};
    std::vector<Certificate> certificates{
        certificate("c3", Stars::three, "2025-03-01"), certificate("c5", Stars::five, "2025-07-01"),
        certificate("p5", Stars::potential_five, "2025-05-01"), certificate("old", Stars::four, "2021-04-06"),
        certificate("due", Stars::four, "2024-01-10")};

    std::vector<Product> products;
    auto honey = product({"ONG", "Mật ong rừng", "htx-ong", "binh-lieu", "food", "c3", 180'000});
    honey.pack = "500 ml";
    honey.season = Months{10, 12};
    honey.trace_url = "https://truyxuat.example/ong";
    honey.buy_links = {{"Postmart", "https://postmart.example/ong"}, {"Zalo", "https://zalo.example/ong"}};
    honey.usage.by_language["vi"] = "Pha với nước ấm.";
    honey.keeping.by_language["vi"] = "Để nơi khô mát.";
    honey.facts = {{{{{"vi", "Mật được quay khi tổ đã vít nắp."}}}, "Báo Mẫu", "02/03/2025", {}}};
    Story story;
    story.hook = "Theo ong vào mùa hoa.";
    story.chapters = {{"Mùa hoa", {"Ong theo hoa rừng từ tháng mười."}}, {"Lấy mật", {"Mỗi tổ lấy hai lần."}}};
    honey.stories["vi"] = story;
    products.push_back(honey);
    auto wax = product({"SAP", "Sáp ong nguyên miếng", "htx-ong", "binh-lieu", "food", "c3", 45'000});
    products.push_back(wax);
    for (const auto* strength : {"38", "43"}) {
        auto sauce = product({"NM" + std::string(strength), "Nước mắm Khải Hoàn " + std::string(strength) + " độ đạm",
                              "khai-hoan", "phu-quoc", "food", "c5", 75'000 + (strength[0] == '4' ? 30'000 : 0)});
        sauce.allergens.by_language["vi"] = "Cá cơm";
        sauce.gift = true;
        sauce.export_markets = {"US", "JP"};
        products.push_back(sauce);
    }
    products.push_back(product({"TRA", "Trà xanh Phìn Hồ", "phin-ho", "ha-giang", "drink", "p5", 190'000}));
    products.push_back(product({"MIEN", "Miến dong", "mien", "dong-tam", "food", "old", 60'000}));
    auto spirit = product({"RUOU", "Rượu sim", "mien", "dong-tam", "drink", "due", 0});
    spirit.alcohol = true;
    products.push_back(spirit);
    auto stay = product({"BAN", "Một ngày ở bản", "phin-ho", "ha-giang", "tourism", "", 450'000});
    stay.kind = ProductKind::service;
    products.push_back(stay);
    products.push_back(product({"GOM", "Bộ bát sen", "gom", "bat-trang", "craft", "c5", 1'200'000}));
    return Catalogue(ReleaseId{"showroom"}, std::move(products), std::move(producers), std::move(places),
                     std::move(certificates));
}

StockLevels showroom_stock() {
    return {{Sku{"ONG"}, Quantity::of(24)}, {Sku{"NM38"}, Quantity::of(3)},  {Sku{"NM43"}, Quantity::of(12)},
            {Sku{"TRA"}, Quantity::of(8)},  {Sku{"MIEN"}, Quantity::of(20)}, {Sku{"GOM"}, Quantity{}}};
}

SmallShowroom::SmallShowroom(float width, float height, Catalogue catalogue, StockLevels stock)
    : view(std::make_shared<const Catalogue>(std::move(catalogue)), std::move(stock), *Day::parse(showroom_today)),
      ui([this](Ui& drawn) { draw(drawn); }, width, height) {
    settle();
}

void SmallShowroom::draw(Ui& drawn) {
    const VisitorContext context{view, pictures, Instant{1'790'000'000'000}, "Gian hàng mẫu", "Hội chợ mẫu", true};
    visitor.draw(drawn, context);
}

void SmallShowroom::settle() {
    visitor.prepare(ui.options, {&language("vi"), &language("en")});
    ui.settle();
}

void SmallShowroom::pull(Point from, Point to) {
    constexpr int steps = 8;
    ui.press(from);
    for (int i = 1; i <= steps; ++i) {
        const float share = static_cast<float>(i) / steps;
        ui.move({from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
    for (int i = 0; i < 20; ++i)
        ui.frame();
    ui.release();
    settle();
}

void SmallShowroom::pull_up_to(std::string_view target, Point from, float distance) {
    for (int i = 0; i < 60 && !ui.has(target); ++i)
        pull(from, {from.x, from.y - distance});
    tap(target);
}

std::string SmallShowroom::problems() const {
    std::string all;
    for (const std::string& problem : ui.problems())
        all += problem + "\n";
    return all;
}

} // namespace ocop::test
