#include "tests/support/generated_catalogue.h"

#include "pos/catalogue/codes.h"
#include "pos/catalogue/gtin.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <string>

namespace ocop::tests {
namespace {

constexpr std::array goods{"Mật ong",   "Chè",      "Nước mắm", "Mắm tôm", "Rượu sim",  "Bột sắn dây", "Miến dong",
                           "Gạo nếp",   "Cà phê",   "Hạt điều", "Dầu lạc", "Nấm hương", "Măng khô",    "Bánh đa",
                           "Trà hoa",   "Tiêu đen", "Kẹo dừa",  "Giỏ cói", "Khăn lụa",  "Nón lá",      "Tinh dầu sả",
                           "Cao atiso", "Yến sào",  "Tương ớt", "Chả mực", "Ruốc hàu",  "Lạp sườn",    "Ổi lê"};
constexpr std::array kinds{"rừng",     "đặc biệt", "cổ truyền", "hữu cơ",    "nguyên chất", "thượng hạng",
                           "hoa vàng", "bốn mùa",  "túi lọc",   "sấy dẻo",   "mộc",         "tự nhiên",
                           "hun khói", "ngọt dịu", "thủ công",  "gia truyền"};
constexpr std::array names{"Bình Liêu", "Cẩm Mỹ",    "Lê Gia",   "Đại Yên",     "Phúc Thịnh", "Hưởng Hoa",   "Tân Mai",
                           "Yên Nhân",  "Quảng Phú", "Hà Long",  "Thọ Xuân",    "Vị Thanh",   "Linh Phượng", "Khúc Phụ",
                           "Sa Pa",     "Phìn Hồ",   "Mộc Châu", "Thái Nguyên", "Đường Lâm",  "Bến Tre"};
constexpr std::array communes{"Hoằng Phụ", "Tất Thắng", "Nga Sơn",  "Hậu Lộc",    "Triệu Sơn", "Như Xuân", "Bá Thước",
                              "Quý Lộc",   "Hà Trung",  "Tiên Yên", "Đông Triều", "Ba Chẽ",    "Vân Đồn",  "Uông Bí"};
constexpr std::array provinces{"Quảng Ninh", "Thanh Hóa", "Phú Thọ", "Lào Cai",     "Lâm Đồng", "Cần Thơ",
                               "Đồng Tháp",  "Nghệ An",   "Hà Nội",  "Thái Nguyên", "Gia Lai",  "Cà Mau"};

constexpr std::size_t products_per_producer = 3;

// A small fixed mixer, so that neighbouring products differ in every word.
std::size_t mix(std::size_t value, std::size_t salt) {
    std::uint64_t x = value * 0x9E3779B97F4A7C15ULL + salt * 0xBF58476D1CE4E5B9ULL;
    x ^= x >> 29;
    x *= 0x94D049BB133111EBULL;
    return static_cast<std::size_t>(x ^ (x >> 32));
}

template <class Words>
std::string pick(const Words& words, std::size_t value, std::size_t salt) {
    return words[mix(value, salt) % words.size()];
}

Place make_place(std::size_t index) {
    const auto commune = pick(communes, index, 11) + " " + std::to_string(index % 40 + 1);
    const auto province = pick(provinces, index, 12);
    return Place{PlaceId{fmt::format("place-{:05}", index)}, fmt::format("Xã {}, {}", commune, province),
                 "Xã " + commune, province};
}

Producer make_producer(std::size_t index, std::size_t places) {
    Producer producer;
    producer.id = ProducerId{fmt::format("producer-{:05}", index)};
    producer.name.by_language["vi"] = fmt::format("Hợp tác xã {} {}", pick(names, index, 21), index);
    producer.type = index % 4 == 0 ? ProducerType::enterprise : ProducerType::cooperative;
    producer.place = PlaceId{fmt::format("place-{:05}", index % places)};
    producer.commission = Rate{1000};
    return producer;
}

Certificate make_certificate(std::size_t index) {
    constexpr std::array stars{Stars::three, Stars::four, Stars::five, Stars::potential_five};
    Certificate certificate;
    certificate.id = CertificateId{fmt::format("certificate-{:05}", index)};
    certificate.stars = stars[index % stars.size()];
    certificate.decision = fmt::format("{}/QĐ-UBND", 1000 + index);
    certificate.issued = PartialDate{*Day::from_civil(2021 + static_cast<int>(index % 6), 4, 6), DatePrecision::day};
    return certificate;
}

Product make_product(std::size_t index, std::size_t producers, std::size_t places) {
    Product product;
    product.sku = Sku{fmt::format("SP-{:05}", index)};
    product.name.by_language["vi"] =
        fmt::format("{} {} {} số {}", pick(goods, index, 1), pick(kinds, index, 2), pick(names, index, 3), index % 97);
    product.name.by_language["en"] = fmt::format("Local speciality {}", index);
    const auto producer = index % producers;
    product.producer = ProducerId{fmt::format("producer-{:05}", producer)};
    product.place = PlaceId{fmt::format("place-{:05}", producer % places)};
    product.group = GroupCode{std::string(product_groups[index % product_groups.size()])};
    if (index % 5 != 0) product.certificate = CertificateId{fmt::format("certificate-{:05}", index)};
    const auto digits = fmt::format("29{:010}", index);
    product.barcodes.push_back(digits + gtin_check_digit(digits));
    product.unit = "hũ";
    product.price = Dong{static_cast<std::int64_t>(20'000 + mix(index, 4) % 500 * 1000)};
    product.price_is_sample = true;
    product.tax_rate = Rate{800};
    if (index % 7 == 0) product.season = Months{10, 2};
    return product;
}

} // namespace

Catalogue generate_catalogue(std::size_t products) {
    const auto producers = std::max<std::size_t>(1, products / products_per_producer);
    const auto places = std::max<std::size_t>(1, producers / 4);
    std::vector<Place> all_places;
    for (std::size_t index = 0; index < places; ++index)
        all_places.push_back(make_place(index));
    std::vector<Producer> all_producers;
    for (std::size_t index = 0; index < producers; ++index)
        all_producers.push_back(make_producer(index, places));
    std::vector<Certificate> certificates;
    std::vector<Product> all_products;
    for (std::size_t index = 0; index < products; ++index) {
        all_products.push_back(make_product(index, producers, places));
        if (index % 5 != 0) certificates.push_back(make_certificate(index));
    }
    return Catalogue(ReleaseId{"generated"}, std::move(all_products), std::move(all_producers), std::move(all_places),
                     std::move(certificates));
}

void write_generated_package(std::size_t products, const std::filesystem::path& folder) {
    const auto catalogue = generate_catalogue(products);
    std::filesystem::create_directories(folder);
    std::ofstream file(folder / "products.csv");
    file << "sku,name_vi,name_en,producer,place,group,kind,ocop,certificate,barcode,sold_by,unit,price,"
            "price_is_sample,tax_rate,season\n";
    for (const auto& product : catalogue.products())
        file << fmt::format("{},{},{},{},{},{},goods,yes,{},{},piece,{},{},yes,8,{}\n", product.sku.text(),
                            product.name.in("vi"), product.name.in("en"), product.producer.text(), product.place.text(),
                            product.group.text(), product.certificate.text(), product.barcodes.front(), product.unit,
                            product.price->amount, product.season ? "10-2" : "");
    file = std::ofstream(folder / "producers.csv");
    file << "producer,name_vi,type,place,commission\n";
    for (const auto& producer : catalogue.producers())
        file << fmt::format("{},{},{},{},10\n", producer.id.text(), producer.name.in("vi"), code_of(producer.type),
                            producer.place.text());
    file = std::ofstream(folder / "places.csv");
    file << "place,printed,commune,province\n";
    for (const auto& place : catalogue.places())
        file << fmt::format("{},\"{}\",{},{}\n", place.id.text(), place.printed, place.commune, place.province);
    file = std::ofstream(folder / "certificates.csv");
    file << "certificate,stars,status,decision,issued\n";
    for (const auto& certificate : catalogue.certificates())
        file << fmt::format("{},{},{},{},{}\n", certificate.id.text(), code_of(certificate.stars),
                            code_of(certificate.status), certificate.decision, certificate.issued->iso());
    file = std::ofstream(folder / "facts.csv");
    file << "sku,text_vi,text_en,source,source_date\n";
}

} // namespace ocop::tests
