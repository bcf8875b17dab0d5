// Which parts of the screen a frame changes, found by comparing its triangles with those of the frame before. Without a
// graphics card nearly all of a frame's cost is its pixels (reference: lab.md §4), so only those that change are drawn.
#pragma once

#include <cstdint>
#include <vector>

struct ImDrawData;

namespace ocop::kiosk {

struct PixelArea {
    int x = 0; // from the left
    int y = 0; // from the top
    int w = 0;
    int h = 0;
    bool operator==(const PixelArea&) const = default;
};

// UI thread.
class Damage {
public:
    // After ImGui::Render: where `frame` differs from the frame compared before. Disjoint, inside the screen; one area
    // that is the whole screen when nothing is known of the frame before; empty when both look the same.
    std::vector<PixelArea> compare(const ImDrawData& frame, int width, int height);
    // What is on the screen is unknown, or a texture may hold another picture under its old name.
    void forget() { tiles_.clear(); }

    static constexpr int tile = 32; // px, the grain of areas

private:
    int width_ = 0;
    int height_ = 0;
    std::vector<std::uint64_t> tiles_; // row by row, what is drawn in each; empty: unknown
    std::vector<std::uint64_t> next_;
    std::vector<std::uint64_t> vertices_;
};

// Takes everything out of `frame` that does not touch the areas and cuts the rest to them: drawn over the frame before,
// it gives every pixel of `frame`.
void keep_areas(ImDrawData& frame, const std::vector<PixelArea>& areas);

} // namespace ocop::kiosk
