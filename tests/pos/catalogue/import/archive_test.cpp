#include "pos/catalogue/import/archive.h"

#include "pos/catalogue/catalogue_json.h"
#include "pos/catalogue/import/package_reader.h"
#include "tests/support/package_folder.h"

#include <catch2/catch.hpp>

#include <zip.h>

#include <fstream>
#include <iterator>
#include <memory>

using namespace ocop;
using ocop::testing::PackageFolder;
using ocop::testing::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

// Writes an archive of named texts, with whatever names.
class ArchiveWriter {
public:
    explicit ArchiveWriter(const fs::path& file)
        : archive_(zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr)) {}
    ~ArchiveWriter() { close(); }
    ArchiveWriter(const ArchiveWriter&) = delete;
    ArchiveWriter& operator=(const ArchiveWriter&) = delete;

    zip_int64_t add(const std::string& name, const std::string& text) {
        texts_.push_back(std::make_unique<std::string>(text));
        auto* source = zip_source_buffer(archive_, texts_.back()->data(), texts_.back()->size(), 0);
        return zip_file_add(archive_, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    }
    void make_link(zip_int64_t index) {
        zip_file_set_external_attributes(archive_, static_cast<zip_uint64_t>(index), 0, ZIP_OPSYS_UNIX,
                                         0120777U << 16U);
    }
    void encrypt(zip_int64_t index) {
        zip_file_set_encryption(archive_, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256, "secret");
    }
    void close() {
        if (archive_ != nullptr) zip_close(archive_);
        archive_ = nullptr;
    }

private:
    zip_t* archive_;
    std::vector<std::unique_ptr<std::string>> texts_;
};

using Keys = std::vector<std::string>;

Keys keys_of(const std::vector<Problem>& problems) {
    Keys keys;
    for (const auto& problem : problems)
        keys.push_back(problem.key + " " + problem.value);
    return keys;
}

Keys found_in(const fs::path& file, const ArchiveLimits& limits = {}) {
    const TemporaryFolder folder;
    ProblemList problems;
    const bool unpacked = unpack_archive(file, folder.path(), limits, problems);
    CHECK(unpacked != problems.has_errors());
    return keys_of(problems.all());
}

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void pack(const fs::path& folder, const fs::path& file, const std::string& prefix) {
    ArchiveWriter archive(file);
    for (const auto& item : fs::recursive_directory_iterator(folder))
        if (item.is_regular_file())
            archive.add(prefix + fs::relative(item.path(), folder).string(), bytes_of(item.path()));
}

} // namespace

TEST_CASE("an archive of a package is the package, with or without a folder around it", "[import]") {
    const auto prefix = GENERATE(std::string(), std::string("Danh mục 2026/"));
    const PackageFolder package;
    const TemporaryFolder work;
    const auto file = work.path() / "goi.zip";
    pack(package.path(), file, prefix);
    const TemporaryFolder scratch;
    const auto report = read_package(file, nullptr, scratch.path());
    CHECK(keys_of(report.problems) == Keys{});
    REQUIRE(report.package);
    CHECK(write_catalogue(report.package->catalogue) ==
          write_catalogue(read_package(package.path()).package->catalogue));
    REQUIRE(report.package->media.size() == 1);
    CHECK(bytes_of(report.package->media[0].file) == bytes_of(package.path() / "media/honey.svg"));
}

TEST_CASE("an archive writes nothing outside its folder", "[import]") {
    const TemporaryFolder work;
    const auto file = work.path() / "a.zip";
    const auto name = GENERATE(std::string("../out.csv"), std::string("/out.csv"), std::string("a/../../out.csv"),
                               std::string("a\\out.csv"), std::string("C:out.csv"), std::string("./out.csv"));
    ArchiveWriter archive(file);
    archive.add(name, "x");
    archive.close();
    CHECK(found_in(file) == Keys{"import.archive_name " + name});
}

TEST_CASE("links, passwords and damage are refused", "[import]") {
    const TemporaryFolder work;
    const auto file = work.path() / "a.zip";
    {
        ArchiveWriter archive(file);
        archive.make_link(archive.add("products.csv", "/etc/passwd"));
        archive.encrypt(archive.add("secret.csv", "x"));
    }
    CHECK(found_in(file) == Keys{"import.archive_link products.csv", "import.archive_encrypted secret.csv"});

    std::ofstream(file, std::ios::binary) << "sku,name\n";
    CHECK(found_in(file) == Keys{"import.archive_unreadable "});

    {
        ArchiveWriter archive(file);
        archive.add("products.csv", "sku,name_vi,producer,place,group,unit");
    }
    auto bytes = bytes_of(file);
    const auto content = bytes.find("products.csv") + 16; // inside the compressed text
    bytes[content] = static_cast<char>(bytes[content] ^ 0x55);
    std::ofstream(file, std::ios::binary) << bytes;
    CHECK(found_in(file) == Keys{"import.archive_damaged products.csv"});
}

TEST_CASE("archives keep to their limits", "[import]") {
    const TemporaryFolder work;
    const auto file = work.path() / "a.zip";
    {
        ArchiveWriter archive(file);
        archive.add("a.csv", std::string(100'000, 'a'));
        archive.add("b.csv", "b");
    }
    ArchiveLimits limits;
    CHECK(found_in(file, limits) == Keys{});
    limits.entries = 1;
    CHECK(found_in(file, limits) == Keys{"import.archive_too_many "});
    limits = {};
    limits.unpacked = 100'000;
    CHECK(found_in(file, limits) == Keys{"import.archive_too_large "});
    limits = {};
    limits.free_size = 50'000;
    CHECK(found_in(file, limits) == Keys{"import.archive_bomb a.csv"});
}
