#include "kiosk/visitor/story_column.h"

#include "kiosk/ui/patterns.h"
#include "kiosk/ui/tags.h"
#include "kiosk/visitor/flow.h"
#include "kiosk/visitor/wording.h"

#include <algorithm>
#include <string>

namespace ocop::kiosk {

namespace {

struct HeadingTag {
    std::string label;
    TagLook look;
    Icon icon;
};

std::vector<HeadingTag> tags_of(const Ui& ui, const ProductView& product) {
    const Language& language = ui.language();
    std::vector<HeadingTag> tags;
    tags.push_back({group_name(language, product.product->group), TagLook::hoe, group_icon(product.product->group)});
    if (!product.product->ocop)
        tags.push_back({language.text("visitor.certificate.not_ocop"), TagLook::grey, Icon::store});
    if (product.product->season) {
        const std::string months = months_text(language, *product.product->season);
        tags.push_back({language.format(product.in_season ? "visitor.season.now_months" : "visitor.season.months",
                                        {{"months", months}}),
                        product.in_season ? TagLook::pine : TagLook::grey, Icon::leaf});
    }
    if (!product.product->craft_village.empty())
        tags.push_back({product.product->craft_village, TagLook::grey, Icon::house});
    if (product.product->kind == ProductKind::service)
        tags.push_back({language.text("visitor.story.service"), TagLook::indigo, Icon::map});
    return tags;
}

std::vector<float> widths_of(Ui& ui, const std::vector<HeadingTag>& tags) {
    std::vector<float> widths;
    for (const HeadingTag& each : tags)
        widths.push_back(tag_width(ui, each.label, each.icon));
    return widths;
}

std::string gloss_of(const Ui& ui, const Product& product) {
    const std::string& code = ui.language().code();
    if (code == "vi" || !product.name.has(code)) return {};
    const std::string& gloss = product.name.in(code);
    return gloss == product.name.in("vi") ? std::string{} : gloss;
}

float heading(Ui& ui, const ProductView& product, const Rect& rect, bool draw) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const auto tags = tags_of(ui, product);
    const auto placed = flow(rect, widths_of(ui, tags), tag_height(ui), ui.px(space::s));
    if (draw)
        for (std::size_t i = 0; i < tags.size(); ++i)
            tag(ui, {placed[i].x, placed[i].y}, tags[i].label, tags[i].look, tags[i].icon);
    float y = placed.back().bottom() + ui.px(space::xs);
    const std::string& name = product.product->name.in("vi");
    const TextRole role = title_role(ui, name, rect.w);
    if (draw) canvas.paragraph(role, {rect.x, y, rect.w, 0}, name, colours.ink);
    y += canvas.paragraph_height(role, rect.w, name);
    if (const std::string gloss = gloss_of(ui, *product.product); !gloss.empty()) {
        if (draw) canvas.paragraph(TextRole::T2, {rect.x, y, rect.w, 0}, gloss, colours.ink_2);
        y += canvas.paragraph_height(TextRole::T2, rect.w, gloss);
    }
    return y - rect.y;
}

std::string chip_label(std::size_t index, const StorySection& section) {
    return std::to_string(index + 1) + "  " + section.title;
}

std::vector<float> chip_widths(Ui& ui, const std::vector<StorySection>& sections) {
    std::vector<float> widths;
    for (std::size_t i = 0; i < sections.size(); ++i)
        widths.push_back(ui.canvas().text_width(TextRole::B3, chip_label(i, sections[i])) + ui.px(56));
    return widths;
}

// A chip with its number; the open one is filled.
bool chapter_chip(Ui& ui, const std::string& name, const Rect& rect, const std::string& label, bool open) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const Tap tap = ui.tap_target(name, TargetRole::chip, rect, label);
    canvas.fill(rect, open ? colours.selected : mix(colours.surface, colours.sunken, tap.pressed), rect.h / 2);
    if (!open) canvas.stroke(rect, colours.line_strong, ui.px(colours.border), rect.h / 2);
    canvas.text(open ? TextRole::B3 : TextRole::M3, rect, label, open ? colours.on_selected : colours.ink,
                Align::centre);
    if (tap.focused) ui.focus_ring(rect, rect.h / 2);
    return tap.tapped;
}

float section_lines(Ui& ui, const StorySection& section, const Rect& rect, bool draw) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    float y = rect.y;
    const auto paragraph = [&](TextRole role, const std::string& text, Colour colour) {
        if (draw) canvas.paragraph(role, {rect.x, y, rect.w, 0}, text, colour);
        y += canvas.paragraph_height(role, rect.w, text);
    };
    bool first = true;
    StoryLine::Kind before = StoryLine::Kind::fallback;
    for (const StoryLine& line : section.lines) {
        const bool attached =
            line.kind == StoryLine::Kind::source || before == StoryLine::Kind::label || before == StoryLine::Kind::hook;
        if (!first && !attached) y += ui.px(space::s);
        first = false;
        before = line.kind;
        switch (line.kind) {
        case StoryLine::Kind::fallback:
            if (draw) tag(ui, {rect.x, y}, line.text, TagLook::grey, Icon::globe);
            y += tag_height(ui);
            break;
        case StoryLine::Kind::hook:
            paragraph(TextRole::S3, line.text, colours.ink);
            break;
        case StoryLine::Kind::label:
            paragraph(TextRole::B3, line.text, colours.ink);
            break;
        case StoryLine::Kind::source:
            paragraph(TextRole::T4, line.text, colours.ink_2);
            break;
        case StoryLine::Kind::body:
            paragraph(TextRole::T2, line.text, colours.ink);
            break;
        }
    }
    return y - rect.y;
}

} // namespace

TextRole title_role(Ui& ui, const std::string& name, float width) {
    for (const TextRole role : {TextRole::D2, TextRole::D3}) {
        const auto wrapped = ui.canvas().wrap(role, width, name);
        if (wrapped.lines.size() <= (role == TextRole::D2 ? 1u : 2u) && !wrapped.broke_word) return role;
    }
    return TextRole::S1;
}

float story_heading(Ui& ui, const ProductView& product, const Rect& rect) {
    return heading(ui, product, rect, true);
}

float story_heading_height(Ui& ui, const ProductView& product, float width) {
    return heading(ui, product, {0, 0, width, 0}, false);
}

float chapter_chips_height(Ui& ui, const std::vector<StorySection>& sections, float width) {
    if (sections.size() == 1) return sections.front().title.empty() ? 0 : ui.canvas().line_height(TextRole::S2);
    return flow_height(width, chip_widths(ui, sections), chip_height(ui), ui.px(space::s));
}

float chapter_chips(Ui& ui, const std::vector<StorySection>& sections, int open, const Rect& rect, Intents& intents) {
    const float height = chapter_chips_height(ui, sections, rect.w);
    if (sections.size() == 1) {
        if (height > 0)
            ui.canvas().text(TextRole::S2, {rect.x, rect.y, rect.w, height}, sections.front().title, ui.colours().ink);
        return height;
    }
    const auto placed = flow(rect, chip_widths(ui, sections), chip_height(ui), ui.px(space::s));
    for (std::size_t i = 0; i < sections.size(); ++i)
        if (chapter_chip(ui, "chapter/" + std::to_string(i + 1), placed[i], chip_label(i, sections[i]),
                         static_cast<int>(i) == open))
            intents.emplace_back(OpenChapter{static_cast<int>(i)});
    return height;
}

float section_text(Ui& ui, const StorySection& section, const Rect& rect) {
    return section_lines(ui, section, rect, true);
}

float section_text_height(Ui& ui, const StorySection& section, float width) {
    return section_lines(ui, section, {0, 0, width, 0}, false);
}

} // namespace ocop::kiosk
