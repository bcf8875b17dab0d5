// products.csv: one product a row.
#pragma once

#include "pos/catalogue/catalogue.h"
#include "pos/catalogue/import/known_ids.h"
#include "pos/catalogue/import/media_names.h"
#include "pos/catalogue/import/table.h"

#include <vector>

namespace ocop {

const TableShape& product_shape();

// Without stories and facts, which stand elsewhere in a package. Registers the skus it reads, broken rows included.
std::vector<Product> read_products(const Table& table, const KnownIds& producers, const KnownIds& places,
                                   const KnownIds& certificates, KnownIds& skus, MediaNames& media,
                                   ProblemList& problems);

} // namespace ocop
