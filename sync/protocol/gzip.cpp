#include "sync/protocol/gzip.h"

#include "sync/protocol/documents.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <stdexcept>

namespace ocop {
namespace {

constexpr int gzip_window = 15 + 16; // largest window, gzip framing (zlib.h, deflateInit2)
constexpr int memory_level = 8;      // zlib's default
constexpr std::size_t gzip_piece = 64 * 1024;

void give_input(z_stream& stream, std::string_view bytes) {
    if (bytes.size() > std::numeric_limits<uInt>::max()) throw std::invalid_argument("too long for one gzip call");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib does not write to it
    stream.avail_in = static_cast<uInt>(bytes.size());
}

} // namespace

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream,
                                                              [](z_stream* ended) { return deflateEnd(ended); });
    give_input(stream, bytes);
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::logic_error("deflateBound was too small");
    packed.erase(packed.size() - stream.avail_out);
    return packed;
}

Result<std::string> gunzip(std::string_view bytes, std::size_t largest) {
    z_stream stream{};
    if (inflateInit2(&stream, gzip_window) != Z_OK) throw std::bad_alloc();
    const std::unique_ptr<z_stream, int (*)(z_stream*)> owner(&stream,
                                                              [](z_stream* ended) { return inflateEnd(ended); });
    give_input(stream, bytes);
    std::string text;
    for (int status = Z_OK; status != Z_STREAM_END;) {
        const auto before = text.size();
        text.resize(std::min(before + gzip_piece, largest + 1));
        stream.next_out = reinterpret_cast<Bytef*>(text.data() + before);
        stream.avail_out = static_cast<uInt>(text.size() - before);
        status = inflate(&stream, Z_NO_FLUSH);
        if (status != Z_OK && status != Z_STREAM_END) return protocol_broken("gzip", "not a complete gzip stream");
        text.erase(text.size() - stream.avail_out);
        if (text.size() > largest) return protocol_broken("gzip", "longer than " + std::to_string(largest) + " bytes");
    }
    if (stream.avail_in != 0) return protocol_broken("gzip", "bytes behind the stream");
    return text;
}

} // namespace ocop
