// The icons of the product: one 24-unit grid, 2.0 stroke, round caps and joins, kept as paths.
#pragma once

#include "kiosk/ui/rect.h"

#include <string_view>
#include <vector>

namespace ocop::kiosk {

enum class Icon {
    none,
    home,
    grid,
    pin,
    search,
    globe,
    accessibility,
    basket, // visitor bar
    back,
    forward,
    up,
    down,
    arrow_right,
    arrow_left, //
    check,
    cross,
    plus,
    minus,
    trash,
    pencil,
    backspace,
    shift_key, //
    barcode,
    receipt,
    box,
    clock,
    chart,
    gear,
    lock,
    unlock, // till rail
    printer,
    sync,
    user,
    users,
    cash,
    qr,
    card,
    percent,
    scale,
    note, //
    star,
    star_outline,
    leaf,
    seal,
    heart,
    map,
    store,
    phone,
    mail, //
    bowl,
    cup,
    herb,
    weave,
    flower,
    house, // product groups
    pause,
    play,
    stop,
    alert,
    info,
    shield,
    offline,
    online,
    usb, //
    calendar,
    download,
    upload,
    filter,
    sort,
    eye,
    text_size,
    contrast,
    lower,
    motion,
    keyboard,
    drawer,
    wrench,
    tag,
    hand,
    undo,
    gift,
    camera,
    truck,
    link,
    refresh,
    list,
    history,
    face_good,
    face_fair,
    face_poor,
    bell,
};
inline constexpr int icon_count = static_cast<int>(Icon::bell) + 1;

// A stroke of an icon, flattened: points on the 24 grid.
struct IconStroke {
    std::vector<Point> points;
    bool closed = false;
    bool filled = false; // a filled shape (dot, star) instead of a stroked line
};

// The strokes of an icon; parsed on first use, any thread.
const std::vector<IconStroke>& icon_strokes(Icon icon);

// Parses M x y, L x y…, C (cubic) and Q (quadratic) in absolute numbers, Z, O cx cy r (circle), D cx cy r (filled
// disc), R x y w h r (rounded rectangle), S cx cy r (filled star), T cx cy r (star outline).
std::vector<IconStroke> parse_icon(std::string_view path);

// The five-pointed star around `middle`, ten points, first point on top.
std::vector<Point> star_points(Point middle, float outer_radius);

} // namespace ocop::kiosk
