#include "kiosk/ui/canvas.h"

#include "kiosk/ui/triangles.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ocop::kiosk {

namespace {

ImVec2 vec(Point point) {
    return {point.x, point.y};
}
ImVec2 top_left(const Rect& rect) {
    return {rect.x, rect.y};
}
ImVec2 bottom_right(const Rect& rect) {
    return {rect.right(), rect.bottom()};
}

std::vector<ImVec2> vecs(const std::vector<Point>& points) {
    std::vector<ImVec2> result;
    result.reserve(points.size());
    for (const Point point : points)
        result.push_back(vec(point));
    return result;
}

ImDrawFlags flags_of(Corners corners) {
    ImDrawFlags flags = 0;
    if (corners.top_left) flags |= ImDrawFlags_RoundCornersTopLeft;
    if (corners.top_right) flags |= ImDrawFlags_RoundCornersTopRight;
    if (corners.bottom_right) flags |= ImDrawFlags_RoundCornersBottomRight;
    if (corners.bottom_left) flags |= ImDrawFlags_RoundCornersBottomLeft;
    return flags == 0 ? static_cast<ImDrawFlags>(ImDrawFlags_RoundCornersNone) : flags;
}

float cut_radius(const Rect& rect, float radius) {
    return std::min(radius, std::min(rect.w, rect.h) / 2);
}

ImTextureID texture_of(TextureId id) {
    return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(id.value));
}

} // namespace

Rect crop_of(const Picture& picture, const Rect& rect, float zoom) {
    const float wanted = rect.w / std::max(1.0f, rect.h);
    const float ratio = picture.width / std::max(1.0f, picture.height);
    float w = 1;
    float h = 1;
    if (wanted > ratio)
        h = ratio / wanted;
    else
        w = wanted / ratio;
    w /= zoom;
    h /= zoom;
    const float x = std::clamp(picture.focus_x - w / 2, 0.0f, 1 - w);
    float y = wanted > 1.6f && zoom <= 1 ? (1 - h) / 2 : picture.focus_y - h / 2;
    y = std::clamp(y, std::min(picture.focus_y - h, 1 - h), picture.focus_y);
    return {x, std::clamp(y, 0.0f, 1 - h), w, h};
}

Canvas::Canvas(ImDrawList& list, const Fonts& fonts, const Palette& palette, TextSize text_size, TextLog& log)
    : list_(&list), fonts_(&fonts), palette_(&palette), text_size_(text_size), log_(&log) {
    const ImVec2 from = list.GetClipRectMin();
    const ImVec2 to = list.GetClipRectMax();
    clips_.push_back({from.x, from.y, to.x - from.x, to.y - from.y});
}

void Canvas::lower_by(float by) {
    Rect& whole = clips_.front();
    lowered_ = by;
    whole.y -= by;
    list_->PushClipRect(vec({whole.x, whole.y}), vec({whole.right(), whole.bottom()}), false);
}

void Canvas::finish_lowering() {
    list_->PopClipRect();
    for (ImDrawVert& vertex : list_->VtxBuffer)
        vertex.pos.y += lowered_;
    for (ImDrawCmd& command : list_->CmdBuffer) {
        command.ClipRect.y += lowered_;
        command.ClipRect.w += lowered_;
    }
}

unsigned Canvas::packed(Colour colour) const {
    const Colour shown = opacity_ < 1 ? colour.with_alpha(opacity_) : colour;
    return IM_COL32(shown.r, shown.g, shown.b, shown.a);
}

void Canvas::record_fill(const Rect& rect, Colour colour) {
    if (log_->enabled && colour.a == 255) log_->fills.push_back({intersection(rect, clip_rect()), colour});
}

void Canvas::fill(const Rect& rect, Colour colour, float radius, Corners corners) {
    if (rect.empty()) return;
    list_->AddRectFilled(top_left(rect), bottom_right(rect), packed(colour), cut_radius(rect, radius),
                         flags_of(corners));
    record_fill(rect, colour);
}

void Canvas::stroke(const Rect& rect, Colour colour, float thickness, float radius) {
    if (rect.empty()) return;
    const Rect middle = inset(rect, thickness / 2);
    list_->AddRect(top_left(middle), bottom_right(middle), packed(colour),
                   std::max(0.0f, cut_radius(rect, radius) - thickness / 2), 0, thickness);
}

void Canvas::dashed(const Rect& rect, Colour colour, float thickness, float radius, float dash) {
    const Rect middle = inset(rect, thickness / 2);
    radius = cut_radius(middle, radius);
    std::vector<Point> outline;
    const auto corner = [&](float x, float y, float from) {
        for (int i = 0; i <= 8; ++i) {
            const float angle = (from + static_cast<float>(i) / 8) * pi / 2;
            outline.push_back({x + radius * std::cos(angle), y + radius * std::sin(angle)});
        }
    };
    corner(middle.right() - radius, middle.y + radius, -1);
    corner(middle.right() - radius, middle.bottom() - radius, 0);
    corner(middle.x + radius, middle.bottom() - radius, 1);
    corner(middle.x + radius, middle.y + radius, 2);
    outline.push_back(outline.front());
    float left = dash; // of the current dash (drawn) or gap
    bool drawn = true;
    for (std::size_t i = 0; i + 1 < outline.size(); ++i) {
        Point from = outline[i];
        float length = std::hypot(outline[i + 1].x - from.x, outline[i + 1].y - from.y);
        const Point direction{(outline[i + 1].x - from.x) / std::max(length, 0.001f),
                              (outline[i + 1].y - from.y) / std::max(length, 0.001f)};
        while (length > 0.01f) {
            const float step = std::min(left, length);
            const Point to{from.x + direction.x * step, from.y + direction.y * step};
            if (drawn) list_->AddLine(vec(from), vec(to), packed(colour), thickness);
            from = to;
            length -= step;
            left -= step;
            if (left <= 0.01f) {
                drawn = !drawn;
                left = dash * (drawn ? 1.0f : 0.7f);
            }
        }
    }
}

void Canvas::gradient(const Rect& rect, Colour top, Colour bottom) {
    gradient(rect, top, top, bottom, bottom);
}

void Canvas::gradient(const Rect& rect, Colour top_left_colour, Colour top_right, Colour bottom_right_colour,
                      Colour bottom_left) {
    if (rect.empty()) return;
    list_->AddRectFilledMultiColor(top_left(rect), bottom_right(rect), packed(top_left_colour), packed(top_right),
                                   packed(bottom_right_colour), packed(bottom_left));
}

void Canvas::line(Point from, Point to, Colour colour, float thickness) {
    list_->AddLine(vec(from), vec(to), packed(colour), thickness);
}

void Canvas::polyline(const std::vector<Point>& points, Colour colour, float thickness, bool closed) {
    if (points.size() < 2) return;
    const auto list = vecs(points);
    list_->AddPolyline(list.data(), static_cast<int>(list.size()), packed(colour), closed ? ImDrawFlags_Closed : 0,
                       thickness);
}

void Canvas::polygon(const std::vector<Point>& points, Colour colour) {
    const auto triangles = triangulate(points);
    if (triangles.empty()) return;
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list_->PrimReserve(static_cast<int>(triangles.size()), static_cast<int>(points.size()));
    const auto first = static_cast<ImDrawIdx>(list_->_VtxCurrentIdx);
    for (const auto index : triangles)
        list_->PrimWriteIdx(static_cast<ImDrawIdx>(first + index));
    for (const Point point : points)
        list_->PrimWriteVtx(vec(point), white, packed(colour));
    polyline(points, colour, 1, true); // softens the edge
}

void Canvas::convex(const std::vector<Point>& points, Colour colour) {
    const auto list = vecs(points);
    list_->AddConvexPolyFilled(list.data(), static_cast<int>(list.size()), packed(colour));
}

void Canvas::bezier(Point from, Point control_1, Point control_2, Point to, Colour colour, float thickness) {
    list_->AddBezierCubic(vec(from), vec(control_1), vec(control_2), vec(to), packed(colour), thickness);
}

void Canvas::disc(Point middle, float radius, Colour colour) {
    list_->AddCircleFilled(vec(middle), radius, packed(colour));
    const float half = radius * 0.7f;
    record_fill({middle.x - half, middle.y - half, 2 * half, 2 * half}, colour);
}

void Canvas::ring(Point middle, float radius, Colour colour, float thickness) {
    list_->AddCircle(vec(middle), radius - thickness / 2, packed(colour), 0, thickness);
}

void Canvas::arc(Point middle, float radius, float from_turn, float to_turn, Colour colour, float thickness) {
    list_->PathArcTo(vec(middle), radius - thickness / 2, from_turn * 2 * pi - pi / 2, to_turn * 2 * pi - pi / 2,
                     std::max(8, static_cast<int>(std::abs(to_turn - from_turn) * 96)));
    list_->PathStroke(packed(colour), 0, thickness);
}

void Canvas::shadow(const Rect& rect, ShadowKind kind) {
    if (palette_->high_contrast || rect.empty()) return;
    const ShadowSlice& slice = kind == ShadowKind::card ? fonts_->card_shadow() : fonts_->dialog_shadow();
    const float out = slice.outside;
    const float in_x = std::min(out, std::floor(rect.w / 2));
    const float in_y = std::min(out, std::floor(rect.h / 2));
    const float xs[4] = {rect.x - out, rect.x + in_x, rect.right() - in_x, rect.right() + out};
    const float ys[4] = {rect.y - out, rect.y + in_y, rect.bottom() - in_y, rect.bottom() + out};
    const float texels = out * 4 + 1;
    const float share_x = (out + in_x) / texels;
    const float share_y = (out + in_y) / texels;
    const float width = slice.u1 - slice.u0;
    const float height = slice.v1 - slice.v0;
    const float us[4] = {slice.u0, slice.u0 + width * share_x, slice.u1 - width * share_x, slice.u1};
    const float vs[4] = {slice.v0, slice.v0 + height * share_y, slice.v1 - height * share_y, slice.v1};
    const unsigned colour = packed(palette_->shadow.with_alpha(slice.strength));
    const ImTextureID texture = fonts_->atlas().TexID;
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column) {
            if (row == 1 && column == 1) continue; // under the card itself
            if (xs[column + 1] <= xs[column] || ys[row + 1] <= ys[row]) continue;
            list_->AddImage(texture, {xs[column], ys[row]}, {xs[column + 1], ys[row + 1]}, {us[column], vs[row]},
                            {us[column + 1], vs[row + 1]}, colour);
        }
}

void Canvas::image(const Picture& picture, const Rect& rect, float radius, float zoom, Corners corners, float opacity) {
    if (!picture.ready() || rect.empty()) return;
    const Rect crop = crop_of(picture, rect, zoom);
    list_->AddImageRounded(texture_of(picture.texture), top_left(rect), bottom_right(rect), {crop.x, crop.y},
                           {crop.right(), crop.bottom()}, packed(palette_->white.with_alpha(opacity)),
                           cut_radius(rect, radius), flags_of(corners));
}

void Canvas::icon(Icon icon, const Rect& rect, Colour colour, float stroke) {
    const float size = std::min(rect.w, rect.h);
    const float unit = size / 24;
    const float left = std::round(rect.centre_x() - size / 2);
    const float top = std::round(rect.centre_y() - size / 2);
    const float thickness = std::max(1.0f, stroke * unit);
    for (const IconStroke& path : icon_strokes(icon)) {
        std::vector<Point> points = path.points;
        for (Point& point : points)
            point = {left + point.x * unit, top + point.y * unit};
        if (path.filled) {
            polygon(points, colour);
            continue;
        }
        // Straight from sharp corner to sharp corner, with discs as round joins and caps.
        const auto joints = round_joints(points, path.closed);
        if (joints.empty()) polyline(points, colour, thickness, path.closed);
        for (std::size_t i = 0; i < joints.size(); ++i) {
            list_->AddCircleFilled(vec(points[joints[i]]), thickness / 2, packed(colour), 12);
            const bool wraps = i + 1 == joints.size();
            if (wraps && !path.closed) break;
            std::vector<Point> part;
            const std::size_t end = wraps ? joints.front() + points.size() : joints[i + 1];
            for (std::size_t at = joints[i]; at <= end; ++at)
                part.push_back(points[at % points.size()]);
            polyline(part, colour, thickness);
        }
    }
}

Canvas::Scope Canvas::clip(const Rect& rect) {
    clips_.push_back(intersection(clips_.back(), rect));
    list_->PushClipRect(top_left(clips_.back()), bottom_right(clips_.back()), false);
    return Scope(*this, Scope::Kind::clip);
}

Canvas::Scope Canvas::fade(float opacity) {
    Scope scope(*this, Scope::Kind::fade);
    scope.opacity_before_ = opacity_;
    opacity_ *= std::clamp(opacity, 0.0f, 1.0f);
    return scope;
}

Canvas::Scope Canvas::drawn_words() {
    Scope scope(*this, Scope::Kind::text_size);
    scope.text_size_before_ = std::exchange(text_size_, TextSize::normal);
    return scope;
}

Canvas::Scope::Scope(Scope&& other) noexcept
    : canvas_(other.canvas_), kind_(std::exchange(other.kind_, Kind::none)), opacity_before_(other.opacity_before_),
      text_size_before_(other.text_size_before_) {}

Canvas::Scope::~Scope() {
    if (kind_ == Kind::clip) {
        canvas_->list_->PopClipRect();
        canvas_->clips_.pop_back();
    }
    if (kind_ == Kind::fade) canvas_->opacity_ = opacity_before_;
    if (kind_ == Kind::text_size) canvas_->text_size_ = text_size_before_;
}

} // namespace ocop::kiosk
