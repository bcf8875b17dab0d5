#include "tests/support/photo_showroom.h"

#include "pos/catalogue/media/photo.h"
#include "pos/store/whole_file.h"
#include "pos/till/till.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/must.h"
#include "tests/support/photos.h"

#include <string>
#include <utility>
#include <vector>

namespace ocop::testing {
namespace {

constexpr unsigned different_photos = 25;

} // namespace

void make_photo_showroom(const DataDirectory& directory, const std::filesystem::path& folder, std::size_t products) {
    for (unsigned photo = 0; photo < different_photos; ++photo) {
        const auto prepared = must(prepare_photo(photo_jpeg(display_width, display_height, photo)));
        must(write_bytes(folder / ("display-" + std::to_string(photo)), prepared.display));
        must(write_bytes(folder / ("thumbnail-" + std::to_string(photo)), prepared.thumbnail));
    }
    const auto plain = tests::generate_catalogue(products);
    auto pictured = plain.products();
    std::vector<MediaSource> media;
    for (std::size_t i = 0; i < pictured.size(); ++i) {
        const auto photo = std::to_string(i % different_photos);
        pictured[i].media = "photo-" + std::to_string(i) + ".jpg";
        media.push_back({pictured[i].media, folder / ("display-" + photo)});
        media.push_back({thumbnail_name(pictured[i].media), folder / ("thumbnail-" + photo)});
    }
    SystemClock clock;
    SystemRandomness randomness;
    auto till = must(Till::create(directory, "test", "Q2", clock, randomness));
    const Catalogue catalogue(ReleaseId("showroom"), std::move(pictured), plain.producers(), plain.places(),
                              plain.certificates());
    const auto stored = must(store_release(directory, catalogue, media));
    must(till.adopt_release(stored.manifest.release, stored.manifest_sha256));
    must(till.journal().checkpoint());
}

} // namespace ocop::testing
