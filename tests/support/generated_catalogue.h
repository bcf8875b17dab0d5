// A catalogue of any size made from Vietnamese words, always the same for the same size: for benchmarks and for tests
// that need many products.
#pragma once

#include "pos/catalogue/catalogue.h"

#include <cstddef>
#include <filesystem>

namespace ocop::tests {

Catalogue generate_catalogue(std::size_t products);

// The same catalogue as the package a province would deliver: products.csv, producers.csv, places.csv,
// certificates.csv and facts.csv in `folder`, which is created.
void write_generated_package(std::size_t products, const std::filesystem::path& folder);

} // namespace ocop::tests
