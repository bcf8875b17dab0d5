#include "tests/support/layout_lint.h"

#include <algorithm>
#include <cstdio>

namespace ocop::test {

using namespace ocop::kiosk;

namespace {

using Faults = std::vector<std::string>;

constexpr const char* second_exit = "reach.access"; // the one control that may stand above the lowered screen

std::string quoted(const std::string& text) {
    constexpr std::size_t most = 60;
    if (text.size() <= most) return "“" + text + "”";
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return "“" + text.substr(0, end) + "…”";
}

std::string one_decimal(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

void check_targets(const TargetRegistry& registry, const Scale& scale, Faults& faults) {
    for (const auto& name : registry.duplicate_names())
        faults.push_back("two targets are named " + name);
    for (const auto& name : registry.too_small(scale.px_per_mm)) {
        const Target& small = *registry.find(name);
        faults.push_back("too small to touch: " + name + " is " + one_decimal(small.rect.w / scale.px_per_mm) + " x " +
                         one_decimal(small.rect.h / scale.px_per_mm) + " mm, at least " + one_decimal(small.floor_mm));
    }
    for (const auto& pair : registry.overlapping())
        faults.push_back("targets overlap: " + pair);
    const Rect screen{-1, -1, scale.width + 2, scale.height + 2};
    for (const Target& each : registry.targets()) {
        if (!each.visible()) continue;
        if (each.label.empty()) faults.push_back("target without a label: " + each.name);
        const Rect across{each.rect.x, 0, each.rect.w, 1};
        if (!screen.contains(each.scrolls ? across : each.rect))
            faults.push_back("target off the screen: " + each.name);
    }
}

void check_reach(const TargetRegistry& registry, const FrameOptions& options, Faults& faults) {
    for (const auto& place : registry.scroll_places()) {
        // Two buttons, or one that goes on page by page and from the end back to the beginning.
        const bool both =
            registry.find(place.name + "/down") != nullptr && registry.find(place.name + "/up") != nullptr;
        const bool tappable = both || registry.find(place.name + ".more") != nullptr;
        if (place.longer && !tappable) faults.push_back("can only be dragged: " + place.name);
    }
    if (!options.low_reach) return;
    const float top = options.scale.height - options.scale.lowered().height;
    for (const Target& each : registry.targets())
        if (each.visible() && each.hit.y < top - 1 && each.name != second_exit && each.role != TargetRole::surface)
            faults.push_back("out of reach: " + each.name);
}

Colour over(Colour colour, Colour background) {
    return mix(background, {colour.r, colour.g, colour.b, 255}, static_cast<float>(colour.a) / 255);
}

bool hidden(const TextLog& log, const TextRecord& text) {
    for (std::size_t i = text.fills_before; i < log.fills.size(); ++i)
        if (log.fills[i].rect.contains(text.rect)) return true;
    return false;
}

void check_text(const TextRecord& text, const Scale& scale, Faults& faults) {
    if (!text.fits) faults.push_back("text does not fit: " + quoted(text.text));
    if (!text.missing.empty()) faults.push_back("letters missing: " + quoted(text.text));
    const double ratio = contrast(over(text.colour, text.background), text.background);
    if (ratio < least_contrast) faults.push_back("contrast " + one_decimal(ratio) + ": " + quoted(text.text));
    if (text.rect.x < -1 || text.rect.right() > scale.width + 1)
        faults.push_back("text off the screen: " + quoted(text.text));
    // What a list cuts can be scrolled into view; what the screen cuts cannot.
    const bool whole_screen = text.clip.h >= scale.height - 1;
    if (whole_screen && (text.rect.y < -1 || text.rect.bottom() > scale.height + text.rect.h * 0.2f))
        faults.push_back("text off the screen: " + quoted(text.text));
}

void check_texts_apart(const TextLog& log, Faults& faults) {
    const auto& texts = log.texts;
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const Rect shared =
                intersection(intersection(texts[i].rect, texts[i].clip), intersection(texts[j].rect, texts[j].clip));
            const float line = std::min(texts[i].rect.h, texts[j].rect.h);
            if (shared.w < 3 || shared.h < line * 0.35f) continue;
            const auto first = log.fills.begin() + static_cast<std::ptrdiff_t>(texts[i].fills_before);
            const auto last = log.fills.begin() + static_cast<std::ptrdiff_t>(texts[j].fills_before);
            if (std::any_of(first, last, [&](const TextLog::Fill& fill) { return overlap(fill.rect, shared); }))
                continue; // the second stands on something that covers the first
            faults.push_back("texts overlap: " + quoted(texts[i].text) + " and " + quoted(texts[j].text));
        }
}

} // namespace

std::vector<std::string> faults_of_frame(const UiState& state, const FrameOptions& options) {
    Faults faults;
    const Scale& scale = options.scale;
    if (options.audience == Audience::visitor) check_reach(state.targets.shown(), options, faults);
    check_targets(state.targets.shown(), scale, faults);
    for (const TextRecord& text : state.texts.texts)
        if (!hidden(state.texts, text)) check_text(text, scale, faults);
    check_texts_apart(state.texts, faults);
    return faults;
}

void LintReport::add(const std::string& screen, const std::string& look, const std::vector<std::string>& faults) {
    for (const auto& fault : faults) {
        const auto found = std::find_if(lines_.begin(), lines_.end(),
                                        [&](const Line& line) { return line.screen == screen && line.fault == fault; });
        if (found == lines_.end())
            lines_.push_back({screen, fault, look, 0});
        else
            ++found->more;
    }
}

std::string LintReport::text() const {
    std::string all = std::to_string(lines_.size()) + " faults";
    for (const Line& line : lines_) {
        all += "\n" + line.screen + ": " + line.fault + " (" + line.look;
        if (line.more > 0) all += " and " + std::to_string(line.more) + " more";
        all += ")";
    }
    return all;
}

} // namespace ocop::test
