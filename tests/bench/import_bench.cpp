// How long a province's whole catalogue takes to import: 18,000 products as a folder of CSV files and as one workbook,
// from the call to the catalogue that the child process handed back, and how many photos of 12 million pixels one core
// prepares. Fails above 5 s and below 8 photos a second (the limits).
#include "pos/catalogue/import/isolated_reader.h"
#include "pos/catalogue/import/photo_preparation.h"
#include "pos/store/whole_file.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/photos.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/workbook_writer.h"

#include <chrono>
#include <cstdio>
#include <vector>

namespace {

// Photos a second; 0 when one was refused.
double photos_a_second(const std::filesystem::path& folder) {
    constexpr std::size_t photos = 32;
    const auto jpeg = ocop::testing::with_exif(ocop::testing::photo_jpeg(4000, 3000, 1), 6);
    if (!ocop::write_bytes(folder / "camera.jpg", jpeg)) return 0;
    const std::vector<ocop::MediaSource> media(photos, {"camera.jpg", folder / "camera.jpg"});
    const auto start = std::chrono::steady_clock::now();
    const auto prepared = ocop::prepare_media(media, folder, 1, [](std::size_t) {});
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (!prepared || !prepared->problems.empty()) return 0;
    return photos / seconds;
}

} // namespace

namespace {

constexpr std::size_t products = 18'000;
constexpr double most_seconds = 5;

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

bool keeps_limit(const char* form, const std::filesystem::path& source) {
    auto start = std::chrono::steady_clock::now();
    const auto here = ocop::read_package(source);
    const auto seconds_here = seconds_since(start);
    start = std::chrono::steady_clock::now();
    const auto there = ocop::read_package_isolated(source, nullptr, {});
    const auto seconds = seconds_since(start);
    if (!here.package || !there || !there->package || there->package->catalogue.products().size() != products) {
        std::fprintf(stderr, "import_bench: the %s was refused\n", form);
        return false;
    }
    std::printf("import of %zu products from a %s: read %.2f s, read in a child process %.2f s (limit %.0f s)\n",
                products, form, seconds_here, seconds, most_seconds);
    return seconds <= most_seconds;
}

} // namespace

int main() {
    const ocop::testing::TemporaryFolder folder;
    ocop::tests::write_generated_package(products, folder.path() / "tables");
    ocop::testing::write_package_workbook(folder.path() / "tables", folder.path() / "catalogue.xlsx");
    const bool tables = keeps_limit("folder of CSV files", folder.path() / "tables");
    const bool workbook = keeps_limit("workbook", folder.path() / "catalogue.xlsx");
    constexpr double least_photos = 8;
    const ocop::testing::TemporaryFolder photo_folder;
    const auto photos = photos_a_second(photo_folder.path());
    std::printf("photos of 12 million pixels prepared by one core: %.1f a second (at least %.0f)\n", photos,
                least_photos);
    return tables && workbook && photos >= least_photos ? 0 : 1;
}
