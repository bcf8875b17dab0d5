#include "pos/leads/lead.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace ocop;

namespace {

Enquiry complete() {
    Enquiry enquiry;
    enquiry.consents = {{consent_to_answer, "1", "Tôi đồng ý", true}};
    enquiry.person = {"Mẫu", "", "0912 345 678", "", ""};
    return enquiry;
}

} // namespace

TEST_CASE("an enquiry needs a name, a number that can be called and a ticked consent that was shown", "[leads]") {
    CHECK(check_enquiry(complete()));
    auto enquiry = complete();
    enquiry.person.name = "  ";
    CHECK(check_enquiry(enquiry).error().key == "error.enquiry_name");
    enquiry.person.phone = "0912";
    CHECK(gaps_in(enquiry) == std::vector{EnquiryGap::name, EnquiryGap::phone});
    enquiry = complete();
    enquiry.person.email = "mau@vi";
    CHECK(check_enquiry(enquiry).error().key == "error.enquiry_email");
    enquiry = complete();
    enquiry.consents[0].ticked = false;
    CHECK(check_enquiry(enquiry).error().key == "error.enquiry_consent");
    enquiry.consents = {{consent_to_answer, "1", "", true}}; // ticked, but no words stood there
    CHECK(check_enquiry(enquiry).error().key == "error.enquiry_consent");
    enquiry.consents = {{consent_to_news, "1", "Tin mới", true}}; // agreed to something else
    CHECK(check_enquiry(enquiry).error().key == "error.enquiry_consent");
}

TEST_CASE("phone numbers are taken as people write them", "[leads]") {
    for (const char* number : {"0912345678", "0912 345 678", "+84 912.345.678", "(0203) 3825-123"})
        CHECK(is_phone_number(number));
    for (const char* number : {"", "1234567", "0912345678901234", "không có", "0912 345 67x"})
        CHECK_FALSE(is_phone_number(number));
}

TEST_CASE("a lead reads back from its body as it was written, and a broken body is refused", "[leads]") {
    Lead lead;
    lead.reason = LeadReason::back_in_stock;
    lead.products = {{Sku("OC001"), "Mật ong"}};
    lead.volume = Volume::over_500;
    lead.needed = Needed::regularly;
    lead.language = "en";
    lead.consents = {{"answer", "1", "I agree", true}, {"news", "1", "News", false}};
    lead.collector = "Gian hàng mẫu";
    lead.keep_until = *Day::parse("2027-11-23");
    lead.person = "row";
    lead.commitment = sha256("x");
    const auto body = lead_to_json(lead);
    const auto read = lead_from_json(body);
    REQUIRE(read);
    CHECK(lead_to_json(*read) == body);
    CHECK(read->consents == lead.consents);
    CHECK(read->volume == Volume::over_500);
    auto newer = body;
    newer["volume"] = "a_word_of_later";
    CHECK(lead_from_json(newer)->volume == Volume::unsaid);
    for (const char* field : {"keep_until", "commitment", "person", "reason"}) {
        auto broken = body;
        broken[field] = nullptr;
        CHECK_FALSE(lead_from_json(broken));
    }
}
