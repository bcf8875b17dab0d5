#include "kiosk/platform/damage.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace ocop::kiosk {
namespace {

std::uint64_t mix(std::uint64_t seed, std::uint64_t value) {
    seed = (seed ^ value) * 0x9E3779B97F4A7C15ULL;
    return seed ^ (seed >> 29);
}

std::uint64_t bits_of(const ImVec2& point) {
    std::uint64_t bits = 0;
    static_assert(sizeof bits == sizeof point);
    std::memcpy(&bits, &point, sizeof bits);
    return bits;
}

struct Box {
    int left = 0;
    int top = 0;
    int right = 0; // beyond the last pixel
    int bottom = 0;
    bool empty() const { return left >= right || top >= bottom; }
};

Box common(const Box& a, const Box& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

// The pixels that ImGui's OpenGL backend lets a command draw; it rounds the scissor's corner and its size by
// themselves.
Box scissor_of(const ImVec4& clip, int height) {
    const int left = static_cast<int>(clip.x);
    const int up = static_cast<int>(static_cast<float>(height) - clip.w);
    const int wide = static_cast<int>(clip.z - clip.x);
    const int high = static_cast<int>(clip.w - clip.y);
    return {left, height - up - high, left + wide, height - up};
}

// The pixels that a triangle may touch.
Box box_of(const ImVec2& a, const ImVec2& b, const ImVec2& c) {
    return {static_cast<int>(std::floor(std::min({a.x, b.x, c.x}))),
            static_cast<int>(std::floor(std::min({a.y, b.y, c.y}))),
            static_cast<int>(std::ceil(std::max({a.x, b.x, c.x}))),
            static_cast<int>(std::ceil(std::max({a.y, b.y, c.y})))};
}

void hash_vertices(const ImDrawList& list, std::vector<std::uint64_t>& hashes) {
    hashes.clear();
    for (const auto& vertex : list.VtxBuffer)
        hashes.push_back(mix(mix(bits_of(vertex.pos), bits_of(vertex.uv)), vertex.col));
}

struct Columns {
    int first = 0;
    int beyond = 0; // first == beyond: none
};

Columns changed_columns(const std::uint64_t* before, const std::uint64_t* after, int count) {
    Columns columns;
    while (columns.first < count && before[columns.first] == after[columns.first])
        ++columns.first;
    columns.beyond = count;
    while (columns.beyond > columns.first && before[columns.beyond - 1] == after[columns.beyond - 1])
        --columns.beyond;
    return columns;
}

// Two areas one above the other become one when that adds little.
bool joined(PixelArea& above, const PixelArea& below) {
    if (above.y + above.h != below.y) return false;
    const int left = std::min(above.x, below.x);
    const int right = std::max(above.x + above.w, below.x + below.w);
    const PixelArea both{left, above.y, right - left, above.h + below.h};
    if (2 * both.w * both.h > 3 * (above.w * above.h + below.w * below.h)) return false;
    above = both;
    return true;
}

} // namespace

std::vector<PixelArea> Damage::compare(const ImDrawData& frame, int width, int height) {
    const int columns = (width + tile - 1) / tile;
    const int rows = (height + tile - 1) / tile;
    next_.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
    const Box screen{0, 0, width, height};
    for (int index = 0; index < frame.CmdListsCount; ++index) {
        const ImDrawList& list = *frame.CmdLists[index];
        hash_vertices(list, vertices_);
        for (const auto& command : list.CmdBuffer) {
            const Box clip = common(scissor_of(command.ClipRect, height), screen);
            if (clip.empty()) continue;
            const auto state = mix(mix(static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(command.TextureId)),
                                       static_cast<std::uint64_t>(clip.left) << 32 | static_cast<unsigned>(clip.top)),
                                   static_cast<std::uint64_t>(clip.right) << 32 | static_cast<unsigned>(clip.bottom));
            const auto* corners = list.IdxBuffer.Data + command.IdxOffset;
            const auto* vertices = list.VtxBuffer.Data + command.VtxOffset;
            const auto* hashes = vertices_.data() + command.VtxOffset;
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3, corners += 3) {
                const Box touched =
                    common(box_of(vertices[corners[0]].pos, vertices[corners[1]].pos, vertices[corners[2]].pos), clip);
                if (touched.empty()) continue;
                const auto triangle = mix(mix(mix(state, hashes[corners[0]]), hashes[corners[1]]), hashes[corners[2]]);
                for (int row = touched.top / tile; row <= (touched.bottom - 1) / tile; ++row) {
                    auto* tiles = next_.data() + static_cast<std::ptrdiff_t>(row) * columns;
                    for (int column = touched.left / tile; column <= (touched.right - 1) / tile; ++column)
                        tiles[column] = mix(tiles[column], triangle);
                }
            }
        }
    }
    const bool known = width == width_ && height == height_ && tiles_.size() == next_.size();
    std::vector<PixelArea> areas;
    if (!known) areas.push_back({0, 0, width, height});
    for (int row = 0; known && row < rows; ++row) {
        const auto start = static_cast<std::ptrdiff_t>(row) * columns;
        const auto changed = changed_columns(tiles_.data() + start, next_.data() + start, columns);
        if (changed.first == changed.beyond) continue;
        const PixelArea area{changed.first * tile, row * tile,
                             std::min(changed.beyond * tile, width) - changed.first * tile,
                             std::min(tile, height - row * tile)};
        if (areas.empty() || !joined(areas.back(), area)) areas.push_back(area);
    }
    width_ = width;
    height_ = height;
    tiles_.swap(next_);
    return areas;
}

void keep_areas(ImDrawData& frame, const std::vector<PixelArea>& areas) {
    const int height = static_cast<int>(frame.DisplaySize.y);
    for (int index = 0; index < frame.CmdListsCount; ++index) {
        ImDrawList& list = *frame.CmdLists[index];
        ImVector<ImDrawCmd> commands;
        ImVector<ImDrawIdx> kept;
        for (const auto& area : areas) {
            for (const auto& command : list.CmdBuffer) {
                const Box clip =
                    common(scissor_of(command.ClipRect, height), {area.x, area.y, area.x + area.w, area.y + area.h});
                if (clip.empty()) continue;
                const int first = kept.Size;
                const auto* corners = list.IdxBuffer.Data + command.IdxOffset;
                const auto* vertices = list.VtxBuffer.Data + command.VtxOffset;
                for (unsigned i = 0; i + 2 < command.ElemCount; i += 3, corners += 3) {
                    const Box box =
                        box_of(vertices[corners[0]].pos, vertices[corners[1]].pos, vertices[corners[2]].pos);
                    if (common(box, clip).empty()) continue;
                    for (int corner = 0; corner < 3; ++corner)
                        kept.push_back(corners[corner]);
                }
                if (kept.Size == first) continue;
                ImDrawCmd part = command;
                part.ClipRect = {static_cast<float>(clip.left), static_cast<float>(clip.top),
                                 static_cast<float>(clip.right), static_cast<float>(clip.bottom)};
                part.IdxOffset = static_cast<unsigned>(first);
                part.ElemCount = static_cast<unsigned>(kept.Size - first);
                commands.push_back(part);
            }
        }
        list.CmdBuffer.swap(commands);
        list.IdxBuffer.swap(kept);
    }
}

} // namespace ocop::kiosk
