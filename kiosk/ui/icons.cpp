#include "kiosk/ui/icons.h"

#include "kiosk/ui/icon_paths.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace ocop::kiosk {

namespace {

void add_arc(std::vector<Point>& points, Point middle, float radius, float from, float to, int steps) {
    for (int i = 0; i <= steps; ++i) {
        const float angle = from + (to - from) * static_cast<float>(i) / static_cast<float>(steps);
        points.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    }
}

bool close(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y) < 0.01f;
}

class PathReader {
public:
    explicit PathReader(std::string_view path) : text_(path) {}

    std::vector<IconStroke> read() {
        while (skip_space(), at_ < text_.size())
            command(text_[at_++]);
        finish();
        return std::move(strokes_);
    }

private:
    void skip_space() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ','))
            ++at_;
    }

    bool number_follows() {
        skip_space();
        return at_ < text_.size() &&
               (text_[at_] == '-' || text_[at_] == '.' || (text_[at_] >= '0' && text_[at_] <= '9'));
    }

    float number() {
        if (!number_follows()) throw std::logic_error("icon path: number expected in " + text_);
        char* end = nullptr;
        const float value = std::strtof(text_.c_str() + at_, &end);
        at_ = static_cast<std::size_t>(end - text_.c_str());
        return value;
    }

    Point point() {
        const float x = number();
        return {x, number()};
    }

    void finish() {
        if (!current_.points.empty()) strokes_.push_back(std::move(current_));
        current_ = {};
    }

    void shape(std::vector<Point> points, bool filled) {
        finish();
        strokes_.push_back({std::move(points), true, filled});
    }

    void curve(const std::array<Point, 4>& p) {
        constexpr int steps = 10;
        for (int i = 1; i <= steps; ++i) {
            const float t = static_cast<float>(i) / steps;
            const float u = 1 - t;
            const float a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
            current_.points.push_back(
                {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x, a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y});
        }
    }

    void command(char letter) {
        switch (letter) {
        case 'M':
            finish();
            current_.points.push_back(point());
            while (number_follows())
                current_.points.push_back(point());
            break;
        case 'L':
            while (number_follows())
                current_.points.push_back(point());
            break;
        case 'C':
            while (number_follows()) {
                const Point from = current_.points.back();
                const Point first = point();
                const Point second = point();
                curve({from, first, second, point()});
            }
            break;
        case 'Q':
            while (number_follows()) {
                const Point from = current_.points.back();
                const Point control = point();
                const Point to = point();
                curve({from,
                       {from.x + (control.x - from.x) * 2 / 3, from.y + (control.y - from.y) * 2 / 3},
                       {to.x + (control.x - to.x) * 2 / 3, to.y + (control.y - to.y) * 2 / 3},
                       to});
            }
            break;
        case 'Z':
            current_.closed = true;
            if (current_.points.size() > 1 && close(current_.points.front(), current_.points.back()))
                current_.points.pop_back(); // ended where it began
            finish();
            break;
        case 'O':
        case 'D': {
            const Point middle = point();
            std::vector<Point> points;
            add_arc(points, middle, number(), 0, 2 * pi, 28);
            points.pop_back();
            shape(std::move(points), letter == 'D');
            break;
        }
        case 'R': {
            const Point corner = point();
            const float w = number(), h = number(), r = number();
            std::vector<Point> points;
            add_arc(points, {corner.x + w - r, corner.y + r}, r, -pi / 2, 0, 5);
            add_arc(points, {corner.x + w - r, corner.y + h - r}, r, 0, pi / 2, 5);
            add_arc(points, {corner.x + r, corner.y + h - r}, r, pi / 2, pi, 5);
            add_arc(points, {corner.x + r, corner.y + r}, r, pi, pi * 3 / 2, 5);
            shape(std::move(points), false);
            break;
        }
        case 'S':
        case 'T': {
            const Point middle = point();
            shape(star_points(middle, number()), letter == 'S');
            break;
        }
        default:
            throw std::logic_error("icon path: unknown command in " + text_);
        }
    }

    std::string text_;
    std::size_t at_ = 0;
    IconStroke current_;
    std::vector<IconStroke> strokes_;
};

} // namespace

std::vector<IconStroke> parse_icon(std::string_view path) {
    return PathReader(path).read();
}

std::vector<Point> star_points(Point middle, float outer_radius) {
    std::vector<Point> points;
    for (int i = 0; i < 10; ++i) {
        const float radius = i % 2 == 0 ? outer_radius : outer_radius * 0.45f;
        const float angle = -pi / 2 + static_cast<float>(i) * pi / 5;
        points.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    }
    return points;
}

const std::vector<IconStroke>& icon_strokes(Icon icon) {
    static const auto all = [] {
        std::array<std::vector<IconStroke>, icon_count> parsed;
        for (int i = 0; i < icon_count; ++i)
            parsed[static_cast<std::size_t>(i)] = parse_icon(icon_path(static_cast<Icon>(i)));
        return parsed;
    }();
    return all.at(static_cast<std::size_t>(icon));
}

} // namespace ocop::kiosk
