// The catalogue's pictures on the graphics card: asked for by name every frame, decoded in the pool, uploaded a few a
// frame, the least recently drawn ones given up first. UI thread.
#pragma once

#include "kiosk/media/decode_pool.h"
#include "kiosk/platform/texture.h"
#include "kiosk/visitor/pictures.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace ocop::kiosk {

class TextureCache final : public Pictures {
public:
    // Where a picture's file is; nothing: the catalogue names one that is not there.
    using Locate = std::function<std::optional<std::filesystem::path>(std::string_view media)>;
    // Told once of every picture that cannot be shown until forget_all().
    using Report = std::function<void(std::string_view media, const Error& why)>;

    TextureCache(Locate locate, std::function<void()> wake, Report report,
                 std::int64_t budget_bytes = 64 * 1024 * 1024);

    Picture request(std::string_view media, float width, float height) override;

    // Once a frame, before drawing: uploads what has been decoded (at most 4 MB, so that no frame stutters). True when
    // a picture came: draw again.
    bool collect();
    // Something was decoded and waits for collect().
    bool arrived() const { return pool_.answered(); }
    bool busy() const { return pool_.busy(); }
    // What is on the graphics card.
    std::int64_t textures() const;
    std::int64_t texture_bytes() const { return used_; }
    // A new release: names may mean other files now.
    void forget_all();

private:
    struct Item {
        std::string media;
        Texture texture;
        bool failed = false;
        bool asked = false;
        std::int64_t bytes = 0;
        std::uint64_t last_used = 0;
    };
    void give_up_oldest();
    void fail(Item& item, const Error& why);

    Locate locate_;
    Report report_;
    std::int64_t budget_;
    std::int64_t used_ = 0;
    std::uint64_t frame_ = 0;
    std::uint64_t generation_ = 0;
    std::unordered_map<std::string, Item> items_;
    std::unordered_set<std::string> reported_;
    DecodePool pool_;
};

} // namespace ocop::kiosk
