#include "pos/catalogue/import/package_reader.h"

#include "pos/catalogue/catalogue_json.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/package_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace ocop;
using ocop::testing::PackageFolder;

namespace {

using Places = std::vector<std::string>;

// "file:row.column key value" of every problem, checked to have a sentence in both languages.
Places found(const ImportReport& report) {
    static const auto vi = Language::load(OCOP_SOURCE_DIR "/assets", "vi");
    static const auto en = Language::load(OCOP_SOURCE_DIR "/assets", "en");
    Places all;
    for (const auto& problem : report.problems) {
        for (const auto* language : {&*vi, &*en}) {
            const auto text = sentence(problem, *language);
            CHECK(text.find('\n') == std::string::npos);
            CHECK(text.find('{') == std::string::npos);
        }
        all.push_back(problem.file + ":" + std::to_string(problem.row) + "." + problem.column + " " +
                      problem.key.substr(problem.key.find('.') + 1) + " " + problem.value);
    }
    return all;
}

Places found_in(const PackageFolder& package) {
    const auto report = read_package(package.path());
    CHECK_FALSE(report.package.has_value());
    return found(report);
}

const std::string product_columns = "sku,name_vi,producer,place,group,unit,price";

} // namespace

TEST_CASE("a sound package becomes a catalogue", "[import]") {
    const PackageFolder package;
    const auto report = read_package(package.path());
    CHECK(found(report) == Places{});
    REQUIRE(report.package);
    const auto& catalogue = report.package->catalogue;
    REQUIRE(catalogue.products().size() == 2);

    const auto* honey = catalogue.find_barcode("8938505970011");
    REQUIRE(honey != nullptr);
    CHECK(honey->sku == Sku{"OC01"});
    CHECK(honey->name.in("en") == "Longan honey");
    CHECK(honey->aliases == std::vector<std::string>{"Mật ong", "Mật nhãn"});
    CHECK(honey->barcodes == std::vector<std::string>{"8938505970011", "2900000000018"});
    CHECK(honey->price == Dong{185000});
    CHECK(honey->price_is_sample);
    CHECK(honey->tax_rate == Rate{800});
    CHECK(honey->season == Months{5, 6});
    CHECK(honey->gift);
    CHECK_FALSE(honey->alcohol);
    CHECK(honey->export_markets == std::vector<std::string>{"US", "AU"});
    CHECK(honey->buy_links ==
          std::vector<BuyLink>{{"Postmart", "https://postmart.vn/oc01"}, {"Website", "https://example.vn/?a=b"}});
    CHECK(honey->focus_y == 0.4);
    CHECK(honey->facts.at(0).text.in("vi") == "Ong lấy mật hoa nhãn.");
    const Story story{"Giọt mật đầu mùa", {{"Vườn nhãn", {"Mùa hoa nở vào tháng ba.", "Ong về."}}}};
    CHECK(honey->stories.at("vi") == story);
    CHECK(catalogue.certificate_of(*honey)->issued->iso() == "2024-04");
    CHECK(catalogue.producer_of(*honey).commission == Rate{1000});
    CHECK(catalogue.producer_of(*honey).about.in("vi") == "Nuôi ong ở vườn nhãn");

    const auto* rice = catalogue.find(Sku{"OC02"});
    REQUIRE(rice != nullptr);
    CHECK(rice->sold_by == SoldBy::weight);
    CHECK(rice->tax_rate == Rate{1250});
    CHECK_FALSE(rice->ocop);

    REQUIRE(report.package->media.size() == 1);
    CHECK(report.package->media[0].name == "honey.svg");
    CHECK(report.package->media[0].file == package.path() / "media/honey.svg");
    CHECK(read_catalogue(write_catalogue(catalogue), ReleaseId{}).has_value());
}

TEST_CASE("every wrong cell is reported at once with its place", "[import]") {
    const PackageFolder package;
    package.remove("stories");
    package.remove("facts.csv");
    package.write("products.csv",
                  "sku,name_vi,producer,place,group,kind,ocop,certificate,barcode,sold_by,unit,price,tax_rate,season,"
                  "export_markets,trace_url,buy_links,media,focus,gift\n"
                  "A1,,P9,L9,meat,thing,maybe,C9,8938505970012,litre,hũ,1.000,0.08,13-2,UK,ocop.vn,Shopee,../x.svg,"
                  "\"0.5,2\",x\n"
                  "A1,Gạo,P1,L1,food,goods,no,C1,12345;8938505970011,piece,,-5,101,x,,,=https://a.vn,no.svg,0.5,\n"
                  ",Gạo,P1,L1,food,,,,8938505970011,weight,g,,,,,,,honey.svg,,\n");
    CHECK(found_in(package) == Places{"products.csv:2.name_vi required ",
                                      "products.csv:2.group choice meat",
                                      "products.csv:2.kind choice thing",
                                      "products.csv:2.ocop choice maybe",
                                      "products.csv:2.barcode check_digit 8938505970012",
                                      "products.csv:2.sold_by choice litre",
                                      "products.csv:2.price whole_number 1.000",
                                      "products.csv:2.tax_rate rate 0.08",
                                      "products.csv:2.season season 13-2",
                                      "products.csv:2.gift choice x",
                                      "products.csv:2.export_markets market UK",
                                      "products.csv:2.trace_url web_address ocop.vn",
                                      "products.csv:2.buy_links buy_links Shopee",
                                      "products.csv:2.focus focus 0.5,2",
                                      "products.csv:2.media media_name ../x.svg",
                                      "products.csv:2.producer unknown_id P9",
                                      "products.csv:2.place unknown_id L9",
                                      "products.csv:2.certificate unknown_id C9",
                                      "products.csv:3.certificate certificate_without_ocop C1",
                                      "products.csv:3.barcode barcode 12345",
                                      "products.csv:3.unit required ",
                                      "products.csv:3.price whole_number -5",
                                      "products.csv:3.tax_rate rate 101",
                                      "products.csv:3.season season x",
                                      "products.csv:3.buy_links buy_links =https://a.vn",
                                      "products.csv:3.focus focus 0.5",
                                      "products.csv:3.media media_missing no.svg",
                                      "products.csv:3.sku duplicate A1",
                                      "products.csv:4.sku required ",
                                      "products.csv:4.barcode duplicate 08938505970011",
                                      "products.csv:4.price no_price ",
                                      "products.csv:4.unit weight_unit g"});
}

TEST_CASE("the small tables are checked", "[import]") {
    const PackageFolder package;
    package.write("producers.csv", "producer,name_vi,type,place,website,commission\n"
                                   "P1,Hoa Nhãn,company,L9,example.vn,12.345\nP2,Páo,,,,\nP2,Páo,other,,,\n");
    package.write("certificates.csv", "certificate,stars,status,issued,valid_until\n"
                                      "C1,6,granted,06/04/2021,2021-13\nC2,5,recognised,2024-04,2023-01-01\n"
                                      "C3,5,recognised,,\nC4,potential5,proposed,,\n");
    package.write("facts.csv", "sku,text_vi,source\nOC77,Một điều,Báo\nOC01,,\n");
    CHECK(found_in(package) ==
          Places{"producers.csv:2.type choice company", "producers.csv:2.place unknown_id L9",
                 "producers.csv:2.website web_address example.vn", "producers.csv:2.commission rate 12.345",
                 "producers.csv:3.type required ", "producers.csv:4.producer duplicate P2",
                 "certificates.csv:2.stars choice 6", "certificates.csv:2.status choice granted",
                 "certificates.csv:2.issued date 06/04/2021", "certificates.csv:2.valid_until date 2021-13",
                 "certificates.csv:3.valid_until ends_before_it_begins 2023-01-01",
                 "certificates.csv:4.issued certificate_without_date ", "facts.csv:2.sku unknown_id OC77",
                 "facts.csv:3.text_vi required ", "facts.csv:3.source required "});
}

TEST_CASE("stories and pictures are checked against the products", "[import]") {
    const PackageFolder package;
    package.write("stories/OC99.vi.md", "# Câu\n\n## Tên\n\nĐoạn\n");
    package.write("stories/OC01.txt", "x");
    package.write("stories/OC02.vi.md", "# Câu\n\n## Tên\n\n![ảnh](a.png)\n");
    package.write("media/unused.png", "x");
    package.write("media/honey.svg", "GIF89a");
    CHECK(found_in(package) == Places{"products.csv:2.media media_not_a_picture honey.svg",
                                      "stories/OC01.txt:0. story_name ", "stories/OC02.vi.md:5. story_mark ![…](…)",
                                      "stories/OC99.vi.md:0. story_without_product OC99",
                                      "media/unused.png:0. media_unused "});
}

TEST_CASE("a table that is missing or unreadable is one problem, not one a row", "[import]") {
    const PackageFolder package;
    package.remove("places.csv");
    package.write("producers.csv", std::string_view("\xFF\xFEp\0r\0", 6));
    package.write("certificates.csv", "id,stars\nC1,4\n");
    CHECK(found_in(package) == Places{"producers.csv:1. encoding_utf16 ", "places.csv:0. missing_table ",
                                      "certificates.csv:0.certificate no_header "});
    package.write("certificates.csv", "");
    package.remove("certificates.csv");
    package.remove("producers.csv");
    package.write("producers.csv", "producer,name_vi,type\nP1,Hoa,other\nP2,Hoa,other\n");
    package.write("places.csv", "place,printed\nL1,Sơn La\n");
    CHECK(found_in(package) == Places{"products.csv:2.certificate unknown_id C1"});
}

TEST_CASE("a table in an old encoding hides none of the other problems", "[import]") {
    const PackageFolder package;
    package.write("producers.csv", "\xEF\xBB\xBFproducer,name_vi,type\r\n"
                                   "P1,M\xCBt ong nh\xB7n,company\r\nP2,ti\xC3\xAA\xCC\x81ng,other\r\n");
    package.write("places.csv", "place,printed\nL\xB9,S\xACn La\nL2,\n");
    package.write("facts.csv", "sku,text_vi,source\nOC01,Nh\xB7n,\n");
    package.write("stories/OC02.vi.md", "# Nh\xB7n\n\n## Hoa\n\nOng\n");
    CHECK(found_in(package) ==
          Places{"producers.csv:1. byte_order_mark ", "producers.csv:0. windows_line_ends ",
                 "places.csv:2.place encoding_tcvn3 L\\xB9", "places.csv:2.printed encoding_tcvn3 S\\xACn La",
                 "places.csv:3.printed required ", "producers.csv:2.name_vi encoding_tcvn3 M\\xCBt ong nh\\xB7n",
                 "producers.csv:3.name_vi decomposed tiếng", "producers.csv:2.type choice company",
                 "facts.csv:2.text_vi encoding_tcvn3 Nh\\xB7n", "facts.csv:2.source required ",
                 "stories/OC02.vi.md:1. encoding_tcvn3 # Nh\\xB7n"});
}

TEST_CASE("notes about many stories are counted", "[import]") {
    const PackageFolder package;
    for (int number = 0; number < 26; ++number)
        package.write("stories/OC02." + std::string{'x', static_cast<char>('a' + number)} + ".md",
                      "# Hook\r\n\r\n## One\r\n\r\ntext\r\n");
    const auto report = read_package(package.path());
    CHECK(report.package.has_value());
    CHECK(found(report).size() == 21);
    CHECK(found(report).back() == "stories:0. story_notes_rest ");
    CHECK(report.problems.back().values[0].second == "6");
}

TEST_CASE("products are exported to countries and to the European Union", "[import]") {
    const PackageFolder package;
    package.remove("stories");
    package.remove("facts.csv");
    package.remove("media");
    package.write("products.csv", "sku,name_vi,producer,place,group,unit,price,export_markets\n"
                                  "OC01,Gạo,P1,L1,food,kg,1000,JP;EU\n");
    const auto report = read_package(package.path());
    CHECK(found(report) == Places{});
    REQUIRE(report.package);
    CHECK(report.package->catalogue.products()[0].export_markets == std::vector<std::string>{"JP", "EU"});
    package.write("products.csv", "sku,name_vi,producer,place,group,unit,price,export_markets\n"
                                  "OC01,Gạo,P1,L1,food,kg,1000,eu;EUR;XX\n");
    CHECK(found_in(package) == Places{"products.csv:2.export_markets market eu",
                                      "products.csv:2.export_markets market EUR",
                                      "products.csv:2.export_markets market XX"});
}

TEST_CASE("a source that is no package is refused", "[import]") {
    const PackageFolder package;
    package.write("catalogue.doc", "x");
    CHECK(found(read_package(package.path() / "catalogue.doc")) == Places{"catalogue.doc:0. unknown_kind "});
    CHECK(found(read_package(package.path() / "absent")) == Places{"absent:0. no_such_file "});
}

TEST_CASE("warnings and notes do not refuse a package", "[import]") {
    const PackageFolder package;
    package.write("places.csv", "place,printed\nL1,S\xC6\xA1n La ti\xC3\xAA\xCC\x81ng\n");
    package.write("media/unused.png", "x");
    const auto report = read_package(package.path());
    CHECK(found(report) == Places{"places.csv:2.printed decomposed Sơn La tiếng", "media/unused.png:0. media_unused "});
    REQUIRE(report.package);
    CHECK(report.package->catalogue.places()[0].printed == "Sơn La tiếng");
}

TEST_CASE("a single CSV file needs the catalogue in force and keeps stories, facts and pictures", "[import]") {
    const PackageFolder package;
    const auto whole = read_package(package.path());
    REQUIRE(whole.package);
    const testing::TemporaryFolder elsewhere;
    const auto file = elsewhere.path() / "giá mới.csv";
    std::filesystem::copy_file(package.path() / "products.csv", file);

    CHECK(found(read_package(file)) ==
          Places{"giá mới.csv:2.media media_missing honey.svg", "giá mới.csv:2.producer unknown_id P1",
                 "giá mới.csv:2.place unknown_id L1", "giá mới.csv:2.certificate unknown_id C1",
                 "giá mới.csv:3.producer unknown_id P2", "giá mới.csv:3.place unknown_id L1"});

    const auto report = read_package(file, &whole.package->catalogue);
    CHECK(found(report) == Places{});
    REQUIRE(report.package);
    CHECK(write_catalogue(report.package->catalogue) == write_catalogue(whole.package->catalogue));
    CHECK(report.package->media.empty());
    CHECK(report.package->kept_media == std::vector<std::string>{"honey.svg"});
}

TEST_CASE("thousands of generated products are read as they were made", "[import]") {
    const testing::TemporaryFolder folder;
    tests::write_generated_package(2'000, folder.path());
    const auto report = read_package(folder.path());
    CHECK(std::none_of(report.problems.begin(), report.problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::error; }));
    REQUIRE(report.package);
    CHECK(report.package->catalogue.products().size() == 2'000);
}
