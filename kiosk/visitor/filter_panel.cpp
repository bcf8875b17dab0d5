#include "kiosk/visitor/filter_panel.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/scroll_buttons.h"
#include "kiosk/ui/stars.h"
#include "kiosk/visitor/wording.h"
#include "pos/text/format.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ocop::kiosk {

namespace {

constexpr std::array<ProducerType, 5> maker_types{ProducerType::cooperative, ProducerType::cooperative_group,
                                                  ProducerType::enterprise, ProducerType::household,
                                                  ProducerType::other};

std::string order_name(const Language& language, ListOrder order) {
    switch (order) {
    case ListOrder::grade:
        return language.text("visitor.order.grade");
    case ListOrder::price:
        return language.text("visitor.order.price");
    case ListOrder::name:
        break;
    }
    return language.text("visitor.order.name");
}

constexpr std::array<PriceBand, 5> price_bands{PriceBand::under_50, PriceBand::under_100, PriceBand::under_200,
                                               PriceBand::under_500, PriceBand::above};

template <class Key>
int count_of(const std::map<Key, int>& counts, const Key& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

std::string price_band_name(const Language& language, PriceBand band) {
    const auto between = [&](std::int64_t from, std::int64_t to) {
        return language.format("visitor.price.between",
                               {{"from", format_number(from, language)}, {"to", money_text(language, Dong{to})}});
    };
    switch (band) {
    case PriceBand::under_50:
        return language.format("visitor.price.under", {{"price", money_text(language, Dong{50'000})}});
    case PriceBand::under_100:
        return between(50'000, 100'000);
    case PriceBand::under_200:
        return between(100'000, 200'000);
    case PriceBand::under_500:
        return between(200'000, 500'000);
    case PriceBand::above:
        break;
    }
    return language.format("visitor.price.from", {{"price", money_text(language, Dong{500'000})}});
}

// The narrowest choice of a place in force.
std::string place_label(const Language& language, const Filters& filters) {
    if (filters.locality) return *filters.locality;
    return filters.area ? *filters.area : language.text("visitor.places.any");
}

std::string order_target(ListOrder order) {
    return "order/" + std::to_string(static_cast<int>(order));
}

template <class T>
std::set<T> toggled(std::set<T> chosen, const T& value) {
    if (chosen.erase(value) == 0) chosen.insert(value);
    return chosen;
}

// Sets headings and rows one below the other. A heading without a row is left out.
struct PanelWriter {
    Ui& ui;
    Rect rest;
    float top;
    bool first = true;
    std::string next = {}; // the heading that waits for its first row

    void heading(const std::string& text) { next = text; }
    void write_heading(const std::string& text) {
        if (!first) {
            const Rect rule = cut_top(rest, ui.px(2), ui.px(space::s));
            ui.canvas().fill(rule, ui.colours().line);
        }
        first = false;
        ui.canvas().text(TextRole::B2,
                         cut_top(rest, ui.px(space::m) + ui.canvas().line_height(TextRole::B2), ui.px(space::xs)), text,
                         ui.colours().ink);
    }
    Rect row() {
        if (!next.empty()) write_heading(std::exchange(next, {}));
        return cut_top(rest, std::max(ui.px(64), ui.target_size(64)), std::max(ui.px(8), ui.scale().mm(1)));
    }
    bool check(const std::string& name, const std::string& label, bool checked, int count) {
        return check_row(ui, name, row(), label, checked, std::to_string(count));
    }
    float height() const { return rest.y - top; }
};

float write_panel(Ui& ui, const Session& session, const Listing& listing, const Rect& area, Intents& intents) {
    const Filters& filters = session.filters;
    const Language& language = ui.language();
    const auto change = [&](auto edit) {
        Filters changed = filters;
        edit(changed);
        intents.emplace_back(ChangeFilters{std::move(changed)});
    };
    PanelWriter writer{ui, {area.x, area.y, area.w, 1e6f}, area.y};

    const FacetCounts& counts = listing.counts;
    writer.heading(language.text("visitor.list.shown_as"));
    for (const bool makers : {false, true})
        if (choice(ui, makers ? "list.makers" : "list.products", writer.row(),
                   language.text(makers ? "visitor.list.makers" : "visitor.bar.products"),
                   session.list_makers == makers, makers ? Icon::users : Icon::grid))
            intents.emplace_back(ListMakers{makers});

    writer.heading(language.text("visitor.stars.heading"));
    for (const Stars stars : {Stars::five, Stars::four, Stars::three}) {
        const int number = star_number(stars);
        if (writer.check("filter.stars/" + std::to_string(number), star_words(language, stars),
                         filters.stars.count(number) != 0, count_of(counts.stars, number)))
            change([&](Filters& f) { f.stars = toggled(f.stars, number); });
    }

    writer.heading(language.text("visitor.here.heading"));
    if (writer.check("filter.stock", language.text("visitor.stock.plenty"), filters.in_stock, counts.in_stock))
        change([](Filters& f) { f.in_stock = !f.in_stock; });
    if (writer.check("filter.season", language.text("visitor.season.now"), filters.in_season, counts.in_season))
        change([](Filters& f) { f.in_season = !f.in_season; });

    writer.heading(language.text("visitor.maker.heading"));
    for (const ProducerType type : maker_types) {
        const bool checked = filters.makers.count(type) != 0;
        const int count = count_of(counts.makers, type);
        if (count == 0 && !checked) continue;
        if (writer.check("filter.maker/" + std::to_string(static_cast<int>(type)), maker_type_name(language, type),
                         checked, count))
            change([&](Filters& f) { f.makers = toggled(f.makers, type); });
    }

    writer.heading(language.text("visitor.places.title"));
    if (button(ui, "filter.area", writer.row(), place_label(language, filters),
               {.look = ButtonLook::tertiary, .icon = Icon::pin, .text = TextRole::B3}))
        intents.emplace_back(OpenSheet{VisitorSheet::areas});

    writer.heading(language.text("visitor.groups"));
    for (const std::string_view code : group_codes) {
        const GroupCode group{std::string(code)};
        const bool checked = filters.group == group;
        const int count = count_of(counts.groups, group.text());
        if (count == 0 && !checked) continue;
        if (writer.check("filter.group/" + group.text(), group_name(language, group), checked, count))
            change([&](Filters& f) { f.group = checked ? std::nullopt : std::optional(group); });
    }

    writer.heading(language.text("visitor.price.heading"));
    for (const PriceBand band : price_bands) {
        const bool checked = filters.prices.count(band) != 0;
        const int count = count_of(counts.prices, band);
        if (count == 0 && !checked) continue;
        if (writer.check("filter.price/" + std::to_string(static_cast<int>(band)), price_band_name(language, band),
                         checked, count))
            change([&](Filters& f) { f.prices = toggled(f.prices, band); });
    }

    writer.heading(language.text("visitor.suits.heading"));
    if (writer.check("filter.gift", language.text("visitor.suits.gift"), filters.gift, counts.gift))
        change([](Filters& f) { f.gift = !f.gift; });
    if (writer.check("filter.export", language.text("visitor.suits.export"), filters.exported, counts.exported))
        change([](Filters& f) { f.exported = !f.exported; });

    writer.heading(language.text("visitor.order.heading"));
    for (const ListOrder order : {ListOrder::grade, ListOrder::price, ListOrder::name})
        if (choice(ui, order_target(order), writer.row(), order_name(language, order), filters.order == order))
            change([&](Filters& f) { f.order = order; });
    return writer.height();
}

} // namespace

void filter_panel(Ui& ui, const Session& session, const Listing& listing, const Rect& rect, Scrolled& scrolled,
                  Intents& intents) {
    Rect viewport = rect;
    Rect room = inset(rect, ui.px(22), 0);
    scroll_button_row(ui, "filters", room, scrolled.scroll);
    viewport.h = room.h;
    scroll_area(ui, "filters", viewport, scrolled.scroll, scrolled.height, [&](const Rect& content) {
        const Rect inner = inset(content, ui.px(22), 0);
        const float height = write_panel(ui, session, listing, inner, intents) + ui.px(space::m);
        if (height != scrolled.height) {
            scrolled.height = height;
            ui.request_frames_until({ui.now().milliseconds + 1});
        }
    });
}

std::vector<ActiveFilter> active_filters(const Language& language, const Filters& filters) {
    std::vector<ActiveFilter> active;
    const auto add = [&](std::string name, std::string label, auto remove) {
        Filters without = filters;
        remove(without);
        active.push_back({std::move(name), std::move(label), std::move(without)});
    };
    if (filters.group) add("undo/group", group_name(language, *filters.group), [](Filters& f) { f.group.reset(); });
    for (const int number : filters.stars)
        add("undo/stars/" + std::to_string(number), star_words(language, static_cast<Stars>(number)),
            [number](Filters& f) { f.stars.erase(number); });
    if (filters.area)
        add("undo/area", *filters.area, [](Filters& f) {
            f.area.reset();
            f.locality.reset();
        });
    if (filters.locality) add("undo/locality", *filters.locality, [](Filters& f) { f.locality.reset(); });
    for (const ProducerType type : filters.makers)
        add("undo/maker/" + std::to_string(static_cast<int>(type)), maker_type_name(language, type),
            [type](Filters& f) { f.makers.erase(type); });
    if (filters.in_stock)
        add("undo/stock", language.text("visitor.stock.plenty"), [](Filters& f) { f.in_stock = false; });
    if (filters.in_season)
        add("undo/season", language.text("visitor.season.now"), [](Filters& f) { f.in_season = false; });
    for (const PriceBand band : filters.prices)
        add("undo/price/" + std::to_string(static_cast<int>(band)), price_band_name(language, band),
            [band](Filters& f) { f.prices.erase(band); });
    if (filters.gift) add("undo/gift", language.text("visitor.suits.gift"), [](Filters& f) { f.gift = false; });
    if (filters.exported)
        add("undo/export", language.text("visitor.suits.export"), [](Filters& f) { f.exported = false; });
    return active;
}

std::optional<ActiveFilter> last_chosen(const Language& language, const Session& session) {
    const auto active = active_filters(language, session.filters);
    const auto before = active_filters(language, session.filters_before);
    for (const ActiveFilter& filter : active)
        if (std::none_of(before.begin(), before.end(),
                         [&](const ActiveFilter& other) { return other.name == filter.name; }))
            return filter;
    return active.empty() ? std::nullopt : std::optional(active.back());
}

} // namespace ocop::kiosk
