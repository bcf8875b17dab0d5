// Whatever bytes an archive or a workbook holds: looking at it and unpacking it end, nothing is written outside the
// folder or beyond the limits, only folders and plain files come out, and a refusal is always said.
#include "pos/catalogue/import/archive.h"
#include "pos/catalogue/import/workbook_reader.h"
#include "pos/text/nfc.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

namespace fs = std::filesystem;

void require(bool holds) {
    if (!holds) std::abort();
}

// A folder that holds the archive and the folder to unpack into.
class Workplace {
public:
    Workplace(const std::uint8_t* data, std::size_t size) {
        auto pattern = (fs::temp_directory_path() / ("archive-fuzz-" + std::string(6, 'X'))).string();
        require(::mkdtemp(pattern.data()) != nullptr);
        root_ = pattern;
        fs::create_directory(out());
        std::ofstream(file(), std::ios::binary)
            .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    }
    ~Workplace() { fs::remove_all(root_); }
    Workplace(const Workplace&) = delete;
    Workplace& operator=(const Workplace&) = delete;

    fs::path file() const { return root_ / "a.zip"; }
    fs::path out() const { return root_ / "out"; }
    const fs::path& root() const { return root_; }

private:
    fs::path root_;
};

void require_readable(const ocop::ProblemList& problems) {
    for (const auto& problem : problems.all()) {
        require(problem.key.rfind("import.", 0) == 0);
        require(ocop::is_utf8(problem.value) && problem.value.find('\n') == std::string::npos);
    }
}

// Total bytes of what was unpacked.
std::uint64_t unpacked_bytes(const fs::path& folder) {
    std::uint64_t bytes = 0;
    for (const auto& item : fs::recursive_directory_iterator(folder)) {
        const auto kind = item.symlink_status().type();
        require(kind == fs::file_type::directory || kind == fs::file_type::regular);
        if (kind == fs::file_type::regular) bytes += item.file_size();
    }
    return bytes;
}

void unpack(const Workplace& place) {
    ocop::ArchiveLimits limits;
    limits.entries = 20;
    limits.unpacked = 1024 * 1024;
    ocop::ProblemList looked;
    ocop::ProblemList problems;
    const bool sound = ocop::check_archive(place.file(), limits, looked);
    const bool unpacked = ocop::unpack_archive(place.file(), place.out(), limits, problems);
    require(sound == !looked.has_errors() && unpacked == !problems.has_errors());
    require(sound || !unpacked);
    require_readable(problems);
    require(unpacked_bytes(place.out()) <= limits.unpacked);
    for (const auto& item : fs::directory_iterator(place.root()))
        require(item.path() == place.file() || item.path() == place.out());
}

void read_as_workbook(const Workplace& place) {
    ocop::ProblemList problems;
    const auto sheets = ocop::read_workbook(place.file(), problems);
    require(sheets.has_value() || problems.has_errors());
    require_readable(problems);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Workplace place(data, size);
    unpack(place);
    read_as_workbook(place);
    return 0;
}
