// What a visitor has written into the enquiry so far: part of the session and gone with it. Pure: no screen.
#pragma once

#include "pos/leads/lead.h"
#include "pos/text/typing.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

enum class EnquiryField { name, company, phone, email, message };

struct EnquiryForm {
    LeadReason reason = LeadReason::bulk;
    Sku product;
    Person person;
    Volume volume = Volume::unsaid;
    Needed needed = Needed::unsaid;
    bool agrees = false;                // to be answered
    bool wants_news = false;            // something else, so its own box
    std::optional<EnquiryField> active; // takes the typing
    TypedText typed;                    // what the active field holds, for the keyboard
    std::vector<EnquiryField> left;     // fields that were left: what is wrong in them may be said

    enum class State { writing, sending, sent };
    State state = State::writing;
    std::optional<Error> refused; // the last attempt was not saved, and why
    std::uint64_t number = 0;     // of this form while it is sent, for the answer

    bool operator==(const EnquiryForm&) const = default;
};

std::string& text_of(Person& person, EnquiryField field);
const std::string& text_of(const Person& person, EnquiryField field);
// Bytes a field takes; more is not typed.
std::size_t longest(EnquiryField field);

// After the keyboard changed `typed`: the active field holds it. A telephone number takes its own characters only.
void take_typed(EnquiryForm& form);
// To another field, or to none.
void move_to(EnquiryForm& form, std::optional<EnquiryField> field);
std::optional<EnquiryField> field_after(EnquiryField field); // in the order of the form

// The words beside the boxes, as they are shown, with the version of that wording.
struct ConsentWords {
    std::string version;
    std::string answer;
    std::string news;
};
Enquiry enquiry_of(const EnquiryForm& form, const ConsentWords& words, const std::string& language);

// Nothing is missing that a person could not say later: name, number and the agreement are there.
bool can_be_sent(const EnquiryForm& form);
// What is wrong with a field, as a key of a sentence; empty while it is being typed, was not left yet, or is right.
std::string problem_of(const EnquiryForm& form, EnquiryField field);

} // namespace ocop::kiosk
