// A name that cannot be mistaken for another kind of name: Sku, ProducerId, StaffId ... are different types.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace ocop {

template <class Tag>
class TextId {
public:
    TextId() = default;
    explicit TextId(std::string text) : text_(std::move(text)) {}

    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }
    auto operator<=>(const TextId&) const = default;

private:
    std::string text_;
};

using Sku = TextId<struct SkuTag>;                   // code of a product, as the province wrote it
using ProducerId = TextId<struct ProducerTag>;       //
using PlaceId = TextId<struct PlaceTag>;             //
using GroupCode = TextId<struct GroupTag>;           // product group: food, drink, herbal, craft, ornamental, tourism
using CertificateId = TextId<struct CertificateTag>; //
using StaffId = TextId<struct StaffTag>;             //
using TillCode = TextId<struct TillTag>;             // "Q2": the till as printed on receipts
using ShiftId = TextId<struct ShiftTag>;             //
using FairId = TextId<struct FairTag>;               //
using BoothId = TextId<struct BoothTag>;             //
using ReleaseId = TextId<struct ReleaseTag>;         // published catalogue

} // namespace ocop

template <class Tag>
struct std::hash<ocop::TextId<Tag>> {
    std::size_t operator()(const ocop::TextId<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
