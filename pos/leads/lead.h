// A wholesale enquiry. The journal holds what was asked for and what was agreed to; who asked is a row of the table
// `personal`, named by the lead and sealed to the readers (pos/journal/personal.h).
#pragma once

#include "pos/base/result.h"
#include "pos/base/text_id.h"
#include "pos/base/time.h"
#include "pos/journal/entry.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ocop {

// One box that a visitor could tick, with the words beside it: who has to prove the agreement must show what was read.
struct Consent {
    std::string id;      // "answer", "news"
    std::string version; // of the wording
    std::string text;    // as shown, in the lead's language
    bool ticked = false;
    bool operator==(const Consent&) const = default;
};
inline constexpr const char* consent_to_answer = "answer"; // without it nothing may be kept
inline constexpr const char* consent_to_news = "news";

// The fields that never enter the chain.
struct Person {
    std::string name;
    std::string company;
    std::string phone;
    std::string email;
    std::string message;
    bool operator==(const Person&) const = default;
};
nlohmann::json person_to_json(const Person& person);
Person person_from_json(const nlohmann::json& fields); // missing fields stay empty

enum class LeadReason { bulk, back_in_stock };
enum class Volume { unsaid, up_to_100, up_to_500, over_500 };
enum class Needed { unsaid, this_month, tet, regularly };
std::string to_text(LeadReason reason);
std::string to_text(Volume volume); // "up_to_100"; unsaid: empty
std::string to_text(Needed needed);

// What a visitor hands in.
struct Enquiry {
    std::string id; // UUIDv7, made when the form is sent, so that a repeated attempt is seen
    LeadReason reason = LeadReason::bulk;
    std::vector<Sku> products;
    Volume volume = Volume::unsaid;
    Needed needed = Needed::unsaid;
    std::string language;
    std::vector<Consent> consents;
    Person person;
};

// What keeps an enquiry from being sent, in the order of the form.
enum class EnquiryGap { name, phone, email, consent };
std::vector<EnquiryGap> gaps_in(const Enquiry& enquiry);
// 8 to 15 digits, with the signs people write between them.
bool is_phone_number(std::string_view text);
// Refused with the sentence that names the first gap.
Result<> check_enquiry(const Enquiry& enquiry);

struct LeadProduct {
    Sku sku;
    std::string name; // as the catalogue had it, in Vietnamese
    bool operator==(const LeadProduct&) const = default;
};

struct Lead {
    std::string id;      // of the entry
    Instant recorded_at; // of the entry
    LeadReason reason = LeadReason::bulk;
    std::vector<LeadProduct> products;
    Volume volume = Volume::unsaid;
    Needed needed = Needed::unsaid;
    std::string language;
    std::vector<Consent> consents;
    std::string collector; // who asks for the fields and answers for them
    Day keep_until;        // the last day they may be kept
    std::string person;    // row of `personal`
    Hash commitment{};     // SHA-256(salt ‖ fields)
    bool erased = false;   // an erasure entry names it
};

nlohmann::json lead_to_json(const Lead& lead); // the body; id, time and erasure are of the entries
Result<Lead> lead_from_json(const nlohmann::json& body);

// Months after which the fields are erased; the consent's wording says so too.
inline constexpr int months_kept = 12;

} // namespace ocop
