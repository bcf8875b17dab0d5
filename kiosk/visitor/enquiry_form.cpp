#include "kiosk/visitor/enquiry_form.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {

namespace {

// The gaps as the form shows them, whatever the words beside the boxes are.
std::vector<EnquiryGap> gaps_of(const EnquiryForm& form) {
    return gaps_in(enquiry_of(form, {"1", "shown", "shown"}, "vi"));
}

bool has(const std::vector<EnquiryGap>& gaps, EnquiryGap gap) {
    return std::find(gaps.begin(), gaps.end(), gap) != gaps.end();
}

} // namespace

std::string& text_of(Person& person, EnquiryField field) {
    switch (field) {
    case EnquiryField::name:
        return person.name;
    case EnquiryField::company:
        return person.company;
    case EnquiryField::phone:
        return person.phone;
    case EnquiryField::email:
        return person.email;
    case EnquiryField::message:
        break;
    }
    return person.message;
}

const std::string& text_of(const Person& person, EnquiryField field) {
    return text_of(const_cast<Person&>(person), field);
}

std::size_t longest(EnquiryField field) {
    switch (field) {
    case EnquiryField::name:
    case EnquiryField::company:
        return 160;
    case EnquiryField::phone:
        return 24;
    case EnquiryField::email:
        return 120;
    case EnquiryField::message:
        break;
    }
    return 1200;
}

void take_typed(EnquiryForm& form) {
    if (!form.active) return;
    if (form.active == EnquiryField::phone) {
        std::string number = form.typed.text;
        number.erase(std::remove_if(
                         number.begin(), number.end(),
                         [](char c) { return std::string_view("0123456789 +.-()").find(c) == std::string_view::npos; }),
                     number.end());
        if (number != form.typed.text) form.typed = TypedText(std::move(number));
    }
    text_of(form.person, *form.active) = form.typed.text;
}

void move_to(EnquiryForm& form, std::optional<EnquiryField> field) {
    if (form.active && form.active != field &&
        std::find(form.left.begin(), form.left.end(), *form.active) == form.left.end())
        form.left.push_back(*form.active);
    form.active = field;
    form.typed = field ? TypedText(text_of(form.person, *field)) : TypedText();
}

std::optional<EnquiryField> field_after(EnquiryField field) {
    switch (field) {
    case EnquiryField::name:
        return EnquiryField::company;
    case EnquiryField::company:
        return EnquiryField::phone;
    case EnquiryField::phone:
        return EnquiryField::email;
    case EnquiryField::email:
        return EnquiryField::message;
    case EnquiryField::message:
        break;
    }
    return std::nullopt;
}

Enquiry enquiry_of(const EnquiryForm& form, const ConsentWords& words, const std::string& language) {
    Enquiry enquiry;
    enquiry.reason = form.reason;
    enquiry.products = {form.product};
    enquiry.volume = form.volume;
    enquiry.needed = form.needed;
    enquiry.language = language;
    enquiry.consents = {{consent_to_answer, words.version, words.answer, form.agrees},
                        {consent_to_news, words.version, words.news, form.wants_news}};
    enquiry.person = form.person;
    return enquiry;
}

bool can_be_sent(const EnquiryForm& form) {
    return form.state == EnquiryForm::State::writing && gaps_of(form).empty();
}

std::string problem_of(const EnquiryForm& form, EnquiryField field) {
    if (form.active == field || std::find(form.left.begin(), form.left.end(), field) == form.left.end()) return {};
    const auto gaps = gaps_of(form);
    if (field == EnquiryField::name && has(gaps, EnquiryGap::name)) return "visitor.enquiry.name_missing";
    if (field == EnquiryField::phone && has(gaps, EnquiryGap::phone)) return "visitor.enquiry.phone_wrong";
    if (field == EnquiryField::email && has(gaps, EnquiryGap::email)) return "visitor.enquiry.email_wrong";
    return {};
}

} // namespace ocop::kiosk
