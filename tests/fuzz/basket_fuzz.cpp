// Whatever a scanner reads as a basket is either refused or a basket within its bounds, which is read back as it is.
#include "pos/selling/basket_text.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

ocop::Catalogue small_catalogue() {
    std::vector<ocop::Product> products;
    for (const auto* sku : {"OC001", "OC031a", "OC031A", "QN-TP-0017"}) {
        ocop::Product product;
        product.sku = ocop::Sku{sku};
        product.name.by_language["vi"] = sku;
        product.producer = ocop::ProducerId{"p"};
        product.place = ocop::PlaceId{"a"};
        products.push_back(product);
    }
    ocop::Producer producer;
    producer.id = ocop::ProducerId{"p"};
    return {ocop::ReleaseId{"r"}, products, {producer}, {ocop::Place{ocop::PlaceId{"a"}, "", "", ""}}, {}};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const ocop::ProductCodes codes(small_catalogue());
    const std::string text(data, data + size);
    require(ocop::basket_mark(text).size() <= text.size());
    const auto read = ocop::read_basket(text, codes);
    if (!read) {
        require(read.error().key == "error.basket_damaged" || read.error().key == "error.basket_newer");
        return 0;
    }
    const auto& basket = read->basket;
    const auto count = basket.lines.size() + read->unknown.size();
    require(ocop::is_basket_text(text) && count >= 1 && count <= ocop::most_basket_lines);
    if (basket.lines.empty()) return 0;
    const auto again = ocop::basket_text(basket, codes);
    require(again.has_value());
    require(ocop::read_basket(*again, codes)->basket == basket);
    return 0;
}
