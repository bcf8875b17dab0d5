// Products, producers and places that no layout likes: invented, with every field about as long as it gets.
#pragma once

#include "pos/catalogue/catalogue.h"

#include <vector>

namespace ocop::test {

struct CatalogueParts {
    std::vector<Product> products;
    std::vector<Producer> producers;
    std::vector<Place> places;
    std::vector<Certificate> certificates;
};

void add_hard_products(CatalogueParts& parts);

} // namespace ocop::test
