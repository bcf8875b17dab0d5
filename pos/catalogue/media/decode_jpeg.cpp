#include "pos/catalogue/media/decode_formats.h"

#include <cstdio> // jpeglib.h needs FILE

#include <jpeglib.h>
#include <libexif/exif-data.h>

#include <csetjmp>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <utility>

namespace ocop {
namespace {

struct Failure {
    jpeg_error_mgr manager;
    std::jmp_buf back;
    char why[JMSG_LENGTH_MAX];
};

void leave(j_common_ptr jpeg) {
    auto* failure = reinterpret_cast<Failure*>(jpeg->err);
    (*jpeg->err->format_message)(jpeg, failure->why);
    std::longjmp(failure->back, 1);
}

void stay_silent(j_common_ptr) {}

// What libjpeg shall do when it fails: jump back to where its caller has set `back`.
jpeg_error_mgr* leaving_on(Failure& failure) {
    auto* manager = jpeg_std_error(&failure.manager);
    manager->error_exit = leave;
    manager->output_message = stay_silent;
    return manager;
}

void read_header(jpeg_decompress_struct& jpeg, std::string_view bytes) {
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&jpeg, TRUE);
}

// No object with a destructor lives between setjmp and longjmp here: `pixels` belongs to the caller. False: `failure`
// says why.
bool read_rows(std::string_view bytes, int width, int height, Failure& failure, Pixels& pixels) {
    jpeg_decompress_struct jpeg{};
    jpeg.err = leaving_on(failure);
    if (setjmp(failure.back) != 0) {
        jpeg_destroy_decompress(&jpeg);
        return false;
    }
    read_header(jpeg, bytes);
    if (jpeg.image_width > static_cast<unsigned>(largest_picture_side) ||
        jpeg.image_height > static_cast<unsigned>(largest_picture_side)) {
        std::snprintf(failure.why, sizeof failure.why, "its size is %u x %u", jpeg.image_width, jpeg.image_height);
        jpeg_destroy_decompress(&jpeg);
        return false;
    }
    jpeg.out_color_space = JCS_EXT_RGBA;
    jpeg.scale_num = 8;
    jpeg.scale_denom = 8;
    // Either side may become the other when the picture is turned, so both must stay above the larger wish.
    const auto wanted = static_cast<unsigned>(width > height ? width : height);
    for (unsigned eighths = 1; eighths < 8; ++eighths) {
        const auto smaller = jpeg.image_width < jpeg.image_height ? jpeg.image_width : jpeg.image_height;
        if (smaller * eighths / 8 < wanted) continue;
        jpeg.scale_num = eighths;
        break;
    }
    jpeg_start_decompress(&jpeg);
    pixels.width = static_cast<int>(jpeg.output_width);
    pixels.height = static_cast<int>(jpeg.output_height);
    pixels.rgba.resize(static_cast<std::size_t>(jpeg.output_width) * jpeg.output_height * 4);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = pixels.rgba.data() + static_cast<std::size_t>(jpeg.output_scanline) * jpeg.output_width * 4;
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    jpeg_destroy_decompress(&jpeg);
    return true;
}

// EXIF orientation 1..8; 1 when there is none.
int orientation_of(std::string_view bytes) {
    struct Unref {
        void operator()(ExifData* data) const { exif_data_unref(data); }
    };
    const std::unique_ptr<ExifData, Unref> exif(exif_data_new_from_data(
        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned>(bytes.size())));
    if (!exif) return 1;
    auto* entry = exif_content_get_entry(exif->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
    if (entry == nullptr || entry->size < 2) return 1;
    const int value = exif_get_short(entry->data, exif_data_get_byte_order(exif.get()));
    return value >= 1 && value <= 8 ? value : 1;
}

Pixels upright(Pixels source, int orientation) {
    if (orientation == 1) return source;
    const bool turned = orientation >= 5;
    Pixels result;
    result.width = turned ? source.height : source.width;
    result.height = turned ? source.width : source.height;
    result.rgba.resize(source.rgba.size());
    for (int y = 0; y < result.height; ++y) {
        for (int x = 0; x < result.width; ++x) {
            int from_x = turned ? y : x;
            int from_y = turned ? x : y;
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
                from_x = source.width - 1 - from_x;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
                from_y = source.height - 1 - from_y;
            std::memcpy(result.rgba.data() + (static_cast<std::size_t>(y) * static_cast<std::size_t>(result.width) +
                                              static_cast<std::size_t>(x)) *
                                                 4,
                        source.rgba.data() +
                            (static_cast<std::size_t>(from_y) * static_cast<std::size_t>(source.width) +
                             static_cast<std::size_t>(from_x)) *
                                4,
                        4);
        }
    }
    return result;
}

// As read_rows, the header only.
bool read_size(std::string_view bytes, Failure& failure, PictureSize& size) {
    jpeg_decompress_struct jpeg{};
    jpeg.err = leaving_on(failure);
    if (setjmp(failure.back) != 0) {
        jpeg_destroy_decompress(&jpeg);
        return false;
    }
    read_header(jpeg, bytes);
    size = {static_cast<int>(jpeg.image_width), static_cast<int>(jpeg.image_height)};
    jpeg_destroy_decompress(&jpeg);
    return true;
}

// `buffer` is the caller's, to be freed by free().
bool write_rows(const Pixels& pixels, int quality, Failure& failure, unsigned char*& buffer, unsigned long& size) {
    jpeg_compress_struct jpeg{};
    jpeg.err = leaving_on(failure);
    if (setjmp(failure.back) != 0) {
        jpeg_destroy_compress(&jpeg);
        return false;
    }
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &buffer, &size);
    jpeg.image_width = static_cast<JDIMENSION>(pixels.width);
    jpeg.image_height = static_cast<JDIMENSION>(pixels.height);
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_EXT_RGBX;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        const auto* row = pixels.rgba.data() + static_cast<std::size_t>(jpeg.next_scanline) * jpeg.image_width * 4;
        auto* rows = const_cast<JSAMPROW>(row); // only read
        jpeg_write_scanlines(&jpeg, &rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    return true;
}

} // namespace

PictureSize jpeg_size(std::string_view bytes) {
    Failure failure{};
    PictureSize size;
    if (!read_size(bytes, failure, size)) throw std::runtime_error(failure.why);
    return size;
}

std::string encode_jpeg(const Pixels& pixels, int quality) {
    struct Free {
        void operator()(unsigned char* bytes) const { std::free(bytes); }
    };
    Failure failure{};
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    const bool written = write_rows(pixels, quality, failure, buffer, size);
    const std::unique_ptr<unsigned char, Free> owned(buffer);
    if (!written) throw std::runtime_error(failure.why);
    return {reinterpret_cast<const char*>(buffer), size};
}

Pixels decode_jpeg(std::string_view bytes, int width, int height) {
    Failure failure{};
    Pixels pixels;
    if (!read_rows(bytes, width, height, failure, pixels)) throw std::runtime_error(failure.why);
    return upright(std::move(pixels), orientation_of(bytes));
}

} // namespace ocop
