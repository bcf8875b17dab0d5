#include "kiosk/app/crash_guard.h"

#include "pos/store/whole_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace ocop::kiosk {
namespace {

using nlohmann::json;

constexpr std::size_t largest_file = 64 * 1024;

} // namespace

CrashGuard::CrashGuard(std::filesystem::path file, Instant now) : file_(std::move(file)) {
    if (const auto text = read_bytes(file_, largest_file)) {
        const auto noted = json::parse(*text, nullptr, false);
        if (noted.is_object()) {
            for (const auto& at : noted.value("crashes", json::array()))
                if (at.is_number_integer()) crashes_.push_back(at.get<std::int64_t>());
            if (noted.value("running", json(false)) == true) crashes_.push_back(now.milliseconds);
        }
    }
    // What lies in the future was noted by a clock that has been put right since.
    crashes_.erase(
        std::remove_if(crashes_.begin(), crashes_.end(),
                       [&](std::int64_t at) { return at > now.milliseconds || now.milliseconds - at > crash_memory; }),
        crashes_.end());
    write(true);
}

void CrashGuard::ended() {
    write(false);
}

void CrashGuard::forget() {
    crashes_.clear();
    write(true);
}

void CrashGuard::write(bool running) const {
    static_cast<void>(write_bytes(file_, json{{"crashes", crashes_}, {"running", running}}.dump()).has_value());
}

} // namespace ocop::kiosk
