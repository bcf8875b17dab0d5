// How a USB stick is laid out that carries journals to a hub and its answers back. Many tills may share one folder.
#pragma once

#include <filesystem>
#include <string>

namespace ocop {

struct CarryFolder {
    std::filesystem::path root;

    // Batches of the entries that the hub has not acknowledged, one behind the other (journal_batch.h).
    std::filesystem::path journal(const std::string& till_id) const { return root / ("journal-" + till_id + ".ocop"); }
    // What the hub holds of this till (hello.h).
    std::filesystem::path answer(const std::string& till_id) const { return root / ("answer-" + till_id + ".json"); }
    // The published catalogue: its manifest, and its blobs by SHA-256.
    std::filesystem::path manifest() const { return root / "release" / "manifest.json"; }
    std::filesystem::path blob(const std::string& sha256) const { return root / "release" / sha256; }

    // The till id that a file's name carries; empty when it is no journal.
    static std::string till_of_journal(const std::filesystem::path& file) {
        const auto name = file.filename().string();
        constexpr std::size_t before = 8; // "journal-"
        constexpr std::size_t id = 32;
        if (name.size() != before + id + 5 || name.compare(0, before, "journal-") != 0 ||
            name.compare(before + id, 5, ".ocop") != 0)
            return {};
        return name.substr(before, id);
    }
};

inline constexpr std::size_t largest_carried_journal = 512u * 1024 * 1024; // bytes

} // namespace ocop
