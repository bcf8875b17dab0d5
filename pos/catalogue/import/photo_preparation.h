// Turns the pictures of a package into those of a release (catalogue/media/photo.h), in child processes with limits: a
// picture that breaks its decoder costs that picture's child and nothing else.
#pragma once

#include "pos/base/result.h"
#include "pos/catalogue/import/problem.h"
#include "pos/catalogue/release.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace ocop {

struct PhotoLimits {
    std::uint64_t memory = 1ULL * 1024 * 1024 * 1024; // bytes of address space; not applied under sanitizers
    unsigned seconds = 30;                            // for one picture
};

struct PreparedMedia {
    std::vector<MediaSource> media; // drawings as they were, photos and their thumbnails in the scratch folder
    std::vector<Problem> problems;  // an error for every picture that cannot be used
};

// `told(done)` is called now and then with how many pictures are done. Fails with storage when the scratch folder
// cannot be written, and with refused when no child can be started. As ChildProcess about threads.
Result<PreparedMedia> prepare_media(const std::vector<MediaSource>& media, const std::filesystem::path& scratch,
                                    std::size_t workers, const std::function<void(std::size_t done)>& told,
                                    const PhotoLimits& limits = {});

} // namespace ocop
