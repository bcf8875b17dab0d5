#include "pos/catalogue/import/photo_preparation.h"

#include "pos/catalogue/media/decode_formats.h"
#include "pos/catalogue/media/photo.h"
#include "pos/store/whole_file.h"
#include "tests/support/photos.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace ocop;
using namespace ocop::testing;

namespace {

struct Package {
    TemporaryFolder folder;
    std::vector<MediaSource> media;

    void add(const std::string& name, const std::string& bytes) {
        REQUIRE(write_bytes(folder.path() / name, bytes));
        media.push_back({name, folder.path() / name});
    }
    Result<PreparedMedia> prepare(std::size_t workers, const PhotoLimits& limits = {}) {
        std::filesystem::create_directories(folder.path() / "scratch");
        return prepare_media(
            media, folder.path() / "scratch", workers, [](std::size_t) {}, limits);
    }
};

const std::string drawing = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20"/></svg>)";

} // namespace

TEST_CASE("photos become those of a release, drawings stay, all in their order", "[import][media]") {
    Package package;
    for (unsigned i = 0; i < 7; ++i)
        package.add("p" + std::to_string(i) + ".jpg", photo_jpeg(800, 600, i));
    package.add("tea.svg", drawing);
    std::size_t told = 0;
    std::filesystem::create_directories(package.folder.path() / "scratch");
    const auto prepared =
        prepare_media(package.media, package.folder.path() / "scratch", 3, [&](std::size_t done) { told = done; });
    REQUIRE(prepared);
    CHECK(prepared->problems.empty());
    CHECK(told == 8);
    REQUIRE(prepared->media.size() == 15);
    for (std::size_t i = 0; i < 7; ++i) {
        CHECK(prepared->media[2 * i].name == "p" + std::to_string(i) + ".jpg");
        CHECK(prepared->media[2 * i + 1].name == thumbnail_name(prepared->media[2 * i].name));
        CHECK(jpeg_size(*read_bytes(prepared->media[2 * i].file, 1 << 20)).width == 800);
    }
    CHECK(prepared->media.back().file == package.media.back().file);
}

TEST_CASE("every picture that cannot be used is named, the others are prepared", "[import][media]") {
    Package package;
    package.add("good.jpg", photo_jpeg(640, 480, 1));
    package.add("cut.jpg", photo_jpeg(640, 480, 2).substr(0, 6'000));
    package.add("nonsense.png", "\x89PNG and then nothing");
    package.add("broken.svg", "<svg xmlns=");
    package.add("also-good.jpg", photo_jpeg(640, 480, 3));
    package.media.push_back({"gone.jpg", package.folder.path() / "gone.jpg"});
    const auto prepared = package.prepare(2);
    REQUIRE(prepared);
    std::vector<std::string> named;
    for (const auto& problem : prepared->problems) {
        CHECK(problem.severity == Severity::error);
        CHECK(problem.key == "import.media_broken");
        named.push_back(problem.file);
    }
    CHECK(named == std::vector<std::string>{"media/nonsense.png", "media/broken.svg", "media/gone.jpg"});
    CHECK(prepared->media.size() == 6); // a cut photo shows what is left of it
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("a picture that needs too much memory costs its child and nothing else", "[import][media]") {
    Package package;
    package.add("a.jpg", photo_jpeg(64, 48, 1));
    package.add("huge.png", png_picture(7000, 6000)); // a PNG has to be held whole
    package.add("b.jpg", photo_jpeg(64, 48, 3));
    PhotoLimits limits;
    limits.memory = 96 * 1024 * 1024;
    const auto prepared = package.prepare(1, limits);
    REQUIRE(prepared);
    REQUIRE(prepared->problems.size() == 1);
    CHECK(prepared->problems[0].file == "media/huge.png");
    CHECK(prepared->media.size() == 2);
}
#endif
