#include "kiosk/visitor/wording.h"

#include "pos/catalogue/pack.h"
#include "pos/text/fold.h"
#include "pos/text/format.h"

#include <fmt/format.h>

#include <algorithm>

namespace ocop::kiosk {

namespace {

std::string month_name(const Language& language, unsigned month) {
    return language.text("visitor.month." + std::to_string(month));
}

// The unit in this language; empty when it has no word for it. Units of the catalogue are Vietnamese words.
std::string unit_text(const Language& language, const std::string& unit, const std::string& count = "1") {
    if (unit.empty() || language.code() == "vi") return unit;
    const std::string key = "visitor.unit." + fold(unit);
    return language.has(key) ? language.format(key, {{"count", count}}) : std::string{};
}

} // namespace

std::string money_text(const Language& language, Dong amount) {
    return format_money(amount, language);
}

std::string quantity_text(const Language& language, Quantity quantity) {
    return format_quantity(quantity, {}, language);
}

std::string day_text(const Language& language, Day day) {
    return format_date(day, language);
}

std::string date_text(const Language& language, const PartialDate& date) {
    return format_date(date, language);
}

std::string months_text(const Language& language, const Months& months) {
    const auto name = [&](int month) { return month_name(language, static_cast<unsigned>(month)); };
    if (months.from == months.to) return language.format("visitor.format.one_month", {{"month", name(months.from)}});
    return language.format("visitor.format.months", {{"from", name(months.from)}, {"to", name(months.to)}});
}

std::string clock_text(Instant now) {
    const ClockTime time = clock_time_of(now);
    return fmt::format("{:02}:{:02}", time.hour, time.minute);
}

std::string group_name(const Language& language, const GroupCode& group) {
    const std::string key = "visitor.group." + group.text();
    return language.has(key) ? language.text(key) : group.text();
}

std::string maker_type_name(const Language& language, ProducerType type) {
    switch (type) {
    case ProducerType::enterprise:
        return language.text("visitor.maker.enterprise");
    case ProducerType::cooperative:
        return language.text("visitor.maker.cooperative");
    case ProducerType::cooperative_group:
        return language.text("visitor.maker.cooperative_group");
    case ProducerType::household:
        return language.text("visitor.maker.household");
    case ProducerType::other:
        break;
    }
    return language.text("visitor.maker.other");
}

std::string maker_and_place(const Language& language, const ProductView& product) {
    const std::string& maker = product.producer->name.in(language.code());
    if (product.place->printed.empty()) return maker;
    if (maker.empty()) return product.place->printed;
    return maker + " · " + product.place->printed;
}

std::string locality_name(const Language& language, const LocalityName& name) {
    return name.today ? language.format("visitor.places.now_named", {{"place", name.name}}) : name.name;
}

std::string unit_price_text(const Language& language, const Product& product) {
    const auto price = unit_price(product);
    if (!price) return {};
    const std::string amount = money_text(language, price->per_hundred);
    return price->measure == Measure::grams ? language.format("visitor.price.per_100_g", {{"price", amount}})
                                            : language.format("visitor.price.per_100_ml", {{"price", amount}});
}

std::string pack_text(const Language& language, const Product& product) {
    const std::string unit = unit_text(language, product.unit);
    if (unit.empty() || product.pack.empty()) return unit.empty() ? product.pack : unit;
    return language.format("visitor.format.pack", {{"unit", unit}, {"pack", product.pack}});
}

std::string amount_text(const Language& language, const Product& product, Quantity quantity) {
    const std::string number = quantity_text(language, quantity);
    const std::string unit = unit_text(language, product.unit, number);
    return unit.empty() ? number : number + "\u00A0" + unit;
}

std::string stock_word(const Language& language, const ProductView& product) {
    switch (product.stock_state) {
    case StockState::unknown:
        return {};
    case StockState::none:
        return language.text("visitor.stock.none");
    case StockState::few:
        return language.format("visitor.stock.few", {{"count", quantity_text(language, product.stock)}});
    case StockState::plenty:
        return language.text("visitor.stock.plenty");
    }
    return {};
}

std::string host_text(const std::string& url) {
    std::string host = url;
    if (const auto scheme = host.find("://"); scheme != std::string::npos) host.erase(0, scheme + 3);
    if (const auto path = host.find_first_of("/?#"); path != std::string::npos) host.erase(path);
    if (host.rfind("www.", 0) == 0) host.erase(0, 4);
    return host;
}

int months_left(Day today, Day end) {
    int months = 0;
    while (add_months(today, months) < end)
        ++months;
    return months;
}

} // namespace ocop::kiosk
