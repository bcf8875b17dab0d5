// places, producers, certificates and facts: the small tables that products refer to.
#pragma once

#include "pos/catalogue/catalogue.h"
#include "pos/catalogue/import/known_ids.h"
#include "pos/catalogue/import/media_names.h"
#include "pos/catalogue/import/table.h"

#include <vector>

namespace ocop {

const TableShape& place_shape();
const TableShape& producer_shape();
const TableShape& certificate_shape();
const TableShape& fact_shape();

// Each registers the ids it reads, broken rows included, so that one mistake is reported once.
std::vector<Place> read_places(const Table& table, KnownIds& places, ProblemList& problems);
std::vector<Producer> read_producers(const Table& table, const KnownIds& places, KnownIds& producers, MediaNames& media,
                                     ProblemList& problems);
std::vector<Certificate> read_certificates(const Table& table, KnownIds& certificates, ProblemList& problems);

struct FactOfProduct {
    Sku sku;
    Fact fact;
};
std::vector<FactOfProduct> read_facts(const Table& table, const KnownIds& skus, ProblemList& problems);

} // namespace ocop
