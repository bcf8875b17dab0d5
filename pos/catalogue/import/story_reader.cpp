#include "pos/catalogue/import/story_reader.h"

#include "pos/catalogue/import/cell_text.h"
#include "pos/catalogue/import/story_source.h"
#include "pos/text/nfc.h"

#include <md4c.h>

#include <algorithm>

namespace ocop {
namespace {

const char* name_of(MD_BLOCKTYPE type) {
    switch (type) {
    case MD_BLOCK_QUOTE:
        return "> …";
    case MD_BLOCK_UL:
    case MD_BLOCK_LI:
        return "- …";
    case MD_BLOCK_OL:
        return "1. …";
    case MD_BLOCK_HR:
        return "---";
    case MD_BLOCK_CODE:
        return "```";
    case MD_BLOCK_HTML:
        return "<html>";
    default:
        return "|…|";
    }
}

const char* name_of(MD_SPANTYPE type) {
    switch (type) {
    case MD_SPAN_EM:
        return "*…*";
    case MD_SPAN_STRONG:
        return "**…**";
    case MD_SPAN_A:
        return "[…](…)";
    case MD_SPAN_IMG:
        return "![…](…)";
    case MD_SPAN_CODE:
        return "`…`";
    default:
        return "~~…~~";
    }
}

// Follows md4c through the text. md4c names no lines, but its text points into the source: a block or span without
// text yet begins after the text before it.
class StoryParser {
public:
    StoryParser(std::string_view source, const std::string& file, ProblemList& problems)
        : source_(source), file_(file), problems_(problems) {}

    Story parse() {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_NOINDENTEDCODEBLOCKS;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<StoryParser*>(self)->enter_block(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return static_cast<StoryParser*>(self)->leave_block(type);
        };
        parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
            return static_cast<StoryParser*>(self)->enter_span(type);
        };
        parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            return static_cast<StoryParser*>(self)->add_text(type, std::string_view(text, size));
        };
        const auto failed = md_parse(source_.data(), static_cast<MD_SIZE>(source_.size()), &parser, this);
        if (failed != 0) report(0, "import.story_unreadable");
        if (story_.hook.empty()) report(1, "import.story_without_hook");
        check_last_chapter();
        return std::move(story_);
    }

private:
    enum class Place { nowhere, hook, title, paragraph };

    int enter_block(MD_BLOCKTYPE type, void* detail) {
        place_ = Place::nowhere;
        if (type == MD_BLOCK_DOC) return 0;
        line_ = line_of(next_block());
        text_.clear();
        const auto level = type == MD_BLOCK_H ? static_cast<MD_BLOCK_H_DETAIL*>(detail)->level : 0U;
        if (type == MD_BLOCK_P)
            place_ = Place::paragraph;
        else if (level == 1 && story_.hook.empty() && story_.chapters.empty() && !hook_missed_)
            place_ = Place::hook;
        else if (level == 2)
            place_ = Place::title;
        else if (type == MD_BLOCK_H)
            report(line_, "import.story_heading");
        else
            refuse_mark(line_, name_of(type));
        return 0;
    }

    int leave_block(MD_BLOCKTYPE) {
        auto text = one_line(text_);
        switch (place_) {
        case Place::hook:
            story_.hook = std::move(text);
            break;
        case Place::title:
            check_last_chapter();
            if (text.empty()) report(line_, "import.story_empty_title");
            story_.chapters.push_back(Chapter{std::move(text), {}});
            title_line_ = line_;
            break;
        case Place::paragraph:
            if (story_.chapters.empty()) {
                report(line_, "import.story_outside_chapter");
                hook_missed_ = story_.hook.empty();
            } else {
                story_.chapters.back().paragraphs.push_back(std::move(text));
            }
            break;
        case Place::nowhere:
            break;
        }
        place_ = Place::nowhere;
        return 0;
    }

    int enter_span(MD_SPANTYPE type) {
        const auto at = source_.find_first_not_of(" \r\n\t", end_);
        refuse_mark(line_of(std::min(at, source_.size())), name_of(type));
        return 0;
    }

    int add_text(MD_TEXTTYPE type, std::string_view text) {
        if (text.data() >= source_.data() && text.data() <= source_.data() + source_.size())
            end_ = static_cast<std::size_t>(text.data() - source_.data()) + text.size();
        switch (type) {
        case MD_TEXT_NORMAL:
        case MD_TEXT_CODE: // its span or block has been refused
            text_ += text;
            break;
        case MD_TEXT_BR:
        case MD_TEXT_SOFTBR:
            text_ += ' ';
            break;
        case MD_TEXT_HTML:
            if (place_ != Place::nowhere) refuse_mark(line_of(end_), "<html>");
            break;
        default:
            refuse_mark(line_of(end_), std::string(text));
        }
        return 0;
    }

    // Where the block begins that md4c has just entered: on the next line with text.
    std::size_t next_block() const {
        auto at = end_;
        if (at != 0) at = std::min(source_.find('\n', at), source_.size());
        return std::min(source_.find_first_not_of(" \r\n\t", at), source_.size());
    }

    // Positions only grow, so that counting lines stays linear.
    std::size_t line_of(std::size_t position) {
        for (; counted_ < std::min(position, source_.size()); ++counted_)
            if (source_[counted_] == '\n') ++counted_line_;
        return counted_line_;
    }

    void check_last_chapter() {
        if (!story_.chapters.empty() && story_.chapters.back().paragraphs.empty())
            report(title_line_, "import.story_empty_chapter");
    }

    void refuse_mark(std::size_t line, std::string mark) {
        problems_.add({Severity::error, file_, line, "", std::move(mark), "import.story_mark", {}});
    }
    void report(std::size_t line, const char* key) { problems_.add({Severity::error, file_, line, "", "", key, {}}); }

    std::string_view source_;
    const std::string& file_;
    ProblemList& problems_;
    Story story_;
    Place place_ = Place::nowhere;
    std::string text_;
    std::size_t line_ = 0;       // of the block that is open
    std::size_t title_line_ = 0; // of the last chapter
    std::size_t end_ = 0;        // of the text seen so far
    std::size_t counted_ = 0;
    std::size_t counted_line_ = 1;
    bool hook_missed_ = false;
};

// Link definitions ("[name]: address") leave no trace in what md4c reports.
void refuse_definitions(std::string_view source, const std::string& file, ProblemList& problems) {
    std::size_t line = 1;
    for (std::size_t at = 0; at < source.size(); ++line) {
        const auto end = std::min(source.find('\n', at), source.size());
        const auto text = source.substr(at, end - at);
        const auto first = text.find_first_not_of(" >");
        const auto close = text.find("]:");
        if (first != std::string_view::npos && text[first] == '[' && close != std::string_view::npos)
            problems.add({Severity::error, file, line, "", "[…]: …", "import.story_mark", {}});
        at = end + 1;
    }
}

} // namespace

std::optional<Story> read_story(std::string_view bytes, const std::string& file, ProblemList& problems) {
    const auto source = clean_story(bytes, file, problems);
    if (!source) return std::nullopt;
    ProblemList found;
    refuse_definitions(*source, file, found);
    auto story = StoryParser(*source, file, found).parse();
    const bool broken = found.has_errors();
    for (auto& problem : found.take())
        problems.add(std::move(problem));
    if (broken) return std::nullopt;
    return story;
}

std::optional<StoryName> story_name_from(const std::string& file_name) {
    const std::string ending = ".md";
    if (file_name.size() <= ending.size() || file_name.compare(file_name.size() - 3, 3, ending) != 0)
        return std::nullopt;
    const auto name = file_name.substr(0, file_name.size() - 3);
    const auto dot = name.rfind('.');
    if (dot == std::string::npos || dot == 0) return std::nullopt;
    auto language = name.substr(dot + 1);
    const bool letters = std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!letters || language.size() < 2 || language.size() > 3) return std::nullopt;
    return StoryName{Sku{to_nfc(name.substr(0, dot))}, std::move(language)};
}

} // namespace ocop
