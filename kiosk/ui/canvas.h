// What a screen draws with: shapes, pictures, text and icons in device pixels, in call order. One frame, UI thread.
#pragma once

#include "kiosk/ui/fonts.h"
#include "kiosk/ui/icons.h"
#include "kiosk/ui/rect.h"
#include "kiosk/ui/text_log.h"
#include "kiosk/ui/text_role.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/word_wrap.h"

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace ocop::kiosk {

struct TextureId {
    std::uint64_t value = 0; // 0: none
    bool operator==(const TextureId&) const = default;
};

// A picture on the graphics card with the point (0..1) that every crop keeps inside.
struct Picture {
    TextureId texture;
    float width = 0;
    float height = 0;
    float focus_x = 0.5f;
    float focus_y = 0.5f;
    bool ready() const { return texture.value != 0 && width > 0 && height > 0; }
};

// The part (in 0..1) of a picture that fills `rect`: centred on the focus as far as the picture reaches, and centred
// vertically when the rectangle is wider than 8:5. `zoom` >= 1 shows less of it.
Rect crop_of(const Picture& picture, const Rect& rect, float zoom = 1);

enum class Align { left, centre, right };
enum class Fit { whole, ellipsis }; // ellipsis only in tables and tiles, never on the story screen
enum class ShadowKind { card, dialog };
struct Corners {
    bool top_left = true, top_right = true, bottom_right = true, bottom_left = true;
    static Corners top() { return {true, true, false, false}; }
    static Corners bottom() { return {false, false, true, true}; }
    static Corners left() { return {true, false, false, true}; }
    static Corners right() { return {false, true, true, false}; }
};

struct ParagraphOptions {
    int max_lines = 0; // 0: as many as it takes; else … at the end when text remains
    Align align = Align::left;
};

class Canvas {
public:
    Canvas(ImDrawList& list, const Fonts& fonts, const Palette& palette, TextSize text_size, TextLog& log);

    // Shapes. Radius and thickness are device px; a radius is cut to half the shorter side.
    void fill(const Rect& rect, Colour colour, float radius = 0, Corners corners = {});
    void stroke(const Rect& rect, Colour colour, float thickness, float radius = 0); // inside the edge
    void dashed(const Rect& rect, Colour colour, float thickness, float radius, float dash = 9);
    void gradient(const Rect& rect, Colour top, Colour bottom);
    void gradient(const Rect& rect, Colour top_left, Colour top_right, Colour bottom_right, Colour bottom_left);
    void line(Point from, Point to, Colour colour, float thickness);
    void polyline(const std::vector<Point>& points, Colour colour, float thickness, bool closed = false);
    void polygon(const std::vector<Point>& points, Colour colour); // any simple polygon, concave too
    void convex(const std::vector<Point>& points, Colour colour);  // cheaper, convex and clockwise only
    void bezier(Point from, Point control_1, Point control_2, Point to, Colour colour, float thickness);
    void disc(Point middle, float radius, Colour colour);
    void ring(Point middle, float radius, Colour colour, float thickness);
    void arc(Point middle, float radius, float from_turn, float to_turn, Colour colour,
             float thickness);                      // turns from 12 o'clock
    void shadow(const Rect& rect, ShadowKind kind); // before the card itself; nothing in high contrast

    void image(const Picture& picture, const Rect& rect, float radius = 0, float zoom = 1, Corners corners = {},
               float opacity = 1);
    void icon(Icon icon, const Rect& rect, Colour colour, float stroke = 2); // centred, stroke in 24-grid units

    // One line, centred on its capitals in the height of `rect`. Text wider than the rectangle is drawn whole and
    // reported as not fitting, unless an ellipsis is asked for. Returns the width drawn.
    float text(TextRole role, const Rect& rect, std::string_view text, Colour colour, Align align = Align::left,
               Fit fit = Fit::whole);
    // One line whose line box (line_height) begins at `top_left`. Returns the width drawn.
    float text(TextRole role, Point top_left, std::string_view text, Colour colour);
    // Wrapped lines from the top of `rect`; returns the height used. A rectangle of height 0 is as high as it takes;
    // otherwise text that runs out of it is reported as not fitting.
    float paragraph(TextRole role, const Rect& rect, std::string_view text, Colour colour,
                    const ParagraphOptions& options = {});

    // Measures, in device px, of what would be drawn (text size and high contrast included).
    float text_width(TextRole role, std::string_view text) const;
    float paragraph_height(TextRole role, float width, std::string_view text, int max_lines = 0) const;
    float line_height(TextRole role) const;
    // The first of these styles in which the words are no wider than `width`, else the last one.
    TextRole fitting(std::initializer_list<TextRole> roles, float width, std::string_view text) const;
    float em(TextRole role) const;
    WrappedText wrap(TextRole role, float width, std::string_view text, int max_lines = 0) const;

    // While the object lives, drawing is cut to `rect` as well (clip) or drawn less opaque and moved (fade).
    class Scope {
    public:
        Scope(Scope&& other) noexcept;
        Scope& operator=(Scope&&) = delete;
        ~Scope();

    private:
        friend class Canvas;
        enum class Kind { none, clip, fade, text_size };
        Scope(Canvas& canvas, Kind kind) : canvas_(&canvas), kind_(kind) {}
        Canvas* canvas_;
        Kind kind_;
        float opacity_before_ = 1;
        TextSize text_size_before_ = TextSize::normal;
    };
    [[nodiscard]] Scope clip(const Rect& rect);
    [[nodiscard]] Scope fade(float opacity);
    // Words that are part of a drawing (the seal) keep their size, whatever the visitor chose for reading.
    [[nodiscard]] Scope drawn_words();

    // Everything drawn until finish_lowering() is meant for a window whose top is `by` px further down (Ui does this
    // for the low-reach layout).
    void lower_by(float by);
    void finish_lowering();

    const Rect& clip_rect() const { return clips_.back(); }
    const Fonts& fonts() const { return *fonts_; }

private:
    unsigned packed(Colour colour) const;
    TextRole effective(TextRole role) const;
    void glyphs(TextRole effective_role, float x, float baseline, std::string_view text, Colour colour);
    void record_text(TextRole effective_role, const Rect& rect, std::string_view text, Colour colour, bool fits,
                     bool truncated);
    void record_fill(const Rect& rect, Colour colour);

    ImDrawList* list_;
    const Fonts* fonts_;
    const Palette* palette_;
    TextSize text_size_;
    TextLog* log_;
    float opacity_ = 1;
    float lowered_ = 0;
    std::vector<Rect> clips_;
};

} // namespace ocop::kiosk
