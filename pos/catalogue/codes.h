// The words that the catalogue package and the catalogue document use for choices (assets/demo/README.md).
#pragma once

#include "pos/catalogue/catalogue.h"

#include <array>
#include <optional>
#include <string_view>

namespace ocop {

std::string_view code_of(Stars stars);              // "3", "4", "potential5", "5"
std::string_view code_of(CertificateStatus status); // "recognised", "proposed"
std::string_view code_of(ProducerType type);        // "enterprise", "cooperative", "cooperative_group", ...
std::string_view code_of(SoldBy sold_by);           // "piece", "weight"
std::string_view code_of(ProductKind kind);         // "goods", "service"

// nullopt: no such word.
std::optional<Stars> stars_from(std::string_view code);
std::optional<CertificateStatus> certificate_status_from(std::string_view code);
std::optional<ProducerType> producer_type_from(std::string_view code);
std::optional<SoldBy> sold_by_from(std::string_view code);
std::optional<ProductKind> product_kind_from(std::string_view code);

// The product groups of the programme, in its own order.
inline constexpr std::array<std::string_view, 6> product_groups{"food",  "drink",      "herbal",
                                                                "craft", "ornamental", "tourism"};
bool is_product_group(std::string_view code);

// An export market that is no country; sources name it when they name no country in it.
inline constexpr std::string_view european_union = "EU";

// A country of ISO 3166 ("US") or the European Union.
bool is_export_market(std::string_view code);

} // namespace ocop
