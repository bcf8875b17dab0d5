#include "tests/checks/includes.h"

#include <algorithm>

namespace ocop::checks {
namespace {

struct Layer {
    std::string_view folder;
    std::vector<std::string_view> may_not_include;
};

struct Room {
    std::vector<std::string_view> headers; // how the included path begins
    std::vector<std::string_view> folders; // where it may be included
};

const std::vector<Layer>& layers() {
    static const std::vector<Layer> all{
        {"pos/", {"sync/", "kiosk/", "tests/"}},
        {"sync/", {"kiosk/", "tests/"}},
        {"kiosk/", {"tests/"}},
    };
    return all;
}

const std::vector<Room>& rooms() {
    static const std::vector<std::string_view> pictures{"kiosk/media/", "kiosk/platform/", "pos/catalogue/media/",
                                                        "pos/receipts/"};
    static const std::vector<Room> all{
        {{"sqlite3"}, {"pos/store/"}},
        {{"curl/"}, {"sync/till/"}},
        {{"libpq", "postgresql/"}, {"sync/hub/store/"}},
        {{"boost/"}, {"sync/hub/http/"}},
        {{"openssl/"}, {"sync/hub/certificates/"}},
        {{"imgui"}, {"kiosk/ui/", "kiosk/platform/"}},
        {{"GLFW/", "GL/", "EGL/"}, {"kiosk/platform/"}},
        {{"xlsxwriter"}, {"pos/reports/"}},
        {{"md4c", "expat"}, {"pos/catalogue/import/"}},
        {{"zip.h", "zipconf.h"}, {"pos/catalogue/import/"}},
        {{"cairo", "pango"}, {"pos/receipts/"}},
        {{"qrencode", "zint"}, {"pos/codes/"}},
        {{"sodium"}, {"pos/base/", "pos/journal/", "pos/leads/", "pos/staff/"}},
        {{"unicode/"}, {"pos/text/", "pos/catalogue/"}},
        {{"zlib"}, {"sync/protocol/"}},
        {{"ft2build", "freetype"}, {"kiosk/ui/"}},
        {{"fontconfig/"}, {"pos/receipts/"}},
        {{"librsvg/", "jpeglib.h", "turbojpeg.h", "webp/", "png.h", "libexif/"}, pictures},
    };
    return all;
}

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.substr(0, beginning.size()) == beginning;
}

bool begins_with_one_of(std::string_view text, const std::vector<std::string_view>& beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return begins_with(text, beginning); });
}

std::string join(const std::vector<std::string_view>& parts) {
    std::string all;
    for (const auto part : parts)
        all += (all.empty() ? "" : " or ") + std::string(part);
    return all;
}

void check_include(const SourceTree& tree, const SourceFile& file, std::size_t position, char quote,
                   std::string_view included, Violations& violations) {
    const auto report = [&](const std::string& why) {
        violations.push_back(file.at(position) + ": includes " + std::string(included) + ", " + why);
    };
    for (const auto& layer : layers())
        if (file.is_below(layer.folder) && begins_with_one_of(included, layer.may_not_include))
            report("which is not below " + std::string(layer.folder));
    if (included.find("..") != std::string_view::npos || (quote == '"' && tree.find(included) == nullptr))
        report("which is no path from the root");
    if (file.is_below("tests/")) return;
    for (const auto& room : rooms())
        if (begins_with_one_of(included, room.headers) && !begins_with_one_of(file.path, room.folders))
            report("which is kept in " + join(room.folders));
}

} // namespace

Violations check_includes(const SourceTree& tree) {
    Violations violations;
    for (const auto* file : tree.where([](const SourceFile& candidate) { return candidate.is_cpp(); })) {
        const auto code = without_comments(file->text);
        for (auto at = code.find("#include"); at != std::string::npos; at = code.find("#include", at + 1)) {
            const auto line = code.find_last_not_of(" \t", at == 0 ? 0 : at - 1);
            if (at != 0 && line != std::string::npos && code[line] != '\n') continue; // inside a literal
            const auto open = code.find_first_of("\"<\n", at);
            if (open == std::string::npos || code[open] == '\n') continue;
            const auto close = code.find(code[open] == '<' ? '>' : '"', open + 1);
            if (close == std::string::npos) continue;
            check_include(tree, *file, at, code[open], std::string_view(code).substr(open + 1, close - open - 1),
                          violations);
        }
    }
    return violations;
}

} // namespace ocop::checks
