#include "tests/support/served_hub.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace ocop::testing {

ServedHub::ServedHub(const std::filesystem::path& folder, const std::string& listen,
                     const std::vector<std::string>& environment)
    : folder_(folder),
      program_(program("ocop-hub"), {"--data", folder.string(), "--json", "serve", "--listen", listen}, environment) {
    const auto told = nlohmann::json::parse(program_.first_line(), nullptr, false);
    if (!told.is_object()) return;
    address_ = told.at("addresses").at(0).get<std::string>();
    port_ = told.at("port").get<int>();
}

std::string ServedHub::new_code() const {
    const auto result = run_program(program("ocop-hub"), {"--data", folder_.string(), "--json", "admin", "code"});
    if (result.status != 0) throw std::runtime_error("no code: " + result.err);
    return nlohmann::json::parse(result.out).at("code").get<std::string>();
}

} // namespace ocop::testing
