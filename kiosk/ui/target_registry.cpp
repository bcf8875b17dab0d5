#include "kiosk/ui/targets.h"

#include <algorithm>
#include <map>

namespace ocop::kiosk {

const Target* TargetRegistry::find(std::string_view name) const {
    const Target* hidden = nullptr;
    for (const Target& target : targets_) {
        if (target.name != name) continue;
        if (target.visible()) return &target;
        hidden = &target;
    }
    return hidden;
}

std::vector<std::string> TargetRegistry::names() const {
    std::vector<std::string> names;
    for (const Target& target : targets_)
        names.push_back(target.name);
    return names;
}

std::vector<std::string> TargetRegistry::duplicate_names() const {
    std::map<std::string, int> counts;
    for (const Target& target : targets_)
        ++counts[target.name];
    std::vector<std::string> names;
    for (const auto& [name, count] : counts)
        if (count > 1) names.push_back(name);
    return names;
}

std::vector<std::string> TargetRegistry::too_small(float px_per_mm) const {
    std::vector<std::string> names;
    for (const Target& target : targets_) {
        const float floor = target.floor_mm * px_per_mm - 0.5f;
        if (target.visible() && target.enabled && std::min(target.rect.w, target.rect.h) < floor)
            names.push_back(target.name);
    }
    return names;
}

void TargetRegistry::mark_overflow(Point place) {
    for (auto target = targets_.rbegin(); target != targets_.rend(); ++target)
        if (target->hit.contains(place)) {
            target->text_fits = false;
            return;
        }
}

std::vector<std::string> TargetRegistry::overlapping() const {
    std::vector<std::string> pairs;
    for (std::size_t i = 0; i < targets_.size(); ++i)
        for (std::size_t j = i + 1; j < targets_.size(); ++j) {
            const Target& a = targets_[i];
            const Target& b = targets_[j];
            if (!a.visible() || !b.visible() || !overlap(a.hit, b.hit)) continue;
            if (a.scrolls && !b.scrolls) continue;
            if (!a.hit.contains(b.hit)) pairs.push_back(a.name + " | " + b.name);
        }
    return pairs;
}

} // namespace ocop::kiosk
