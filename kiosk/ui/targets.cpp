#include "kiosk/ui/targets.h"

#include "kiosk/ui/theme.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {

namespace {

constexpr std::int64_t repeat_after = 400;
constexpr std::int64_t repeat_every = 60;

} // namespace

void Targets::begin_frame(const Pointer& pointer, Monotonic now, float lowered) {
    pointer_ = pointer;
    now_ = now;
    lowered_ = lowered;
    scrolling_ = 0;
    current_.targets_.clear();
    current_.scroll_places_.clear();
    current_layers_.clear();
    last_tapped_.clear();
    std::erase_if(guards_, [&](const Guard& guard) { return guard.until <= now; });
    if (pointer.pressed) press();
}

void Targets::press() {
    pressed_.clear();
    pressed_scrolls_.clear();
    taken_ = false;
    repeats_ = 0;
    press_position_ = pointer_.position;
    pressed_at_ = now_;
    clear_focus();
    const Point in_window{pointer_.position.x, pointer_.position.y + lowered_};
    bool found = false;
    for (auto layer = shown_layers_.rbegin(); layer != shown_layers_.rend(); ++layer) {
        if (!layer->hit.contains(in_window)) continue;
        if (layer->kind == Layered::Kind::block) break;
        if (layer->kind == Layered::Kind::scroll) {
            pressed_scrolls_.push_back(layer->name);
        } else if (!found) {
            found = true;
            const bool guarded = std::any_of(guards_.begin(), guards_.end(),
                                             [&](const Guard& guard) { return guard.name == layer->name; });
            if (layer->enabled && !guarded) pressed_ = layer->name;
        }
    }
}

Tap Targets::target(Target description, const Rect& clip, const TapOptions& options) {
    description.hit = intersection(description.rect, clip);
    description.enabled = options.enabled;
    description.scrolls = scrolling_ > 0;
    Tap tap;
    const bool held = !pressed_.empty() && pressed_ == description.name && !taken_;
    const bool inside = description.hit.contains(pointer_.position);
    if (held && options.enabled && inside) {
        if (pointer_.down) {
            tap.pressed = 1;
            tap.held_for = now_.milliseconds - pressed_at_.milliseconds;
            if (options.repeat && tap.held_for >= repeat_after) {
                const std::int64_t due = 1 + (tap.held_for - repeat_after) / repeat_every;
                tap.tapped = due > repeats_;
                repeats_ = due;
            }
        } else if (pointer_.released) {
            tap.tapped = repeats_ == 0;
            fading_ = description.name;
            fading_since_ = now_;
        }
    }
    if (fading_ == description.name && tap.pressed == 0) {
        const auto since = static_cast<float>(now_.milliseconds - fading_since_.milliseconds);
        tap.pressed = std::clamp(1 - since / static_cast<float>(motion::press_out), 0.0f, 1.0f);
    }
    tap.focused = !focused_.empty() && focused_ == description.name;
    if (tap.focused && activate_ && options.enabled) {
        const bool guarded = std::any_of(guards_.begin(), guards_.end(),
                                         [&](const Guard& guard) { return guard.name == description.name; });
        tap.tapped = tap.tapped || !guarded;
        activate_ = false;
    }
    if (tap.tapped) {
        last_tapped_ = description.name;
        if (options.guarded) guards_.push_back({description.name, Monotonic{now_.milliseconds + motion::guard}});
    }
    if (description.visible())
        current_layers_.push_back({Layered::Kind::target, description.name, description.hit, options.enabled});
    current_.targets_.push_back(std::move(description));
    return tap;
}

void Targets::block_below(const Rect& area) {
    current_layers_.push_back({Layered::Kind::block, {}, area});
    for (Target& target : current_.targets_)
        if (overlap(target.hit, area)) target.hit = {};
    std::erase_if(current_.scroll_places_, [&](const auto& place) { return overlap(place.area, area); });
}

void Targets::scroll_area(std::string_view name, const Rect& area, bool longer) {
    current_layers_.push_back({Layered::Kind::scroll, std::string(name), area});
    current_.scroll_places_.push_back({std::string(name), area, longer});
    ++scrolling_;
}

void Targets::end_scroll_area() {
    --scrolling_;
}

bool Targets::press_in_scroll_area(std::string_view name) const {
    return std::find(pressed_scrolls_.begin(), pressed_scrolls_.end(), name) != pressed_scrolls_.end();
}

void Targets::take_press() {
    taken_ = true;
    pressed_.clear();
}

void Targets::forget_press() {
    pressed_.clear();
    pressed_scrolls_.clear();
    taken_ = true;
}

void Targets::end_frame() {
    if (pointer_.released || !pointer_.down) {
        pressed_.clear();
        pressed_scrolls_.clear();
        taken_ = false;
    }
    activate_ = false;
    if (!fading_.empty() && now_.milliseconds - fading_since_.milliseconds >= motion::press_out) fading_.clear();
    if (lowered_ != 0) move_down();
    std::swap(shown_, current_);
    std::swap(shown_layers_, current_layers_);
}

void Targets::move_down() {
    for (Target& target : current_.targets_) {
        target.rect.y += lowered_;
        target.hit.y += lowered_;
    }
    for (auto& place : current_.scroll_places_)
        place.area.y += lowered_;
    for (Layered& layer : current_layers_)
        layer.hit.y += lowered_;
}

bool Targets::animating(Monotonic now) const {
    if (!fading_.empty() && now.milliseconds - fading_since_.milliseconds < motion::press_out) return true;
    return pointer_.down && !pressed_.empty();
}

void Targets::move_focus(int step) {
    std::vector<std::string> order;
    for (const Target& target : shown_.targets_)
        if (target.visible() && target.enabled) order.push_back(target.name);
    if (order.empty()) return clear_focus();
    const auto at = std::find(order.begin(), order.end(), focused_);
    const auto count = static_cast<int>(order.size());
    const int from = at == order.end() ? (step > 0 ? -1 : 0) : static_cast<int>(at - order.begin());
    focused_ = order[static_cast<std::size_t>(((from + step) % count + count) % count)];
}

} // namespace ocop::kiosk
