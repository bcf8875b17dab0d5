// How long one keystroke takes among 18,000 products: names typed letter by letter, with and without accents, with
// slips, and with nothing to find. Fails when the slowest hundredth takes 2 ms or more (the limit for search).
#include "pos/catalogue/search.h"
#include "pos/text/fold.h"
#include "tests/support/generated_catalogue.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

using namespace ocop;

int main() {
    const auto catalogue = std::make_shared<const Catalogue>(tests::generate_catalogue(18'000));
    const ProductSearch search(catalogue);
    std::mt19937 dice(20261124);
    const auto any = [&](std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(dice); };
    std::vector<std::string> typed;
    for (int i = 0; i < 300; ++i) {
        const auto& printed = catalogue->products()[any(catalogue->products().size())].name.in("vi");
        if (i % 4 == 3) { // accents kept: cut between letters only
            const auto name = fold_keeping_accents(printed);
            for (std::size_t length = 1; length <= std::min<std::size_t>(name.size(), 32); ++length)
                if (length == name.size() || (static_cast<unsigned char>(name[length]) & 0xC0U) != 0x80)
                    typed.push_back(name.substr(0, length));
        }
        auto name = fold(printed);
        if (i % 3 == 1 && name.size() > 6) std::swap(name[4], name[5]);
        if (i % 3 == 2) name.insert(any(name.size()), "zq");
        for (std::size_t length = 1; length <= std::min<std::size_t>(name.size(), 24); ++length)
            typed.push_back(name.substr(0, length));
    }
    std::vector<double> milliseconds;
    std::size_t hits = 0;
    for (const auto& text : typed) {
        const auto start = std::chrono::steady_clock::now();
        hits += search.find(text, 60).size();
        milliseconds.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto at = [&](double share) {
        return milliseconds[static_cast<std::size_t>(share * static_cast<double>(milliseconds.size() - 1))];
    };
    std::printf("%zu keystrokes among 18,000 products, %zu hits: median %.2f ms, p99 %.2f ms (under 2 wanted), slowest "
                "%.2f ms\n",
                milliseconds.size(), hits, at(0.5), at(0.99), at(1));
    return at(0.99) < 2 ? 0 : 1;
}
