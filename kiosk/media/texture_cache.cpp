#include "kiosk/media/texture_cache.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ocop::kiosk {
namespace {

constexpr std::int64_t most_uploaded_a_frame = 4 * 1024 * 1024;

// Wanted sizes that the small picture of import serves; it is at most a fifteenth short of them.
constexpr std::pair<int, int> largest_from_thumbnail{512, 384};

// Sizes are rounded up to steps, so that a card and a slightly larger card share one picture.
int size_class(float side) {
    constexpr int steps[] = {128, 256, 384, 512, 768, 1024, 1536, 2048};
    const int wanted = static_cast<int>(std::ceil(side));
    for (const int step : steps)
        if (wanted <= step) return step;
    return largest_decoded_side;
}

} // namespace

TextureCache::TextureCache(Locate locate, std::function<void()> wake, Report report, std::int64_t budget_bytes)
    : locate_(std::move(locate)), report_(std::move(report)), budget_(budget_bytes), pool_(1, std::move(wake)) {}

void TextureCache::fail(Item& item, const Error& why) {
    item.failed = true;
    if (reported_.insert(item.media).second) report_(item.media, why);
}

Picture TextureCache::request(std::string_view media, float width, float height) {
    if (media.empty()) return {};
    const int wide = size_class(width);
    const int high = size_class(height);
    const std::string key = std::to_string(generation_) + ":" + std::to_string(wide) + "x" + std::to_string(high) +
                            ":" + std::string(media);
    auto& item = items_[key];
    item.last_used = frame_;
    if (item.failed) return {};
    if (item.texture.id() != 0)
        return {
            {item.texture.id()}, static_cast<float>(item.texture.width()), static_cast<float>(item.texture.height())};
    if (item.asked) return {};
    item.asked = true;
    item.media = media;
    std::optional<std::filesystem::path> file;
    if (wide <= largest_from_thumbnail.first && high <= largest_from_thumbnail.second)
        file = locate_(thumbnail_name(media));
    if (!file) file = locate_(media);
    if (file)
        pool_.ask({key, *file, wide, high});
    else
        fail(item, {ErrorKind::not_found, "error.picture_missing", {}, {}});
    return {};
}

bool TextureCache::collect() {
    ++frame_;
    bool came = false;
    for (std::int64_t uploaded = 0; uploaded < most_uploaded_a_frame;) {
        auto answer = pool_.answer();
        if (!answer) break;
        const auto found = items_.find(answer->key);
        if (found == items_.end()) continue; // forgotten meanwhile
        came = true;
        auto& item = found->second;
        if (!answer->pixels) {
            fail(item, answer->pixels.error());
            continue;
        }
        const auto& pixels = *answer->pixels;
        item.texture = Texture::of_rgba(pixels.rgba, pixels.width, pixels.height);
        item.bytes = static_cast<std::int64_t>(pixels.rgba.size());
        used_ += item.bytes;
        uploaded += item.bytes;
    }
    if (used_ > budget_) give_up_oldest();
    return came;
}

void TextureCache::give_up_oldest() {
    std::vector<std::pair<std::uint64_t, std::string>> by_age;
    for (const auto& [key, item] : items_)
        if (item.texture.id() != 0 && item.last_used + 1 < frame_) by_age.emplace_back(item.last_used, key);
    std::sort(by_age.begin(), by_age.end());
    for (const auto& [age, key] : by_age) {
        if (used_ <= budget_) return;
        used_ -= items_[key].bytes;
        items_.erase(key);
    }
}

std::int64_t TextureCache::textures() const {
    return std::count_if(items_.begin(), items_.end(), [](const auto& item) { return item.second.texture.id() != 0; });
}

void TextureCache::forget_all() {
    ++generation_;
    items_.clear();
    reported_.clear();
    used_ = 0;
}

} // namespace ocop::kiosk
