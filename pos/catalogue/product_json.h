// One product of the catalogue document; part of catalogue_json.
#pragma once

#include "pos/catalogue/catalogue.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace ocop {

class JsonReader;

nlohmann::json write_product(const Product& product);
Product read_product(JsonReader& reader); // problems are in the reader

// Sets a field unless it is empty.
void put(nlohmann::json& object, const char* key, const std::string& text);
void put(nlohmann::json& object, const char* key, const LocalText& text);

} // namespace ocop
