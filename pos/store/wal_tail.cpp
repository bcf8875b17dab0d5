#include "pos/store/wal_tail.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <vector>

namespace ocop {
namespace {

constexpr std::size_t header_size = 32;
constexpr std::size_t frame_header_size = 24;
constexpr std::uint32_t magic = 0x377f0682; // its last bit says that the checksums are of big-endian words
constexpr std::uint32_t largest_page = 65'536;

std::uint32_t big_endian(const unsigned char* bytes) {
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
}
std::uint32_t little_endian(const unsigned char* bytes) {
    return std::uint32_t{bytes[3]} << 24 | std::uint32_t{bytes[2]} << 16 | std::uint32_t{bytes[1]} << 8 | bytes[0];
}

// The running checksum of a log; `size` is a multiple of 8.
struct Checksum {
    bool big_words = false;
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    void add(const unsigned char* bytes, std::size_t size) {
        const auto word = [&](std::size_t at) {
            return big_words ? big_endian(bytes + at) : little_endian(bytes + at);
        };
        for (std::size_t at = 0; at < size; at += 8) {
            first += word(at) + second;
            second += word(at + 4) + first;
        }
    }
    bool is(const unsigned char* stored) const {
        return first == big_endian(stored) && second == big_endian(stored + 4);
    }
};

bool read_all(std::ifstream& stream, unsigned char* bytes, std::size_t size) {
    stream.read(reinterpret_cast<char*>(bytes), static_cast<std::streamsize>(size));
    return stream.gcount() == static_cast<std::streamsize>(size);
}

} // namespace

bool wal_has_unreadable_frames(const std::filesystem::path& database) {
    std::ifstream log(database.string() + "-wal", std::ios::binary);
    std::array<unsigned char, header_size> header{};
    if (!log || !read_all(log, header.data(), header.size())) return false;
    std::array<unsigned char, frame_header_size> frame{};
    const bool has_frames = read_all(log, frame.data(), frame.size());
    const auto page_size = big_endian(header.data() + 8);
    Checksum sum;
    sum.big_words = (header[3] & 1U) != 0;
    sum.add(header.data(), header_size - 8);
    if ((big_endian(header.data()) & ~1U) != magic || !sum.is(header.data() + 24) || page_size < 512 ||
        page_size > largest_page || (page_size & (page_size - 1)) != 0)
        return has_frames;
    const auto same_generation = [&] { return std::equal(frame.begin() + 8, frame.begin() + 16, header.begin() + 16); };
    std::vector<unsigned char> page(page_size);
    bool readable = true; // so far
    for (bool more = has_frames; more && read_all(log, page.data(), page.size());
         more = read_all(log, frame.data(), frame.size())) {
        sum.add(frame.data(), 8);
        sum.add(page.data(), page.size());
        readable = readable && same_generation() && sum.is(frame.data() + 16);
        // Only frames that end a transaction count: those of one that was cut off stay behind what is written over
        // them.
        const bool commits = big_endian(frame.data() + 4) != 0;
        if (!readable && commits && same_generation()) return true;
    }
    return false;
}

} // namespace ocop
