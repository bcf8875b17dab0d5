#include "pos/catalogue/import/archive.h"

#include "pos/text/nfc.h"

#include <zip.h>

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <unordered_set>

namespace ocop {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_name = 300; // bytes

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
    void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

class Archive {
public:
    Archive(const fs::path& file, const ArchiveLimits& limits, ProblemList& problems)
        : limits_(limits), problems_(problems), shown_(file.filename().string()) {
        std::error_code failure;
        file_size_ = fs::file_size(file, failure);
        int code = 0;
        archive_.reset(zip_open(file.c_str(), ZIP_RDONLY, &code));
        if (!archive_) report("import.archive_unreadable", "");
    }

    bool check() {
        if (!archive_) return false;
        const auto count = zip_get_num_entries(archive_.get(), 0);
        if (count < 0 || static_cast<std::uint64_t>(count) > limits_.entries) {
            report("import.archive_too_many", "", {{"limit", std::to_string(limits_.entries)}});
            return false;
        }
        std::uint64_t unpacked = 0;
        std::uint64_t packed = 0;
        for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index)
            check_entry(index, unpacked, packed);
        if (unpacked > limits_.unpacked)
            report("import.archive_too_large", "", {{"limit", std::to_string(limits_.unpacked / (1024 * 1024))}});
        if (packed > file_size_) report("import.archive_damaged", "");
        return sound_;
    }

    bool unpack(const fs::path& folder) {
        if (!check()) return false;
        std::uint64_t room = limits_.unpacked;
        const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive_.get(), 0));
        for (zip_uint64_t index = 0; index < count && sound_; ++index)
            unpack_entry(index, folder, room);
        return sound_;
    }

private:
    // Names are UTF-8, or code page 437 turned into it by libzip.
    std::string name_of(zip_uint64_t index) const {
        const auto* name = zip_get_name(archive_.get(), index, ZIP_FL_ENC_GUESS);
        return name == nullptr ? std::string() : std::string(name);
    }

    static bool leads_outside(const std::string& name) {
        if (name.empty() || name.size() > longest_name || name.front() == '/' || !is_utf8(name)) return true;
        if (name.find_first_of("\\:") != std::string::npos) return true;
        for (const char character : name)
            if (static_cast<unsigned char>(character) < 0x20) return true;
        for (const auto& part : fs::path(name))
            if (part == ".." || part == ".") return true;
        return false;
    }

    static bool is_hidden(const std::string& name) {
        for (const auto& part : fs::path(name))
            if (!part.empty() && (part.string().front() == '.' || part == "__MACOSX")) return true;
        return false;
    }

    bool is_link(zip_uint64_t index) const {
        zip_uint8_t system = 0;
        zip_uint32_t attributes = 0;
        if (zip_file_get_external_attributes(archive_.get(), index, 0, &system, &attributes) != 0) return false;
        const auto mode = attributes >> 16U;
        return system == ZIP_OPSYS_UNIX && mode != 0 && !S_ISREG(mode) && !S_ISDIR(mode) && (mode & S_IFMT) != 0;
    }

    void check_entry(zip_uint64_t index, std::uint64_t& unpacked, std::uint64_t& packed) {
        const auto name = name_of(index);
        if (leads_outside(name)) return report("import.archive_name", name);
        if (!names_.insert(to_nfc(name)).second) return report("import.archive_twice", name);
        zip_stat_t entry;
        zip_stat_init(&entry);
        constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(archive_.get(), index, 0, &entry) != 0 || (entry.valid & needed) != needed)
            return report("import.archive_damaged", name);
        if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry.encryption_method != ZIP_EM_NONE)
            return report("import.archive_encrypted", name);
        if (is_link(index)) return report("import.archive_link", name);
        if (entry.size > limits_.free_size && entry.size / limits_.ratio > entry.comp_size)
            report("import.archive_bomb", name);
        // Bounded, so that sizes near 2^64 cannot wrap the sums.
        unpacked = std::min(unpacked + std::min(entry.size, limits_.unpacked + 1), limits_.unpacked + 1);
        packed = std::min(packed + std::min<std::uint64_t>(entry.comp_size, file_size_ + 1), file_size_ + 1);
    }

    void unpack_entry(zip_uint64_t index, const fs::path& folder, std::uint64_t& room) {
        const auto name = name_of(index);
        if (is_hidden(name)) return;
        std::error_code failure;
        if (name.back() == '/') {
            fs::create_directories(folder / name, failure);
            if (failure) report("import.archive_name", name);
            return;
        }
        const auto target = folder / name;
        fs::create_directories(target.parent_path(), failure);
        const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(archive_.get(), index, 0));
        if (!entry) return report("import.archive_damaged", name);
        std::ofstream stream(target, std::ios::binary | std::ios::trunc);
        std::array<char, 65536> bytes;
        for (;;) {
            const auto count = zip_fread(entry.get(), bytes.data(), bytes.size());
            if (count == 0) break;
            if (count < 0) return report("import.archive_damaged", name);
            if (static_cast<std::uint64_t>(count) > room) return report("import.archive_bomb", name);
            room -= static_cast<std::uint64_t>(count);
            stream.write(bytes.data(), count);
        }
        stream.close();
        if (!stream) report("import.archive_no_room", name);
    }

    void report(const char* key, const std::string& name,
                std::vector<std::pair<std::string, std::string>> values = {}) {
        sound_ = false;
        problems_.add({Severity::error, shown_, 0, "", name, key, std::move(values)});
    }

    const ArchiveLimits& limits_;
    ProblemList& problems_;
    std::string shown_;
    std::uint64_t file_size_ = 0;
    std::unique_ptr<zip_t, CloseArchive> archive_;
    std::unordered_set<std::string> names_;
    bool sound_ = true;
};

} // namespace

bool check_archive(const fs::path& archive, const ArchiveLimits& limits, ProblemList& problems) {
    return Archive(archive, limits, problems).check();
}

bool unpack_archive(const fs::path& archive, const fs::path& folder, const ArchiveLimits& limits,
                    ProblemList& problems) {
    return Archive(archive, limits, problems).unpack(folder);
}

std::optional<std::string> read_entry(const fs::path& archive, const std::string& name, std::uint64_t longest) {
    const std::unique_ptr<zip_t, CloseArchive> opened(zip_open(archive.c_str(), ZIP_RDONLY, nullptr));
    if (!opened) return std::nullopt;
    const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen(opened.get(), name.c_str(), ZIP_FL_NOCASE));
    if (!entry) return std::nullopt;
    std::string bytes;
    std::array<char, 65536> part;
    for (;;) {
        const auto count = zip_fread(entry.get(), part.data(), part.size());
        if (count == 0) return bytes;
        if (count < 0 || bytes.size() + static_cast<std::uint64_t>(count) > longest) return std::nullopt;
        bytes.append(part.data(), static_cast<std::size_t>(count));
    }
}

} // namespace ocop
