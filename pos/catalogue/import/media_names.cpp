#include "pos/catalogue/import/media_names.h"

#include "pos/text/nfc.h"

#include <algorithm>
#include <fstream>

namespace ocop {
namespace {

constexpr std::uintmax_t largest_picture = 64U * 1024 * 1024;

bool ends_with(const std::string& text, std::string_view ending) {
    return text.size() > ending.size() && text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

bool is_picture_name(const std::string& name) {
    if (name.find_first_of("/\\") != std::string::npos || name.front() == '.') return false;
    return ends_with(name, ".svg") || ends_with(name, ".jpg") || ends_with(name, ".png") || ends_with(name, ".webp");
}

// Whether the first bytes are those of the picture that the name says.
bool begins_as_named(const std::string& name, const std::filesystem::path& file) {
    std::string begin(1024, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    begin.resize(static_cast<std::size_t>(stream.gcount()));
    const auto starts = [&](std::string_view with) { return begin.compare(0, with.size(), with) == 0; };
    if (ends_with(name, ".png")) return starts("\x89PNG\r\n");
    if (ends_with(name, ".jpg")) return starts("\xFF\xD8\xFF");
    if (ends_with(name, ".webp")) return starts("RIFF") && begin.compare(8, 4, "WEBP") == 0;
    return begin.find("<svg") != std::string::npos || begin.find("<?xml") != std::string::npos;
}

} // namespace

MediaNames::MediaNames(const std::filesystem::path& folder) {
    std::error_code failure;
    for (std::filesystem::directory_iterator item(folder, failure), end; !failure && item != end;
         item.increment(failure))
        if (std::error_code ignored; item->is_regular_file(ignored))
            files_.emplace(to_nfc(item->path().filename().string()), item->path());
}

void MediaNames::check(RowReader& row) {
    const auto& name = row.text("media");
    if (name.empty()) return;
    if (!is_picture_name(name)) return row.refuse("media", "import.media_name");
    const auto [named, first] = named_.emplace(name, false);
    const auto file = files_.find(name);
    if (file == files_.end()) {
        if (in_force_.count(name) == 0) row.refuse("media", "import.media_missing");
        return;
    }
    named->second = true;
    if (!first) return; // looked at already
    std::error_code failure;
    if (std::filesystem::file_size(file->second, failure) > largest_picture || failure)
        row.refuse("media", "import.media_too_large", {{"limit", std::to_string(largest_picture / (1024 * 1024))}});
    else if (!begins_as_named(name, file->second))
        row.refuse("media", "import.media_not_a_picture");
}

void MediaNames::report_unused(ProblemList& problems) const {
    for (const auto& [name, file] : files_)
        if (named_.count(name) == 0 && name.front() != '.')
            problems.add({Severity::note, "media/" + name, 0, "", "", "import.media_unused", {}});
}

std::vector<MediaSource> MediaNames::files() const {
    std::vector<MediaSource> sources;
    for (const auto& [name, from_file] : named_)
        if (from_file) sources.push_back(MediaSource{name, files_.at(name)});
    return sources;
}

std::vector<std::string> MediaNames::kept() const {
    std::vector<std::string> names;
    for (const auto& [name, from_file] : named_)
        if (!from_file) names.push_back(name);
    return names;
}

} // namespace ocop
