#include "kiosk/visitor/enquiry.h"

#include "kiosk/visitor/visitor.h"
#include "tests/support/enquiries.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/headless_ui.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;
using ocop::test::HeadlessUi;
using ocop::testing::person_message;
using ocop::testing::person_name;
using ocop::testing::person_phone;

namespace {

struct NoPictures final : Pictures {
    Picture request(std::string_view, float, float) override { return {}; }
};

// A visitor in front of the whole visitor's half, with a storage that only the test answers for.
struct EnquiryShowroom {
    std::shared_ptr<const Catalogue> catalogue = std::make_shared<const Catalogue>(tests::generate_catalogue(30));
    std::unique_ptr<VisitorView> view;
    NoPictures pictures;
    Visitor visitor;
    Instant wall = instant_of(*Day::parse("2026-11-23"), {10, 42, 0});
    bool takes_enquiries = true;
    std::vector<Visitor::Outcome::Sent> sent;
    HeadlessUi ui;

    explicit EnquiryShowroom(float width = 1920, float height = 1080, StockLevels stock = {})
        : ui([this](Ui& drawn) { draw(drawn); }, width, height) {
        view = std::make_unique<VisitorView>(catalogue, std::move(stock), *Day::parse("2026-11-23"));
        ui.settle();
    }
    void draw(Ui& drawn) {
        if (!view) return;
        VisitorContext context{*view, pictures, wall, "Gian hàng mẫu", "Hội chợ mẫu", true};
        context.takes_enquiries = takes_enquiries;
        auto outcome = visitor.draw(drawn, context);
        if (outcome.enquiry) sent.push_back(std::move(*outcome.enquiry));
    }
    const EnquiryForm& form() const { return visitor.session().enquiry; }
    void open_story() {
        ui.press({ui.options.scale.width / 2, ui.options.scale.height / 2});
        ui.release();
        ui.settle();
        if (visitor.session().page != Page::story) {
            ui.tap("bar.products");
            ui.settle();
            for (const auto& name : ui.names())
                if (name.rfind("product/", 0) == 0 && ui.has(name)) {
                    ui.tap(name);
                    break;
                }
        }
        ui.settle();
        REQUIRE(visitor.session().page == Page::story);
    }
    // Scrolls the story until the target can be touched.
    void reach(const char* target) {
        const auto& scale = ui.options.scale;
        const float x = scale.width * (scale.portrait() ? 0.5f : 0.85f);
        for (int drags = 0; drags < 40 && !ui.has(target); ++drags) {
            ui.drag({x, scale.height * 0.6f}, {x, scale.height * 0.3f});
            ui.settle();
        }
        REQUIRE(ui.has(target));
    }
    void open_form() {
        open_story();
        reach("story.ask");
        ui.tap("story.ask");
        ui.settle();
        REQUIRE(visitor.session().page == Page::enquiry);
    }
    void hide_keyboard() {
        if (ui.has("key/hide")) ui.tap("key/hide");
        ui.settle();
    }
    void write(const char* target, const char* text) {
        hide_keyboard();
        ui.tap(target);
        ui.settle();
        ui.type(text);
        ui.settle();
    }
    void leave_fields() { // a choice takes the typing from the field
        hide_keyboard();
        ui.tap("enquiry.volume/1");
        ui.settle();
    }
};

} // namespace

TEST_CASE("an enquiry is sent only with name, number and a consent that the visitor ticked", "[kiosk][enquiry]") {
    EnquiryShowroom room;
    room.open_form();
    CHECK_FALSE(room.form().agrees);
    CHECK_FALSE(room.form().wants_news);
    CHECK_FALSE(room.ui.target("enquiry.send").enabled);
    room.write("enquiry.name", person_name);
    room.write("enquiry.phone", person_phone);
    CHECK_FALSE(room.ui.target("enquiry.send").enabled);
    CHECK(room.ui.shows(test::language("vi").text("visitor.enquiry.still_consent")));
    room.leave_fields();
    room.ui.tap("enquiry.agree");
    room.ui.settle();
    CHECK(room.ui.target("enquiry.send").enabled);
    room.write("enquiry.message", person_message);
    room.leave_fields();
    room.ui.tap("enquiry.send");
    room.ui.settle();
    REQUIRE(room.sent.size() == 1);
    const auto& enquiry = room.sent[0].enquiry;
    CHECK(enquiry.person.name == person_name);
    CHECK(enquiry.person.message == person_message);
    CHECK(check_enquiry(enquiry));
    REQUIRE(enquiry.consents.size() == 2);
    CHECK(enquiry.consents[0].ticked);
    CHECK(room.ui.texts().size() > 0);
    CHECK(enquiry.consents[0].text.find("Tôi đồng ý gửi tên") == 0);
    CHECK_FALSE(enquiry.consents[1].ticked);
    CHECK_FALSE(room.ui.target("enquiry.send").enabled); // it is being saved

    SECTION("saved: thanks, and nothing of the person is left on the screen or in the session") {
        room.visitor.enquiry_saved(room.sent[0].number);
        room.ui.settle();
        CHECK(room.form().person == Person{});
        CHECK_FALSE(room.ui.shows(person_name));
        CHECK_FALSE(room.ui.shows(person_phone));
        room.ui.tap("enquiry.go_on");
        room.ui.settle();
        CHECK(room.visitor.session().page == Page::story);
    }
    SECTION("refused: the form keeps everything and says why, and can be sent again") {
        room.visitor.enquiry_refused(room.sent[0].number, {ErrorKind::storage, "error.not_saved", {}, {}});
        room.ui.settle();
        CHECK(room.form().person.phone == person_phone);
        CHECK(room.ui.shows(test::language("vi").text("error.not_saved").substr(0, 12)));
        room.ui.frame(1000); // a second press at once would be ignored
        room.ui.tap("enquiry.send");
        room.ui.settle();
        REQUIRE(room.sent.size() == 2);
        CHECK(room.sent[1].number != room.sent[0].number);
    }
    SECTION("an answer for a form that was left changes nothing for the next visitor") {
        room.visitor.reset(room.ui.options.now);
        room.visitor.enquiry_saved(room.sent[0].number);
        room.ui.settle();
        CHECK(room.form() == EnquiryForm{});
        CHECK(room.visitor.session().page == Page::attract);
    }
}

TEST_CASE("what is wrong is said at its field once it was left, not while typing", "[kiosk][enquiry]") {
    EnquiryShowroom room;
    room.open_form();
    const auto& words = test::language("vi");
    room.write("enquiry.phone", "0912x");
    CHECK(room.form().person.phone == "0912"); // letters are not for this field
    CHECK_FALSE(room.ui.shows(words.text("visitor.enquiry.phone_wrong")));
    room.write("enquiry.email", "không phải email");
    CHECK(room.ui.shows(words.text("visitor.enquiry.phone_wrong")));
    room.leave_fields();
    CHECK(room.ui.shows(words.text("visitor.enquiry.email_wrong")));
    room.write("enquiry.phone", "");
    room.ui.press_key(Key::backspace);
    room.ui.settle();
    CHECK(room.form().person.phone == "091");
    CHECK_FALSE(room.ui.shows(words.text("visitor.enquiry.phone_wrong")));
}

TEST_CASE("the screen keyboard writes Vietnamese into the form and leads through its fields", "[kiosk][enquiry]") {
    EnquiryShowroom room;
    room.open_form();
    room.ui.tap("enquiry.name");
    room.ui.settle();
    for (const char* key : {"key/m", "key/â", "key/u", "key/nga"})
        room.ui.tap(key);
    CHECK(room.form().person.name == "mẫu");
    room.ui.tap("key/enter");
    room.ui.settle();
    CHECK(room.form().active == EnquiryField::company);
    room.ui.tap("key/enter");
    room.ui.settle();
    REQUIRE(room.form().active == EnquiryField::phone);
    for (const char* key : {"key/0", "key/9", "key/a", "key/1"})
        room.ui.tap(key);
    CHECK(room.form().person.phone == "091");
    const Rect field = room.ui.target("enquiry.phone").hit;
    CHECK(field.h > 0); // it was scrolled above the keyboard
    room.ui.tap("key/hide");
    room.ui.settle();
    CHECK_FALSE(room.ui.has("key/a"));
}

TEST_CASE("leaving the form by any way wipes it", "[kiosk][enquiry]") {
    EnquiryShowroom room;
    room.open_form();
    room.write("enquiry.name", person_name);
    SECTION("back") {
        room.hide_keyboard();
        room.ui.tap("enquiry.back");
        room.ui.settle();
        CHECK(room.visitor.session().page != Page::enquiry);
    }
    SECTION("another page") {
        room.ui.tap("bar.home");
        room.ui.settle();
        CHECK(room.visitor.session().page != Page::enquiry);
    }
    SECTION("the idle reset") {
        for (int second = 0; second < 200; ++second)
            room.ui.frame(1000);
        CHECK(room.visitor.session().page == Page::attract);
    }
    SECTION("staff") {
        room.visitor.reset(room.ui.options.now);
        room.ui.settle();
        CHECK(room.visitor.session().page != Page::enquiry);
    }
    room.ui.settle();
    CHECK(room.form() == EnquiryForm{});
    room.ui.settle();
    CHECK_FALSE(room.ui.shows(person_name));
}

TEST_CASE("an enquiry is offered only where somebody could read it", "[kiosk][enquiry]") {
    EnquiryShowroom room;
    room.takes_enquiries = false;
    room.open_story();
    CHECK_FALSE(room.ui.has("story.ask"));
}

TEST_CASE("sold out asks when it is back", "[kiosk][enquiry]") {
    StockLevels none;
    const auto catalogue = tests::generate_catalogue(30);
    for (const auto& product : catalogue.products())
        none[product.sku] = Quantity{};
    EnquiryShowroom room(1920, 1080, none);
    room.open_form();
    CHECK(room.form().reason == LeadReason::back_in_stock);
    CHECK(room.ui.shows(test::language("vi").text("visitor.enquiry.title_back")));
}

TEST_CASE("the form is sound on every screen, in both languages and all text sizes", "[kiosk][enquiry]") {
    const auto [width, height] =
        GENERATE(std::pair{1920.0f, 1080.0f}, std::pair{1080.0f, 1920.0f}, std::pair{1366.0f, 768.0f});
    const auto* code = GENERATE("vi", "en");
    const auto size = GENERATE(TextSize::normal, TextSize::largest);
    EnquiryShowroom room(width, height);
    room.ui.options.language = &test::language(code);
    room.open_form();
    room.ui.options.text_size = size;
    room.ui.settle();
    INFO(width << "×" << height << " " << code << " " << static_cast<int>(size));
    CHECK(room.ui.problems() == std::vector<std::string>{});
    for (int pages = 0; pages < 20 && !room.ui.has("enquiry.agree"); ++pages) { // without a drag
        room.ui.tap("enquiry.form/down");
        room.ui.settle();
    }
    CHECK(room.ui.has("enquiry.agree"));
    CHECK(room.ui.problems() == std::vector<std::string>{});
    for (int drags = 0; drags < 40 && !room.ui.has("enquiry.name"); ++drags) {
        room.ui.drag({width * 0.3f, height * 0.4f}, {width * 0.3f, height * 0.7f});
        room.ui.settle();
    }
    room.ui.tap("enquiry.name");
    room.ui.type(person_name);
    room.ui.settle();
    CHECK(room.ui.problems() == std::vector<std::string>{});
}

TEST_CASE("one tap on a face is counted once for its product", "[kiosk][feedback]") {
    EnquiryShowroom room;
    room.open_story();
    const auto sku = room.visitor.session().open_product;
    room.reach("feedback/good");
    room.ui.tap("feedback/good");
    room.ui.settle();
    CHECK_FALSE(room.ui.has("feedback/good"));
    CHECK(room.ui.shows(test::language("vi").text("visitor.feedback.thanks")));
    auto counts = room.visitor.usage().take_all();
    REQUIRE(counts);
    CHECK(counts->counts.products[sku].good == 1);
    CHECK(counts->counts.products[sku].views == 1);
}
