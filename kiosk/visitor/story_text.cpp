#include "kiosk/visitor/story_text.h"

#include <utility>

namespace ocop::kiosk {

namespace {

using LineKind = StoryLine::Kind;

StoryLine fallback_line(const Language& language) {
    return {LineKind::fallback, language.text("visitor.story.in_vietnamese")};
}

void add_story(const Language& language, const Product& product, std::vector<StorySection>& sections) {
    auto found = product.stories.find(language.code());
    const bool translated = found != product.stories.end();
    if (!translated) found = product.stories.find("vi");
    if (found == product.stories.end()) return;
    for (const Chapter& chapter : found->second.chapters) {
        StorySection section{chapter.title, {}};
        if (section.title.empty()) section.title = language.text("visitor.story.title");
        if (!translated) section.lines.push_back(fallback_line(language));
        if (sections.empty() && !found->second.hook.empty())
            section.lines.push_back({LineKind::hook, found->second.hook});
        for (const std::string& paragraph : chapter.paragraphs)
            section.lines.push_back({LineKind::body, paragraph});
        sections.push_back(std::move(section));
    }
}

void add_facts(const Language& language, const Product& product, std::vector<StorySection>& sections) {
    if (product.facts.empty()) return;
    StorySection section{language.text("visitor.story.facts"), {}};
    bool fallback = false;
    for (const Fact& fact : product.facts) {
        if (!fact.text.has(language.code()) && !std::exchange(fallback, true))
            section.lines.push_back(fallback_line(language));
        section.lines.push_back({LineKind::body, fact.text.in(language.code())});
        if (std::string source = source_text(language, fact.source, fact.source_date, fact.source_read);
            !source.empty())
            section.lines.push_back({LineKind::source, std::move(source)});
    }
    sections.push_back(std::move(section));
}

void add_labelled(const Language& language, const std::string& label, const LocalText& text, bool& fallback,
                  StorySection& section) {
    const std::string& words = text.in(language.code());
    if (words.empty()) return;
    if (!text.has(language.code()) && !std::exchange(fallback, true)) section.lines.push_back(fallback_line(language));
    section.lines.push_back({LineKind::label, label});
    section.lines.push_back({LineKind::body, words});
}

void add_use(const Language& language, const Product& product, std::vector<StorySection>& sections) {
    StorySection section{language.text("visitor.story.use"), {}};
    bool fallback = false;
    add_labelled(language, language.text("visitor.story.usage"), product.usage, fallback, section);
    add_labelled(language, language.text("visitor.story.keeping"), product.keeping, fallback, section);
    if (!section.lines.empty()) sections.push_back(std::move(section));
}

void add_maker(const Language& language, const Producer& producer, std::vector<StorySection>& sections) {
    const std::string& about = producer.about.in(language.code());
    if (about.empty()) return;
    StorySection section{language.text("visitor.maker.heading"), {}};
    if (!producer.about.has(language.code())) section.lines.push_back(fallback_line(language));
    section.lines.push_back({LineKind::body, about});
    sections.push_back(std::move(section));
}

int words_in(const std::string& text) {
    int words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n';
        if (!space && !inside) ++words;
        inside = !space;
    }
    return words;
}

} // namespace

std::vector<StorySection> story_sections(const Language& language, const ProductView& product) {
    std::vector<StorySection> sections;
    add_story(language, *product.product, sections);
    add_facts(language, *product.product, sections);
    add_use(language, *product.product, sections);
    add_maker(language, *product.producer, sections);
    return sections;
}

std::string source_text(const Language& language, const std::string& source, const std::string& source_date,
                        const std::string& source_read) {
    if (source.empty()) return {};
    if (!source_date.empty()) return language.format("visitor.story.source", {{"source", source + ", " + source_date}});
    if (source_read.empty()) return language.format("visitor.story.source", {{"source", source}});
    return language.format("visitor.story.source_read", {{"source", source}, {"day", source_read}});
}

int word_count(const std::vector<StorySection>& sections) {
    int words = 0;
    for (const StorySection& section : sections)
        for (const StoryLine& line : section.lines)
            words += words_in(line.text);
    return words;
}

} // namespace ocop::kiosk
