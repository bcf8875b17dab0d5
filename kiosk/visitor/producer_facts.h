// What the catalogue knows of a producer, in a few facts. Pure.
#pragma once

#include "kiosk/ui/icons.h"
#include "kiosk/visitor/view_model.h"
#include "pos/text/language.h"

#include <string>
#include <vector>

namespace ocop::kiosk {

struct ProducerFact {
    Icon icon = Icon::none;
    std::string label; // "Mùa chính"
    std::string value; // "Tháng 10–12"
};

// At most four: how many products, the best grade in force, the season when there is one, the craft village, countries
// sold to.
std::vector<ProducerFact> producer_facts(const Language& language, const std::vector<const ProductView*>& products);

// "Sản phẩm của hợp tác xã", for the type of the producer.
std::string products_heading(const Language& language, ProducerType type);

} // namespace ocop::kiosk
