#include "kiosk/visitor/enquiry_form.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

namespace {

void write(EnquiryForm& form, EnquiryField field, const char* text) {
    move_to(form, field);
    form.typed = TypedText(text);
    take_typed(form);
}

EnquiryForm complete() {
    EnquiryForm form;
    form.product = Sku("A");
    write(form, EnquiryField::name, "Mẫu");
    write(form, EnquiryField::phone, "0912 345 678");
    form.agrees = true;
    return form;
}

} // namespace

TEST_CASE("a fresh form agrees to nothing and cannot be sent", "[enquiry]") {
    const EnquiryForm form;
    CHECK_FALSE(form.agrees);
    CHECK_FALSE(form.wants_news);
    CHECK_FALSE(can_be_sent(form));
    CHECK(can_be_sent(complete()));
    auto news = complete();
    news.agrees = false;
    news.wants_news = true; // is not what is needed
    CHECK_FALSE(can_be_sent(news));
    auto sending = complete();
    sending.state = EnquiryForm::State::sending;
    CHECK_FALSE(can_be_sent(sending));
}

TEST_CASE("a field keeps what was typed when another one is typed into", "[enquiry]") {
    EnquiryForm form;
    write(form, EnquiryField::phone, "09a12");
    CHECK(form.person.phone == "0912");
    CHECK(form.typed.text == "0912");
    write(form, EnquiryField::message, "Cần hàng");
    CHECK(form.person.phone == "0912");
    move_to(form, EnquiryField::phone);
    CHECK(form.typed.text == "0912");
    CHECK(problem_of(form, EnquiryField::phone).empty()); // it is being typed
    move_to(form, std::nullopt);
    CHECK(problem_of(form, EnquiryField::phone) == "visitor.enquiry.phone_wrong");
    CHECK(problem_of(form, EnquiryField::name).empty()); // nobody was there yet
}

TEST_CASE("the fields follow one another and end", "[enquiry]") {
    int fields = 1;
    for (auto field = field_after(EnquiryField::name); field; field = field_after(*field))
        ++fields;
    CHECK(fields == 5);
}

TEST_CASE("an enquiry carries the words that were shown, ticked or not", "[enquiry]") {
    const auto enquiry = enquiry_of(complete(), {"7", "Tôi đồng ý", "Tin mới"}, "vi");
    REQUIRE(enquiry.consents.size() == 2);
    CHECK(enquiry.consents[0] == Consent{consent_to_answer, "7", "Tôi đồng ý", true});
    CHECK(enquiry.consents[1] == Consent{consent_to_news, "7", "Tin mới", false});
    CHECK(check_enquiry(enquiry));
    CHECK(enquiry.products == std::vector{Sku("A")});
}
