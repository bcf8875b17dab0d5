#include "pos/leads/lead.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace ocop {
namespace {

using nlohmann::json;

constexpr std::array<std::pair<LeadReason, const char*>, 2> reasons{
    {{LeadReason::bulk, "bulk"}, {LeadReason::back_in_stock, "back_in_stock"}}};
constexpr std::array<std::pair<Volume, const char*>, 4> volumes{{{Volume::unsaid, ""},
                                                                 {Volume::up_to_100, "up_to_100"},
                                                                 {Volume::up_to_500, "up_to_500"},
                                                                 {Volume::over_500, "over_500"}}};
constexpr std::array<std::pair<Needed, const char*>, 4> needs{
    {{Needed::unsaid, ""}, {Needed::this_month, "this_month"}, {Needed::tet, "tet"}, {Needed::regularly, "regularly"}}};

template <class Table, class Value>
std::string word_of(const Table& table, Value value) {
    for (const auto& [known, word] : table)
        if (known == value) return word;
    return {};
}

// A word of a newer program reads as the table's first: unsaid.
template <class Table>
auto value_of(const Table& table, const std::string& word) {
    for (const auto& [value, known] : table)
        if (known == word) return value;
    return table.front().first;
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool looks_like_email(const std::string& text) {
    const auto at = text.find('@');
    return at != std::string::npos && at > 0 && text.find('.', at) != std::string::npos && text.back() != '.' &&
           text.find(' ') == std::string::npos;
}

} // namespace

std::string to_text(LeadReason reason) {
    return word_of(reasons, reason);
}
std::string to_text(Volume volume) {
    return word_of(volumes, volume);
}
std::string to_text(Needed needed) {
    return word_of(needs, needed);
}

json person_to_json(const Person& person) {
    return {{"name", person.name},
            {"company", person.company},
            {"phone", person.phone},
            {"email", person.email},
            {"message", person.message}};
}

Person person_from_json(const json& fields) {
    const auto text = [&](const char* name) {
        const auto found = fields.find(name);
        return found != fields.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    return {text("name"), text("company"), text("phone"), text("email"), text("message")};
}

bool is_phone_number(std::string_view text) {
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 8 && digits <= 15 && text.find_first_not_of("0123456789 +.-()") == std::string_view::npos;
}

std::vector<EnquiryGap> gaps_in(const Enquiry& enquiry) {
    std::vector<EnquiryGap> gaps;
    const Person& person = enquiry.person;
    if (is_blank(person.name)) gaps.push_back(EnquiryGap::name);
    if (!is_phone_number(person.phone)) gaps.push_back(EnquiryGap::phone);
    if (!person.email.empty() && !looks_like_email(person.email)) gaps.push_back(EnquiryGap::email);
    const bool agreed = std::any_of(enquiry.consents.begin(), enquiry.consents.end(), [](const Consent& consent) {
        return consent.id == consent_to_answer && consent.ticked && !consent.text.empty();
    });
    if (!agreed) gaps.push_back(EnquiryGap::consent);
    return gaps;
}

Result<> check_enquiry(const Enquiry& enquiry) {
    const auto gaps = gaps_in(enquiry);
    if (gaps.empty()) return {};
    switch (gaps.front()) {
    case EnquiryGap::name:
        return fail(ErrorKind::refused, "error.enquiry_name");
    case EnquiryGap::phone:
        return fail(ErrorKind::refused, "error.enquiry_phone");
    case EnquiryGap::email:
        return fail(ErrorKind::refused, "error.enquiry_email");
    case EnquiryGap::consent:
        break;
    }
    return fail(ErrorKind::refused, "error.enquiry_consent");
}

json lead_to_json(const Lead& lead) {
    json products = json::array();
    for (const auto& product : lead.products)
        products.push_back({{"sku", product.sku.text()}, {"name", product.name}});
    json consents = json::array();
    for (const auto& consent : lead.consents)
        consents.push_back(
            {{"id", consent.id}, {"version", consent.version}, {"text", consent.text}, {"ticked", consent.ticked}});
    return {{"reason", to_text(lead.reason)}, {"products", std::move(products)},
            {"volume", to_text(lead.volume)}, {"needed", to_text(lead.needed)},
            {"language", lead.language},      {"consents", std::move(consents)},
            {"collector", lead.collector},    {"keep_until", lead.keep_until.iso()},
            {"person", lead.person},          {"commitment", to_hex(lead.commitment)}};
}

Result<Lead> lead_from_json(const json& body) {
    try {
        Lead lead;
        lead.reason = value_of(reasons, body.at("reason").get<std::string>());
        for (const auto& product : body.at("products"))
            lead.products.push_back({Sku(product.at("sku").get<std::string>()), product.at("name").get<std::string>()});
        lead.volume = value_of(volumes, body.at("volume").get<std::string>());
        lead.needed = value_of(needs, body.at("needed").get<std::string>());
        lead.language = body.at("language").get<std::string>();
        for (const auto& consent : body.at("consents"))
            lead.consents.push_back({consent.at("id").get<std::string>(), consent.at("version").get<std::string>(),
                                     consent.at("text").get<std::string>(), consent.at("ticked").get<bool>()});
        lead.collector = body.at("collector").get<std::string>();
        const auto keep_until = Day::parse(body.at("keep_until").get<std::string>());
        if (!keep_until) return fail(ErrorKind::refused, "error.lead_broken", {}, "keep_until is not a day");
        lead.keep_until = *keep_until;
        lead.person = body.at("person").get<std::string>();
        OCOP_TRY_ASSIGN(lead.commitment, hash_from_hex(body.at("commitment").get<std::string>()));
        return lead;
    } catch (const json::exception& failure) {
        return fail(ErrorKind::refused, "error.lead_broken", {}, failure.what());
    }
}

} // namespace ocop
