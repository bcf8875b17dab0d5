#include "pos/catalogue/import/story_source.h"

#include "pos/catalogue/import/cell_text.h"
#include "pos/catalogue/import/repeated_problems.h"
#include "pos/text/nfc.h"

#include <algorithm>
#include <vector>

namespace ocop {
namespace {

constexpr std::size_t longest_story = 200'000; // bytes; a story is a few hundred words

class StorySource {
public:
    StorySource(std::string_view bytes, const std::string& file, ProblemList& problems)
        : bytes_(bytes), file_(file), problems_(problems) {}

    std::optional<std::string> clean() {
        if (bytes_.size() > longest_story) {
            report(Severity::error, 0, "", "import.too_long", {{"limit", std::to_string(longest_story)}});
            return std::nullopt;
        }
        if (guess_encoding(bytes_) == OldEncoding::utf_16) {
            report(Severity::error, 1, "", sentence_key(OldEncoding::utf_16));
            return std::nullopt;
        }
        if (bytes_.substr(0, byte_order_mark.size()) == byte_order_mark) {
            report(Severity::note, 1, "", "import.byte_order_mark");
            bytes_.remove_prefix(byte_order_mark.size());
        }
        split();
        const bool sound = check_encoding() && check_characters();
        if (!sound) return std::nullopt;
        return compose();
    }

private:
    void split() {
        std::size_t windows_ends = 0;
        for (std::size_t at = 0; at < bytes_.size();) {
            const auto end = std::min(bytes_.find('\n', at), bytes_.size());
            auto line = bytes_.substr(at, end - at);
            if (end < bytes_.size() && !line.empty() && line.back() == '\r') {
                line.remove_suffix(1);
                ++windows_ends;
            }
            lines_.push_back(line);
            at = end + 1;
        }
        if (windows_ends != 0)
            report(Severity::note, 0, "", "import.windows_line_ends", {{"count", std::to_string(windows_ends)}});
    }

    bool check_encoding() {
        std::string foreign;
        for (const auto line : lines_)
            if (!is_utf8(line)) foreign += std::string(line) + '\n';
        if (foreign.empty()) return true;
        const auto* key = sentence_key(guess_encoding(foreign));
        RepeatedProblems not_utf8(problems_, "import.not_utf8_rest");
        for (std::size_t at = 0; at < lines_.size(); ++at)
            if (!is_utf8(lines_[at]))
                not_utf8.add({Severity::error, file_, at + 1, "", escaped_bytes(lines_[at]), key, {}});
        not_utf8.report_rest(file_);
        return false;
    }

    bool check_characters() {
        bool sound = true;
        for (std::size_t at = 0; at < lines_.size(); ++at)
            if (const auto character = forbidden_character(lines_[at])) {
                report(Severity::error, at + 1, std::string(lines_[at]), "import.control_character",
                       {{"character", *character}});
                sound = false;
            }
        return sound;
    }

    std::string compose() {
        std::string text;
        text.reserve(bytes_.size());
        bool noted = false;
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            const bool composed = is_nfc(lines_[at]);
            const auto line = composed ? std::string(lines_[at]) : to_nfc(lines_[at]);
            if (!composed && !noted) report(Severity::note, at + 1, line, "import.decomposed_story");
            noted = noted || !composed;
            text += (at == 0 ? "" : "\n") + line;
        }
        if (!bytes_.empty() && bytes_.back() == '\n') text += '\n';
        return text;
    }

    void report(Severity severity, std::size_t line, std::string value, const char* key,
                std::vector<std::pair<std::string, std::string>> values = {}) {
        problems_.add({severity, file_, line, "", std::move(value), key, std::move(values)});
    }

    std::string_view bytes_;
    const std::string& file_;
    ProblemList& problems_;
    std::vector<std::string_view> lines_;
};

} // namespace

std::optional<std::string> clean_story(std::string_view bytes, const std::string& file, ProblemList& problems) {
    return StorySource(bytes, file, problems).clean();
}

} // namespace ocop
