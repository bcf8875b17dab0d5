#include "kiosk/ui/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace ocop::kiosk {

namespace {

constexpr float ascent_em = 1.069f;   // baseline below the top of the glyph box
constexpr float capitals_em = 0.714f; // height of capitals

float width_of(const ImFont& font, std::string_view text) {
    const char* end = text.data() + text.size();
    return font.CalcTextSizeA(font.FontSize, FLT_MAX, 0, text.data(), end).x;
}

} // namespace

TextRole Canvas::effective(TextRole role) const {
    return effective_role(role, text_size_, palette_->high_contrast);
}

float Canvas::em(TextRole role) const {
    return fonts_->em(effective(role));
}

float Canvas::line_height(TextRole role) const {
    return fonts_->line_height(effective(role));
}

float Canvas::text_width(TextRole role, std::string_view text) const {
    return std::ceil(width_of(*fonts_->font(effective(role)), text));
}

TextRole Canvas::fitting(std::initializer_list<TextRole> roles, float width, std::string_view text) const {
    TextRole chosen = *roles.begin();
    for (const TextRole role : roles) {
        chosen = role;
        if (text_width(role, text) <= width) break;
    }
    return chosen;
}

WrappedText Canvas::wrap(TextRole role, float width, std::string_view text, int max_lines) const {
    const ImFont& font = *fonts_->font(effective(role));
    return wrap_text(
        text, width, [&font](std::string_view part) { return width_of(font, part); }, max_lines);
}

float Canvas::paragraph_height(TextRole role, float width, std::string_view text, int max_lines) const {
    return static_cast<float>(wrap(role, width, text, max_lines).lines.size()) * line_height(role);
}

void Canvas::glyphs(TextRole role, float x, float baseline, std::string_view text, Colour colour) {
    const ImFont* font = fonts_->font(role);
    const float top = std::round(baseline - fonts_->em(role) * ascent_em);
    list_->AddText(font, font->FontSize, {std::round(x), top}, packed(colour), text.data(), text.data() + text.size());
}

void Canvas::record_text(TextRole role, const Rect& rect, std::string_view text, Colour colour, bool fits,
                         bool truncated) {
    if (!log_->enabled || intersection(rect, clip_rect()).empty()) return;
    TextRecord record{std::string(text), rect, clip_rect(), log_->fills.size(),         role, colour,
                      palette_->paper,   fits, truncated,   fonts_->missing(role, text)};
    const Rect seen = intersection(rect, clip_rect());
    const Point middle{seen.centre_x(), seen.centre_y()};
    for (auto fill = log_->fills.rbegin(); fill != log_->fills.rend(); ++fill)
        if (fill->rect.contains(middle)) {
            record.background = fill->colour;
            break;
        }
    log_->texts.push_back(std::move(record));
}

float Canvas::text(TextRole role, const Rect& rect, std::string_view text, Colour colour, Align align, Fit fit) {
    if (text.empty()) return 0;
    role = effective(role);
    const ImFont& font = *fonts_->font(role);
    std::string shortened;
    float width = width_of(font, text);
    const bool too_wide = width > rect.w + 0.5f;
    if (too_wide && fit == Fit::ellipsis) {
        shortened = with_ellipsis(text, rect.w, [&font](std::string_view part) { return width_of(font, part); });
        text = shortened;
        width = width_of(font, text);
    }
    const float x = align == Align::left     ? rect.x
                    : align == Align::centre ? rect.x + (rect.w - width) / 2
                                             : rect.right() - width;
    const float baseline = std::round(rect.centre_y() + fonts_->em(role) * capitals_em / 2);
    glyphs(role, x, baseline, text, colour);
    const float height = fonts_->em(role);
    const bool high_enough = height * capitals_em <= rect.h + 1;
    record_text(role, {x, baseline - height * capitals_em, width, height * capitals_em}, text, colour,
                (!too_wide || fit == Fit::ellipsis) && high_enough, !shortened.empty());
    return width;
}

float Canvas::text(TextRole role, Point top_left, std::string_view text, Colour colour) {
    if (text.empty()) return 0;
    role = effective(role);
    const float line = fonts_->line_height(role);
    const float width = width_of(*fonts_->font(role), text);
    const float em = fonts_->em(role);
    glyphs(role, top_left.x, top_left.y + (line - em * 1.362f) / 2 + em * ascent_em, text, colour);
    record_text(role, {top_left.x, top_left.y, width, line}, text, colour,
                top_left.x + width <= clips_.front().right() + 0.5f, false);
    return width;
}

float Canvas::paragraph(TextRole role, const Rect& rect, std::string_view text, Colour colour,
                        const ParagraphOptions& options) {
    if (text.empty()) return 0;
    const WrappedText wrapped = wrap(role, rect.w, text, options.max_lines);
    role = effective(role);
    const ImFont& font = *fonts_->font(role);
    const float line = fonts_->line_height(role);
    const float em = fonts_->em(role);
    float y = rect.y;
    float widest = 0;
    for (const std::string& part : wrapped.lines) {
        const float width = options.align == Align::left && !log_->enabled ? 0 : width_of(font, part);
        widest = std::max(widest, width);
        const float x = options.align == Align::left     ? rect.x
                        : options.align == Align::centre ? rect.x + (rect.w - width) / 2
                                                         : rect.right() - width;
        const float baseline = y + (line - em * 1.362f) / 2 + em * ascent_em;
        if (y < clip_rect().bottom() && y + line * 1.2f > clip_rect().y) glyphs(role, x, baseline, part, colour);
        y += line;
    }
    const float height = y - rect.y;
    const float left = options.align == Align::left     ? rect.x
                       : options.align == Align::centre ? rect.x + (rect.w - widest) / 2
                                                        : rect.right() - widest;
    record_text(role, {left, rect.y, widest, height}, text, colour,
                !wrapped.broke_word && (rect.h <= 0 || height - line + em <= rect.h + 1), wrapped.truncated);
    return height;
}

} // namespace ocop::kiosk
