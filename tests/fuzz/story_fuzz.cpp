// Whatever bytes a story file holds: reading ends, a story without errors has its form and is clean text in normal form
// C, and every problem names a line of the file.
#include "pos/catalogue/import/cell_text.h"
#include "pos/catalogue/import/story_reader.h"
#include "pos/text/nfc.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_clean(const std::string& text) {
    return ocop::is_nfc(text) && !ocop::forbidden_character(text) && text.find('\n') == std::string::npos;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    ocop::ProblemList problems;
    const auto story = ocop::read_story(bytes, "stories/A.vi.md", problems);
    require(story.has_value() == !problems.has_errors());
    const auto lines = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1;
    for (const auto& problem : problems.all()) {
        require(problem.row <= lines);
        require(problem.key.rfind("import.", 0) == 0);
        require(ocop::is_utf8(problem.value) && problem.value.find('\n') == std::string::npos);
    }
    if (!story) return 0;
    require(!story->hook.empty() && is_clean(story->hook));
    for (const auto& chapter : story->chapters) {
        require(!chapter.title.empty() && is_clean(chapter.title) && !chapter.paragraphs.empty());
        require(std::all_of(chapter.paragraphs.begin(), chapter.paragraphs.end(), is_clean));
    }
    return 0;
}
