#include "kiosk/visitor/maker_list.h"

#include "kiosk/ui/patterns.h"
#include "kiosk/ui/scroll_list.h"
#include "kiosk/visitor/wording.h"
#include "pos/text/collate.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace ocop::kiosk {

namespace {

bool maker_row(Ui& ui, const Rect& rect, const MakerRow& maker) {
    Canvas& canvas = ui.canvas();
    const auto& colours = ui.colours();
    const std::string& name = maker.producer->name.in("vi");
    const Tap tap = ui.tap_target("maker/" + maker.producer->id.text(), TargetRole::row, rect, name);
    canvas.fill(rect, mix(colours.surface, colours.pine_1, tap.pressed), ui.px(radius::card));
    canvas.stroke(rect, colours.line, ui.px(colours.border), ui.px(radius::card));
    Rect inner = inset(rect, ui.px(space::l), 0);
    const float side = std::min(ui.px(72), rect.h - ui.px(space::l));
    const Rect square = cut_left(inner, side, ui.px(space::l));
    initials_picture(ui, centre(square, side, side), name, side / 2);
    const float icon = ui.px(28);
    canvas.icon(Icon::forward, cut_right(inner, icon, ui.px(space::s)), colours.pine_7);
    const std::string count = ui.format("visitor.list.count", {{"count", std::to_string(maker.products)}});
    canvas.text(TextRole::T3, cut_right(inner, canvas.text_width(TextRole::T3, count), ui.px(space::m)), count,
                colours.ink_2, Align::right);
    std::string line = maker_type_name(ui.language(), maker.producer->type);
    if (!maker.place->printed.empty()) line += " · " + maker.place->printed;
    const float title = canvas.line_height(TextRole::S3);
    const float place = canvas.line_height(TextRole::T4);
    const float top = inner.centre_y() - (title + place) / 2;
    canvas.text(TextRole::S3, {inner.x, top, inner.w, title}, name, colours.ink, Align::left, Fit::ellipsis);
    canvas.text(TextRole::T4, {inner.x, top + title, inner.w, place}, line, colours.ink_2, Align::left, Fit::ellipsis);
    if (tap.focused) ui.focus_ring(rect, ui.px(radius::card));
    return tap.tapped;
}

} // namespace

std::vector<MakerRow> makers_of(const Listing& listing) {
    std::vector<MakerRow> makers;
    std::unordered_map<const Producer*, std::size_t> known;
    for (const ProductView* product : listing.products) {
        const auto [found, added] = known.emplace(product->producer, makers.size());
        if (added) makers.push_back({product->producer, product->place, 0});
        ++makers[found->second].products;
    }
    std::vector<std::pair<std::string, MakerRow>> keyed;
    for (const MakerRow& maker : makers)
        keyed.emplace_back(vietnamese_sort_key(maker.producer->name.in("vi")), maker);
    std::stable_sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < makers.size(); ++i)
        makers[i] = keyed[i].second;
    return makers;
}

void maker_list(Ui& ui, Session& session, const std::vector<MakerRow>& makers, const Rect& rect, Intents& intents) {
    const float height =
        std::max({ui.px(104), ui.target_size(72),
                  ui.canvas().line_height(TextRole::S3) + ui.canvas().line_height(TextRole::T4) + ui.px(space::l)});
    const ScrollRows rows{static_cast<int>(makers.size()), height, std::max(ui.px(space::s), ui.scale().mm(2))};
    scroll_list(ui, "makers", rect, session.list_scroll.scroll, rows, [&](int index, const Rect& row) {
        const MakerRow& maker = makers[static_cast<std::size_t>(index)];
        if (maker_row(ui, row, maker)) intents.emplace_back(OpenProducer{maker.producer->id});
    });
}

} // namespace ocop::kiosk
