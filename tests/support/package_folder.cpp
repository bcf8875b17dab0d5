#include "tests/support/package_folder.h"

#include <fstream>

namespace ocop::testing {

PackageFolder::PackageFolder() {
    write(
        "products.csv",
        "sku,name_vi,name_en,aliases,producer,place,group,kind,ocop,certificate,barcode,sold_by,unit,pack,price,"
        "price_is_sample,tax_rate,season,allergens_vi,usage_vi,keeping_vi,alcohol,gift,export_markets,buy_links,media,"
        "focus\n"
        "OC01,Mật ong hoa nhãn,Longan honey,Mật ong; Mật nhãn,P1,L1,food,goods,yes,C1,8938505970011;2900000000018,"
        "piece,hũ,500 ml,185000,yes,8,5-6,,Pha với nước ấm,Nơi khô ráo,no,yes,US;AU,"
        "Postmart=https://postmart.vn/oc01;Website=https://example.vn/?a=b,honey.svg,\"0.5,0.4\"\n"
        "OC02,Gạo nếp nương,,,P2,L1,food,goods,no,,,weight,kg,,42000,no,12.5,11-2,,,,,,,,,\n");
    write("producers.csv", "producer,name_vi,name_en,type,place,about_vi,website,media,commission\n"
                           "P1,Hợp tác xã Hoa Nhãn,,cooperative,L1,\"Nuôi ong\nở vườn nhãn\",https://example.vn,,10\n"
                           "P2,Hộ ông Páo,,household,,,,,\n");
    write("places.csv", "place,printed,commune,province\nL1,\"X. Tân Lập, Sơn La\",Tân Lập,Sơn La\n");
    write("certificates.csv", "certificate,stars,status,decision,issuer,issued,valid_until,source,source_date\n"
                              "C1,4,recognised,12/QĐ,UBND tỉnh,2024-04,,Báo Sơn La,2024\n");
    write("facts.csv", "sku,text_vi,text_en,source,source_date\nOC01,Ong lấy mật hoa nhãn.,,Báo Sơn La,4/2024\n");
    write("stories/OC01.vi.md", "# Giọt mật đầu mùa\n\n## Vườn nhãn\n\nMùa hoa nở\nvào tháng ba.\n\nOng về.\n");
    write("media/honey.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
}

void PackageFolder::write(const std::string& name, std::string_view bytes) const {
    const auto file = path() / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

void PackageFolder::remove(const std::string& name) const {
    std::filesystem::remove_all(path() / name);
}

} // namespace ocop::testing
