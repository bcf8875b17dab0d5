// The hub itself, store and calls, without sockets between: what a till asks is answered at once.
#pragma once

#include "sync/hub/api/hub_api.h"
#include "sync/hub/store/sqlite_store.h"
#include "sync/till/hub_settings.h"
#include "tests/support/faulty_hub.h"
#include "tests/support/storm_vfs.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ocop::testing {

class RealHub final : public FaultyHub {
public:
    explicit RealHub(const std::filesystem::path& folder, const std::string& vfs = {});

    // The same till for the same key.
    HubSettings enrol(const PublicKey& key);
    void restart();
    void power_cut(StormVfs& storm, std::uint64_t seed); // of the disk that the storm is
    void save_copy(const std::filesystem::path& file);
    void put_back(const std::filesystem::path& file);
    HubStore& store() { return *store_; }
    HubParts parts();
    HubResponse call(const HubRequest& request) { return HubApi(parts()).answer(request); }
    // Entries as stored, by the file itself.
    std::vector<std::string> bytes(const std::string& lineage, const std::string& branch = {});

    HubDirectory directory;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{77};

private:
    HttpResponse answer(const HttpRequest& request) override;
    std::string id() const override { return hub_id_; }

    std::string vfs_;
    std::unique_ptr<SqliteStore> store_;
    std::string hub_id_;
    std::map<std::string, HubSettings> enrolled_; // by public key
    std::string credential_;                      // of the till that asks
};

} // namespace ocop::testing
