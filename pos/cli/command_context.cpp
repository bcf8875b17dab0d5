#include "pos/cli/command_context.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace ocop {

int CommandContext::report(const Error& error) const {
    const auto sentence = language->sentence(error);
    if (json)
        *err << nlohmann::json{{"error", error.key}, {"message", sentence}, {"detail", error.detail}}.dump(
                    -1, ' ', false, nlohmann::json::error_handler_t::replace)
             << std::endl;
    else if (error.detail.empty())
        *err << program << ": " << sentence << std::endl;
    else
        *err << program << ": " << sentence << " [" << error.detail << "]" << std::endl;
    return exit_status(error.kind);
}

void CommandContext::print(const std::string& text, const nlohmann::json& object) const {
    if (json)
        *out << object.dump() << std::endl;
    else
        *out << text << std::endl;
}

} // namespace ocop
