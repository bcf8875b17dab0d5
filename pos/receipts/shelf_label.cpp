#include "pos/receipts/shelf_label.h"

#include "pos/text/format.h"

#include <algorithm>

namespace ocop {
namespace {

std::string story_of(const Product& product) {
    if (!product.trace_url.empty()) return product.trace_url;
    return product.buy_links.empty() ? std::string() : product.buy_links.front().url;
}

ShelfLabel label_of(const Product& product, const Catalogue& catalogue, Day today, const Language& language) {
    ShelfLabel label;
    label.name = product.name.in("vi");
    label.maker = catalogue.producer_of(product).name.in("vi");
    if (!product.pack.empty()) label.maker += " · " + product.pack;
    label.price =
        format_money(*product.price, language) + " / " + (product.sold_by == SoldBy::weight ? "kg" : product.unit);
    if (product.price_is_sample) label.note = language.text("label.sample_price");
    const auto* certificate = catalogue.certificate_of(product);
    const auto state = state_on(certificate, today);
    if (state == CertificateState::valid || state == CertificateState::due_soon) {
        // A nomination for five is sealed as 4 (design guide 4.3).
        const bool potential = certificate->stars == Stars::potential_five;
        label.stars = potential ? 4 : static_cast<int>(certificate->stars);
        label.stars_words = language.text(potential ? "label.potential" : "label.stars");
    }
    label.code = product.barcodes.empty() ? product.sku.text() : product.barcodes.front();
    label.story = story_of(product);
    return label;
}

} // namespace

Result<std::vector<ShelfLabel>> shelf_labels(const Catalogue& catalogue, const std::vector<Sku>& products, Day today,
                                             const Language& language) {
    std::vector<ShelfLabel> labels;
    if (products.empty())
        for (const auto& product : catalogue.products())
            if (product.price) labels.push_back(label_of(product, catalogue, today, language));
    for (const auto& sku : products) {
        const auto* product = catalogue.find(sku);
        if (product == nullptr) return fail(ErrorKind::not_found, "error.unknown_product", {{"sku", sku.text()}});
        if (!product->price)
            return fail(ErrorKind::refused, "error.label_no_price", {{"product", product->name.in("vi")}});
        labels.push_back(label_of(*product, catalogue, today, language));
    }
    return labels;
}

} // namespace ocop
