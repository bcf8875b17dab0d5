// The folder that holds everything of one hub. Mode 0700.
#pragma once

#include "pos/store/data_directory.h"

#include <filesystem>
#include <string>

namespace ocop {

struct HubDirectory {
    DataDirectory files; // blobs of releases, the writer lock

    std::filesystem::path database() const { return files.root / "hub.db"; }
    std::filesystem::path authority() const { return files.root / "authority.pem"; }     // given to tills
    std::filesystem::path authority_key() const { return files.root / "authority.key"; } // never leaves the folder
    std::filesystem::path admin_socket() const { return files.root / "admin.sock"; }     // of the running hub, 0600

    // --data if given, else $XDG_DATA_HOME/ocop-hub, else ~/.local/share/ocop-hub.
    static HubDirectory choose(const std::string& given) {
        if (!given.empty()) return {DataDirectory::choose(given)};
        return {{DataDirectory::choose({}).root.parent_path() / "ocop-hub"}};
    }
};

} // namespace ocop
