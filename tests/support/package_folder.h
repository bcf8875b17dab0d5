// A small catalogue package in a temporary folder, sound as it is, whose files a test replaces.
#pragma once

#include "tests/support/temporary_folder.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace ocop::testing {

class PackageFolder {
public:
    PackageFolder(); // two products, two producers, one place, one certificate, a fact, a story and a picture

    const std::filesystem::path& path() const { return folder_.path(); }
    void write(const std::string& name, std::string_view bytes) const; // replaces; folders are made
    void remove(const std::string& name) const;

private:
    TemporaryFolder folder_;
};

} // namespace ocop::testing
