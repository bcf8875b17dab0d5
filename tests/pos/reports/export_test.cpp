// What leaves the till as a file is what the shifts were signed off with, to the đồng; read back by a reader that
// shares nothing with the writers.
#include "pos/reports/export_file.h"

#include "pos/catalogue/import/archive.h"
#include "pos/catalogue/import/workbook_reader.h"
#include "pos/catalogue/release.h"
#include "pos/store/whole_file.h"
#include "pos/till/till.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace ocop;
using ocop::testing::TemporaryFolder;

namespace {

// Two days of selling in three shifts, and a shift of training that must not show anywhere.
struct Fair {
    TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{5};
    DataDirectory directory{folder.path() / "till"};
    Language language = std::move(*Language::load(OCOP_SOURCE_DIR "/assets", "vi"));
    StaffId lan{"lan"};
    Till till;
    std::vector<ZReport> shifts; // without the training

    Fair() : till(std::move(*Till::create(directory, "test", "Q2", clock, randomness))) {
        const auto stored = store_release(directory, tests::generate_catalogue(60), {});
        REQUIRE(stored);
        REQUIRE(till.adopt_release(stored->manifest.release, stored->manifest_sha256));
        REQUIRE(till.set_staff({lan, "Nguyễn Thị Lan", Role::cashier, *hash_pin("123456"), true}));
        for (int shift = 0; shift < 4; ++shift)
            work(shift, shift == 1);
    }

    void work(int shift, bool training) {
        REQUIRE(till.open_shift(lan, Dong{500'000}, training));
        for (int sale = 0; sale < 5; ++sale)
            sell(shift, sale);
        const auto figures = till.shift_figures();
        REQUIRE(figures);
        const auto report = till.close_shift(lan, figures->expected_cash, "");
        REQUIRE(report);
        if (!training) shifts.push_back(*report);
        clock.advance(9 * 3'600'000); // the third shift opens on the next day
    }

    void sell(int shift, int sale) {
        auto cart = till.new_cart();
        std::size_t number = 0;
        for (const auto& product : till.catalogue()->products()) {
            if (!product.price || ++number % 7 != static_cast<std::size_t>((shift + sale) % 7)) continue;
            const bool weighed = product.sold_by == SoldBy::weight;
            REQUIRE(add_to_cart(cart, product, weighed ? Quantity{1'375} : Quantity::of(1 + sale)));
            if (sale == 3) cart.lines.back().discount = {Dong{1'000}, {}, "Mừng hội chợ", {}};
        }
        REQUIRE(cart.lines.size() >= 3);
        if (sale == 2) cart.discount = {Dong{1'001}, {}, "Khách quen", {}}; // no line takes a whole third of it
        std::vector<Tender> tenders{{PaymentMethod::cash, Dong{}, {}}};
        if (sale % 2 == 1) tenders.insert(tenders.begin(), {PaymentMethod::transfer, Dong{7'000}, "OCAAAAAA"});
        if (sale == 4) tenders.insert(tenders.begin(), {PaymentMethod::card, Dong{3'000}, "1234"});
        const auto sold = till.complete_sale(cart, tenders, lan);
        REQUIRE(sold);
    }

    Dong sum(Dong ShiftFigures::*field) const {
        Dong total;
        for (const auto& shift : shifts)
            total += shift.figures.*field;
        return total;
    }
    Dong paid_by(const std::string& method) const {
        Dong total;
        for (const auto& shift : shifts)
            if (const auto found = shift.figures.by_method.find(method); found != shift.figures.by_method.end())
                total += found->second;
        return total;
    }
};

std::size_t column_of(const RawTable& table, const std::string& heading) {
    const auto& cells = table.rows.at(0).cells;
    const auto found = std::find(cells.begin(), cells.end(), heading);
    REQUIRE(found != cells.end());
    return static_cast<std::size_t>(found - cells.begin());
}

// The column added up, and what the sheet's own last row says.
std::pair<std::int64_t, std::int64_t> sums(const RawTable& table, const std::string& heading) {
    const auto column = column_of(table, heading);
    std::int64_t sum = 0;
    for (std::size_t row = 1; row + 1 < table.rows.size(); ++row)
        sum += std::stoll(table.rows[row].cells.at(column));
    return {sum, std::stoll(table.rows.back().cells.at(column))};
}

std::string content_of(const std::filesystem::path& file) {
    auto bytes = read_bytes(file, 64 * 1024 * 1024);
    REQUIRE(bytes);
    return std::move(*bytes);
}

// Lines of a CSV file without quoted line breaks, cells without their quotes.
std::vector<std::vector<std::string>> rows_of_csv(const std::string& text) {
    std::vector<std::vector<std::string>> rows(1);
    std::string cell;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"')
            cell += text[++at];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == ',' || c == '\n')) {
            rows.back().push_back(std::exchange(cell, {}));
            if (c == '\n') rows.emplace_back();
        } else if (quoted || c != '\r')
            cell += c;
    }
    if (rows.back().empty()) rows.pop_back();
    return rows;
}

} // namespace

TEST_CASE("every sheet of the workbook adds up to what the shifts were signed off with", "[reports]") {
    Fair fair;
    const auto file = fair.folder.path() / "sales.xlsx";
    const auto summary = export_xlsx(fair.till.journal().database(), {}, fair.language, file);
    REQUIRE(summary);
    const auto net = fair.sum(&ShiftFigures::net);
    CHECK(summary->total == net);
    CHECK(net.amount > 0);

    ProblemList problems;
    const auto sheets = read_workbook(file, problems);
    REQUIRE(sheets);
    REQUIRE(sheets->size() == 6);
    const auto total = fair.language.text("export.total");
    const auto& lines = sheets->at("dòng hàng");
    CHECK(lines.rows.size() == static_cast<std::size_t>(summary->rows) + 2);
    for (const auto& [name, sheet] : *sheets) {
        if (name == "quan tâm") continue; // views beside sales, see interest_test.cpp
        INFO(name);
        const auto [added, said] = sums(sheet, total);
        CHECK(added == net.amount);
        CHECK(said == net.amount);
    }
    for (const char* name : {"theo nhà sản xuất", "theo ngày", "theo hạng sao"}) {
        INFO(name);
        const auto& sheet = sheets->at(name);
        CHECK(sums(sheet, fair.language.text("export.gross")).first == fair.sum(&ShiftFigures::gross).amount);
        CHECK(sums(sheet, fair.language.text("export.discount")).first == fair.sum(&ShiftFigures::discount).amount);
        CHECK(sums(sheet, fair.language.text("export.tax")).first == fair.sum(&ShiftFigures::tax).amount);
    }
    CHECK(fair.sum(&ShiftFigures::discount).amount > 0);

    const auto& payments = sheets->at("theo thanh toán");
    std::map<std::string, std::int64_t> by_method;
    for (std::size_t row = 1; row + 1 < payments.rows.size(); ++row)
        by_method[payments.rows[row].cells.at(0)] = std::stoll(payments.rows[row].cells.at(column_of(payments, total)));
    for (const char* method : {"cash", "transfer", "card"}) {
        INFO(method);
        CHECK(fair.paid_by(method).amount > 0);
        CHECK(by_method.at(fair.language.text(std::string("export.method.") + method)) == fair.paid_by(method).amount);
    }
    CHECK(sheets->at("theo ngày").rows.size() == 2 + 2); // heading, two business days, sum
}

TEST_CASE("numbers, days and times of the workbook are typed, not text", "[reports]") {
    Fair fair;
    const auto file = fair.folder.path() / "sales.xlsx";
    REQUIRE(export_xlsx(fair.till.journal().database(), {}, fair.language, file));
    const auto sheet = read_entry(file, "xl/worksheets/sheet1.xml", 16 * 1024 * 1024);
    REQUIRE(sheet);
    // A cell without t="…" is a number (ECMA-376 18.18.11); row 2 is the first line. B: day, C: time, M: quantity,
    // Q: total; A: the receipt is text.
    const auto cell = [&](const std::string& name) {
        const auto at = sheet->find("<c r=\"" + name + "\"");
        REQUIRE(at != std::string::npos);
        return sheet->substr(at, sheet->find('>', at) - at);
    };
    for (const char* number : {"B2", "C2", "M2", "Q2"}) {
        INFO(number);
        CHECK(cell(number).find(" t=") == std::string::npos);
        CHECK(cell(number).find(" s=") != std::string::npos); // with a number format
    }
    CHECK(cell("A2").find(" t=") != std::string::npos);
    const auto value = [&](const std::string& name) {
        const auto from = sheet->find("<v>", sheet->find("<c r=\"" + name + "\"")) + 3;
        return std::stod(sheet->substr(from, 32));
    };
    CHECK(value("B2") == 46'349); // 2026-11-23 in Excel's calendar
    CHECK(value("C2") == Approx(8.0 / 24));
    CHECK(sheet->find("<f>SUM(Q2:Q") != std::string::npos);
}

TEST_CASE("CSV and JSON hold the same lines and the same money", "[reports]") {
    Fair fair;
    auto& database = fair.till.journal().database();
    const auto csv_file = fair.folder.path() / "sales.csv";
    const auto json_file = fair.folder.path() / "sales.json";
    const auto csv = export_csv(database, {}, fair.language, csv_file);
    const auto json = export_json(database, {}, json_file);
    REQUIRE(csv);
    REQUIRE(json);
    const auto net = fair.sum(&ShiftFigures::net);
    CHECK(csv->total == net);
    CHECK(json->total == net);
    CHECK(csv->rows == json->rows);

    const auto text = content_of(csv_file);
    REQUIRE(text.substr(0, 3) == "\xEF\xBB\xBF");
    const auto rows = rows_of_csv(text.substr(3));
    REQUIRE(rows.size() == static_cast<std::size_t>(csv->rows) + 1);
    const auto total = std::find(rows[0].begin(), rows[0].end(), fair.language.text("export.total")) - rows[0].begin();
    std::int64_t sum = 0;
    for (std::size_t row = 1; row < rows.size(); ++row) {
        CHECK(rows[row].size() == rows[0].size());
        sum += std::stoll(rows[row].at(static_cast<std::size_t>(total)));
    }
    CHECK(sum == net.amount);

    const auto document = nlohmann::json::parse(content_of(json_file));
    std::int64_t in_json = 0;
    for (const auto& line : document.at("lines"))
        in_json += line.at("total").get<std::int64_t>();
    CHECK(in_json == net.amount);
}

TEST_CASE("a filter takes its days and its producer, and nothing else", "[reports]") {
    Fair fair;
    auto& database = fair.till.journal().database();
    const auto day = *Day::parse("2026-11-24");
    SaleFilter second_day;
    second_day.from = day;
    second_day.to = day;
    Dong net;
    for (const auto& row : sale_totals(database, second_day, TotalBy::producer))
        net += row.net;
    Dong expected;
    for (const auto& row : sale_totals(database, {}, TotalBy::day))
        if (row.key == "2026-11-24") expected = row.net;
    CHECK(net == expected);
    CHECK(net.amount > 0);
    CHECK(net < fair.sum(&ShiftFigures::net));

    const auto producers = sale_totals(database, {}, TotalBy::producer);
    REQUIRE(producers.size() > 1);
    SaleFilter one;
    one.producer = ProducerId(producers.front().key);
    Dong of_one;
    std::set<std::string> seen;
    for_each_sale_row(database, one, [&](const SaleRow& row) {
        of_one += row.total;
        seen.insert(row.producer);
    });
    CHECK(of_one == producers.front().net);
    CHECK(seen == std::set<std::string>{producers.front().key});
    CHECK(sale_totals(database, one, TotalBy::payment_method).empty());
}

TEST_CASE("a cell that a spreadsheet would compute stays text", "[reports]") {
    for (const char* start : {"=", "+", "-", "@", "\t", "\r"})
        CHECK(formula_safe(std::string(start) + "HYPERLINK(1)").front() == '\'');
    CHECK(formula_safe("Mật ong = ngon") == "Mật ong = ngon");
    CHECK(formula_safe("").empty());
}

TEST_CASE("an export that cannot be written leaves the old file as it was", "[reports]") {
    Fair fair;
    const auto file = fair.folder.path() / "nowhere" / "sales.xlsx";
    CHECK_FALSE(export_xlsx(fair.till.journal().database(), {}, fair.language, file));
    CHECK_FALSE(export_csv(fair.till.journal().database(), {}, fair.language, file));
    CHECK_FALSE(export_json(fair.till.journal().database(), {}, file));
    CHECK_FALSE(std::filesystem::exists(file.parent_path()));
}
