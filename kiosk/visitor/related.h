// What else to look at beside a product. Pure.
#pragma once

#include "kiosk/visitor/view_model.h"

#include <string>
#include <string_view>
#include <vector>

namespace ocop::kiosk {

// The name without the numbers and measures that tell packs and strengths of one product apart: "Nước mắm Khải Hoàn 38
// độ đạm" and "… 43 độ đạm" have the same. Folded, with accents.
std::string base_name(std::string_view name);

// Other packs, sizes or strengths of it: of the same producer and with the same base name, in the catalogue's order.
std::vector<const ProductView*> other_packs(const VisitorView& view, const ProductView& product);

// What tells this pack apart from the others: the end of the name from its first number on, else the pack, else the
// whole name.
std::string pack_label(const Product& product);

// At most `most` others, the sold out ones left out: of the same producer, then of the same group and area, then of the
// same group; within each the ones with most stars first. Neither the product nor its other packs are among them.
std::vector<const ProductView*> related(const VisitorView& view, const ProductView& product, std::size_t most);

} // namespace ocop::kiosk
