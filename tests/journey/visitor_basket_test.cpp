// A visitor's basket on its way to the counter, through real windows: by its four digits on the same machine after a
// restart, and by its QR code, read off the screen, on a machine that has never heard of it.
#include "pos/store/database.h"
#include "pos/till/till.h"
#include "tests/support/automated_kiosk.h"
#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <cstdlib>

using namespace ocop;
using namespace ocop::testing;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Machine {
    TemporaryFolder folder;
    fs::path data = folder.path() / "till";
    explicit Machine(const std::string& code) {
        REQUIRE(std::getenv("DISPLAY") != nullptr); // tests/run.sh brings one
        REQUIRE(run_program(program("ocop"), {"--data", data.string(), "init", "--demo", "--till", code}).status == 0);
    }
    AutomatedKiosk start(const std::string& side) const {
        return AutomatedKiosk(data, folder.path(), {"--window", "1280x720", "--start", side});
    }
    Sale sale(const std::string& id) const {
        auto reader = Database::open_reader(DataDirectory(data).journal());
        return *read_sale(reader, id);
    }
};

std::vector<std::string> names_of(AutomatedKiosk& kiosk, const std::string& prefix) {
    std::vector<std::string> names;
    const auto listed = *kiosk.ask({{"do", "targets"}});
    for (const auto& target : listed.at("targets")) {
        const auto name = target.at("name").get<std::string>();
        if (name.rfind(prefix, 0) == 0 && target.at("visible") == true) names.push_back(name);
    }
    return names;
}

// Two different products of the list, the first one twice.
void fill_basket(AutomatedKiosk& kiosk) {
    REQUIRE(kiosk.tap("attract.start"));
    for (const std::size_t index : {0U, 1U, 0U}) {
        REQUIRE(kiosk.tap("bar.products"));
        const auto products = names_of(kiosk, "product/");
        REQUIRE(products.size() > index);
        REQUIRE(kiosk.tap(products[index]));
        REQUIRE(kiosk.tap("story.add"));
    }
    REQUIRE(kiosk.tap("bar.basket"));
    REQUIRE(kiosk.tap("basket.code"));
}

// As a phone or a scanner reads it.
std::string qr_on_screen(AutomatedKiosk& kiosk, const fs::path& picture) {
    REQUIRE(kiosk.ask({{"do", "screenshot"}, {"file", picture.string()}})->contains("ok"));
    const auto read = run_program("/usr/bin/zbarimg", {"--quiet", "--raw", picture.string()});
    REQUIRE(read.status == 0);
    return read.out.substr(0, read.out.find('\n'));
}

void sign_in(AutomatedKiosk& kiosk) {
    REQUIRE(kiosk.tap("pin.person.hanh"));
    for (const char digit : std::string("102030"))
        REQUIRE(kiosk.tap(std::string("pin/") + digit));
    REQUIRE(kiosk.page() == "open_shift");
    REQUIRE(kiosk.tap("notes.50000/more"));
    REQUIRE(kiosk.tap("open.confirm"));
    REQUIRE(kiosk.page() == "selling");
}

std::string sell(AutomatedKiosk& kiosk) {
    REQUIRE(kiosk.tap("order.cash"));
    REQUIRE(kiosk.tap("tender.0"));
    REQUIRE(kiosk.tap("pay.finish"));
    REQUIRE(kiosk.page() == "done");
    REQUIRE_FALSE(kiosk.change_shown().empty());
    return kiosk.change_shown().back();
}

} // namespace

TEST_CASE("a visitor's basket is sold by its code after a restart, and by its QR code on another machine",
          "[journey][basket]") {
    const Machine showroom("Q1");
    std::string text;
    {
        auto kiosk = showroom.start("visitor");
        fill_basket(kiosk);
        text = qr_on_screen(kiosk, showroom.folder.path() / "basket.png");
        kiosk.end(SIGKILL); // the power goes
    }
    REQUIRE(text.rfind("OCOP-B1-1", 0) == 0);
    const auto code = text.substr(8, 4);

    std::string id;
    {
        auto kiosk = showroom.start("till");
        sign_in(kiosk);
        REQUIRE(kiosk.ask({{"do", "type"}, {"text", code}})->contains("ok"));
        REQUIRE(kiosk.tap("basket.take"));
        id = sell(kiosk);
        CHECK(kiosk.ask({{"do", "quit"}})->contains("ok"));
        CHECK(kiosk.end(0).status == 0);
    }
    const auto sold = showroom.sale(id);
    CHECK(sold.from_basket == code);
    REQUIRE(sold.lines.size() == 2);
    CHECK(sold.lines[0].quantity == Quantity::of(2));

    const Machine counter("Q9");
    {
        auto kiosk = counter.start("till");
        REQUIRE(kiosk.scan(text)); // nobody is signed in: the basket waits
        CHECK(kiosk.page() == "pin");
        sign_in(kiosk);
        id = sell(kiosk);
        REQUIRE(kiosk.scan(text)); // the same basket again is asked about
        CHECK(kiosk.page() == "selling");
        CHECK(names_of(kiosk, "basket/do").size() == 1);
        REQUIRE(kiosk.tap("basket/safe"));
        CHECK_FALSE(kiosk.tap("order.cash"));
        CHECK(kiosk.ask({{"do", "quit"}})->contains("ok"));
        CHECK(kiosk.end(0).status == 0);
    }
    const auto elsewhere = counter.sale(id);
    CHECK(elsewhere.from_basket == code);
    REQUIRE(elsewhere.lines.size() == 2);
    CHECK(elsewhere.lines[0].sku == sold.lines[0].sku);
    CHECK(elsewhere.total == sold.total);
}
