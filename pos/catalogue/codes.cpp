#include "pos/catalogue/codes.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ocop {
namespace {

template <class Choice, std::size_t Count>
using Codes = std::array<std::pair<Choice, std::string_view>, Count>;

constexpr Codes<Stars, 4> stars_codes{
    {{Stars::three, "3"}, {Stars::four, "4"}, {Stars::potential_five, "potential5"}, {Stars::five, "5"}}};
constexpr Codes<CertificateStatus, 2> status_codes{
    {{CertificateStatus::recognised, "recognised"}, {CertificateStatus::proposed, "proposed"}}};
constexpr Codes<ProducerType, 5> producer_codes{{{ProducerType::enterprise, "enterprise"},
                                                 {ProducerType::cooperative, "cooperative"},
                                                 {ProducerType::cooperative_group, "cooperative_group"},
                                                 {ProducerType::household, "household"},
                                                 {ProducerType::other, "other"}}};
constexpr Codes<SoldBy, 2> sold_by_codes{{{SoldBy::piece, "piece"}, {SoldBy::weight, "weight"}}};
constexpr Codes<ProductKind, 2> kind_codes{{{ProductKind::goods, "goods"}, {ProductKind::service, "service"}}};

template <class Choice, std::size_t Count>
std::string_view find_code(const Codes<Choice, Count>& codes, Choice choice) {
    for (const auto& [value, code] : codes)
        if (value == choice) return code;
    throw std::logic_error("a choice of the catalogue has no code");
}

template <class Choice, std::size_t Count>
std::optional<Choice> find_choice(const Codes<Choice, Count>& codes, std::string_view text) {
    for (const auto& [value, code] : codes)
        if (code == text) return value;
    return std::nullopt;
}

} // namespace

std::string_view code_of(Stars stars) {
    return find_code(stars_codes, stars);
}
std::string_view code_of(CertificateStatus status) {
    return find_code(status_codes, status);
}
std::string_view code_of(ProducerType type) {
    return find_code(producer_codes, type);
}
std::string_view code_of(SoldBy sold_by) {
    return find_code(sold_by_codes, sold_by);
}
std::string_view code_of(ProductKind kind) {
    return find_code(kind_codes, kind);
}

std::optional<Stars> stars_from(std::string_view code) {
    return find_choice(stars_codes, code);
}
std::optional<CertificateStatus> certificate_status_from(std::string_view code) {
    return find_choice(status_codes, code);
}
std::optional<ProducerType> producer_type_from(std::string_view code) {
    return find_choice(producer_codes, code);
}
std::optional<SoldBy> sold_by_from(std::string_view code) {
    return find_choice(sold_by_codes, code);
}
std::optional<ProductKind> product_kind_from(std::string_view code) {
    return find_choice(kind_codes, code);
}

bool is_product_group(std::string_view code) {
    return std::find(product_groups.begin(), product_groups.end(), code) != product_groups.end();
}

bool is_export_market(std::string_view code) {
    if (code == european_union) return true;
    for (const auto* const* country = uloc_getISOCountries(); *country != nullptr; ++country)
        if (code == *country) return true;
    return false;
}

} // namespace ocop
