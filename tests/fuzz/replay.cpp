// replay FOLDER: feeds every file of a fuzz target's corpus to it, then each file cut short and with single bytes
// changed. Always the same inputs in the same order; a crash or a sanitizer's report is the failure.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t damages_a_file = 200;

// Copies to the heap each time, so that a read past the end meets the sanitizer's guard.
void feed(const std::vector<std::uint8_t>& bytes, std::size_t size) {
    const std::vector<std::uint8_t> exact(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

std::size_t feed_with_damages(std::vector<std::uint8_t> bytes) {
    feed(bytes, bytes.size());
    std::size_t inputs = 1;
    const std::size_t stride = std::max<std::size_t>(1, bytes.size() / damages_a_file);
    for (std::size_t at = 0; at < bytes.size(); at += stride) {
        feed(bytes, at);
        const auto original = bytes[at];
        for (const auto changed : {original ^ 0x80, original ^ 0x01, 0x00}) {
            bytes[at] = static_cast<std::uint8_t>(changed);
            feed(bytes, bytes.size());
        }
        bytes[at] = original;
        inputs += 4;
    }
    return inputs;
}

} // namespace

int main(int count, char** arguments) {
    std::vector<std::filesystem::path> files;
    for (int index = 1; index < count; ++index)
        for (const auto& item : std::filesystem::directory_iterator(arguments[index]))
            if (item.is_regular_file()) files.push_back(item.path());
    std::sort(files.begin(), files.end());
    if (files.empty()) {
        std::fprintf(stderr, "%s: no corpus\n", arguments[0]);
        return 1;
    }
    std::size_t inputs = 0;
    for (const auto& file : files) {
        std::ifstream stream(file, std::ios::binary);
        inputs += feed_with_damages({std::istreambuf_iterator<char>(stream), {}});
    }
    std::printf("%s: %zu files, %zu inputs\n", arguments[0], files.size(), inputs);
    return 0;
}
