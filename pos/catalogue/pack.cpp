#include "pos/catalogue/pack.h"

#include "pos/money/rounding.h"
#include "pos/text/fold.h"

#include <array>
#include <string>

namespace ocop {

namespace {

constexpr std::int64_t most_whole = 1'000'000; // g or ml: a pack is not a lorry

struct Unit {
    std::string_view word;
    Measure measure;
    std::int64_t times; // of a gram or millilitre
};
constexpr std::array<Unit, 9> units{{{"g", Measure::grams, 1},
                                     {"gr", Measure::grams, 1},
                                     {"gam", Measure::grams, 1},
                                     {"gram", Measure::grams, 1},
                                     {"kg", Measure::grams, 1000},
                                     {"ml", Measure::millilitres, 1},
                                     {"l", Measure::millilitres, 1000},
                                     {"lit", Measure::millilitres, 1000},
                                     {"litre", Measure::millilitres, 1000}}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// "0,5" → 500 from `at` on, which moves behind it. Three digits after the sign at most: "1.000" would be ambiguous.
std::optional<std::int64_t> thousandths(const std::string& text, std::size_t& at) {
    std::int64_t whole = 0;
    const std::size_t begin = at;
    for (; at < text.size() && is_digit(text[at]); ++at) {
        whole = whole * 10 + (text[at] - '0');
        if (whole > most_whole) return std::nullopt;
    }
    if (at == begin) return std::nullopt;
    std::int64_t part = 0;
    if (at < text.size() && (text[at] == ',' || text[at] == '.')) {
        const std::size_t sign = at++;
        std::int64_t worth = 100;
        for (; at < text.size() && is_digit(text[at]); ++at, worth /= 10)
            part += worth * (text[at] - '0');
        const std::size_t digits = at - sign - 1;
        if (digits == 0 || digits > 2) return std::nullopt;
    }
    return whole * 1000 + part;
}

} // namespace

std::optional<PackContent> pack_content(std::string_view pack) {
    const std::string text = fold(pack);
    std::size_t at = 0;
    const auto amount = thousandths(text, at);
    if (!amount || *amount == 0) return std::nullopt;
    if (at < text.size() && text[at] == ' ') ++at;
    const std::string_view word = std::string_view(text).substr(at);
    for (const Unit& unit : units)
        if (unit.word == word) return PackContent{unit.measure, *amount * unit.times};
    return std::nullopt;
}

std::optional<UnitPrice> unit_price(const Product& product) {
    constexpr std::int64_t hundred = 100'000; // thousandths
    if (!product.price || product.sold_by == SoldBy::weight) return std::nullopt;
    const auto content = pack_content(product.pack);
    if (!content || content->thousandths == hundred) return std::nullopt;
    return UnitPrice{part_of(*product.price, hundred, content->thousandths), content->measure};
}

} // namespace ocop
