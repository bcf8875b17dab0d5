#include "kiosk/visitor/localities.h"

#include "pos/text/fold.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ocop::kiosk {

namespace {

constexpr std::array<std::string_view, 6> district_words{"huyện ", "thị xã ", "thành phố ", "h. ", "tx. ", "tp. "};
constexpr std::array<std::string_view, 7> commune_words{"xã ", "thị trấn ", "phường ", "đặc khu ",
                                                        "x. ", "tt. ",      "p. "};

// The parts of "xã Tất Thắng, huyện Thanh Sơn, Phú Thọ".
std::vector<std::string> parts_of(const std::string& printed) {
    std::vector<std::string> parts;
    std::size_t from = 0;
    while (from <= printed.size()) {
        const std::size_t comma = std::min(printed.find(',', from), printed.size());
        std::string part = printed.substr(from, comma - from);
        part.erase(0, part.find_first_not_of(' '));
        part.erase(part.find_last_not_of(' ') + 1);
        if (!part.empty()) parts.push_back(std::move(part));
        from = comma + 1;
    }
    return parts;
}

template <class Words>
bool begins_with_one_of(const std::string& part, const Words& words) {
    const std::string lower = fold_keeping_accents(part);
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return lower.rfind(word, 0) == 0; });
}

bool same_name(const std::string& a, const std::string& b) {
    return fold_keeping_accents(a) == fold_keeping_accents(b);
}

} // namespace

std::vector<LocalityName> localities_of(const Place& place) {
    std::vector<LocalityName> names;
    const auto add = [&](const std::string& name, bool today) {
        const auto known = [&](const LocalityName& other) { return same_name(other.name, name); };
        if (!name.empty() && !same_name(name, place.province) && std::none_of(names.begin(), names.end(), known))
            names.push_back({with_capital(name), today});
    };
    const auto parts = parts_of(place.printed);
    const auto first = [&](const auto& words) {
        return std::find_if(parts.begin(), parts.end(),
                            [&](const std::string& part) { return begins_with_one_of(part, words); });
    };
    if (const auto district = first(district_words); district != parts.end())
        add(*district, false);
    else if (const auto commune = first(commune_words); commune != parts.end())
        add(*commune, false);
    else if (parts.size() > 1)
        add(parts[parts.size() - 2], false); // "Phú Quốc, Kiên Giang"
    if (!parts.empty() && !place.province.empty()) add(parts.back(), false);
    add(place.commune, true);
    return names;
}

} // namespace ocop::kiosk
