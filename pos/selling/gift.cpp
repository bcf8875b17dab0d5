#include "pos/selling/gift.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <set>

namespace ocop {
namespace {

constexpr std::int64_t step = 1'000;       // đồng: prices count in whole thousands, rounded up
constexpr std::size_t most_producers = 60; // considered, the most appealing first
constexpr std::int16_t unreachable = -1;

struct Choice { // of one producer
    std::size_t candidate = 0;
    std::size_t cost = 0; // in steps
    int appeal = 1;
};
using Choices = std::vector<Choice>;

std::size_t cost_of(Dong price) {
    return static_cast<std::size_t>((price.amount + step - 1) / step);
}

// Every producer's affordable products.
std::vector<Choices> by_producer(const std::vector<GiftCandidate>& candidates, std::size_t budget) {
    std::map<ProducerId, std::size_t> place;
    std::vector<Choices> producers;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto& each = candidates[i];
        if (each.price.amount <= 0 || cost_of(each.price) > budget) continue;
        const auto [at, fresh] = place.emplace(each.producer, producers.size());
        if (fresh) producers.emplace_back();
        producers[at->second].push_back({i, cost_of(each.price), std::clamp(each.appeal, 1, 1000)});
    }
    const auto appeal = [](const Choices& choices) {
        int most = 0;
        for (const auto& choice : choices)
            most = std::max(most, choice.appeal);
        return most;
    };
    std::stable_sort(producers.begin(), producers.end(),
                     [&](const Choices& a, const Choices& b) { return appeal(a) > appeal(b); });
    if (producers.size() > most_producers) producers.resize(most_producers);
    return producers;
}

// For every number of products and every sum, the greatest appeal with the producers seen so far, and what the last of
// them gave to it: a knapsack with one choice a producer.
class Table {
public:
    Table(const std::vector<Choices>& producers, std::size_t budget)
        : producers_(&producers), width_(budget + 1), best_((most_gift_products + 1) * width_, unreachable) {
        best_[0] = 0;
        for (const auto& choices : producers) {
            auto& taken = taken_.emplace_back(best_.size(), unreachable);
            for (std::size_t count = most_gift_products; count > 0; --count)
                for (std::size_t sum = width_; sum-- > 0;)
                    improve(choices, count, sum, taken);
        }
    }

    std::int16_t appeal(std::size_t count, std::size_t sum) const { return best_[count * width_ + sum]; }

    // Candidates of the best set with this count and sum, which must be reachable.
    std::vector<std::size_t> set_of(std::size_t count, std::size_t sum) const {
        std::vector<std::size_t> set;
        for (std::size_t stage = producers_->size(); stage-- > 0;) {
            const auto choice = taken_[stage][count * width_ + sum];
            if (choice == unreachable) continue;
            const auto& taken = (*producers_)[stage][static_cast<std::size_t>(choice)];
            set.push_back(taken.candidate);
            sum -= taken.cost;
            --count;
        }
        std::sort(set.begin(), set.end());
        return set;
    }

private:
    // Counts are gone through from the largest, so that no producer is taken twice.
    void improve(const Choices& choices, std::size_t count, std::size_t sum, std::vector<std::int16_t>& taken) {
        auto& best = best_[count * width_ + sum];
        for (std::size_t i = 0; i < choices.size() && i < INT16_MAX; ++i) {
            if (choices[i].cost > sum) continue;
            const auto before = best_[(count - 1) * width_ + sum - choices[i].cost];
            const auto with = static_cast<std::int16_t>(before + choices[i].appeal);
            if (before == unreachable || with <= best) continue;
            best = with;
            taken[count * width_ + sum] = static_cast<std::int16_t>(i);
        }
    }

    const std::vector<Choices>* producers_;
    std::size_t width_;
    std::vector<std::int16_t> best_;
    std::vector<std::vector<std::int16_t>> taken_;
};

} // namespace

std::vector<Sku> suggest_gift(const std::vector<GiftCandidate>& candidates, Dong budget) {
    const auto steps =
        static_cast<std::size_t>(std::clamp<std::int64_t>(budget.amount / step, 0, most_gift_budget.amount / step));
    const auto producers = by_producer(candidates, steps);
    const Table table(producers, steps);
    std::size_t most_used = 0;
    for (std::size_t count = 1; count <= most_gift_products; ++count)
        for (std::size_t sum = 1; sum <= steps; ++sum)
            if (table.appeal(count, sum) != unreachable) most_used = std::max(most_used, sum);
    std::size_t best_count = 0;
    std::size_t best_sum = 0;
    std::int16_t best = unreachable;
    for (std::size_t count = 1; count <= most_gift_products; ++count)
        for (std::size_t sum = steps + 1; sum-- > std::max<std::size_t>(1, most_used - most_used / 20);)
            if (table.appeal(count, sum) > best) {
                best = table.appeal(count, sum);
                best_count = count;
                best_sum = sum;
            }
    std::vector<Sku> gift;
    if (best == unreachable) return gift;
    for (const auto candidate : table.set_of(best_count, best_sum))
        gift.push_back(candidates[candidate].sku);
    return gift;
}

Sku next_gift_choice(const std::vector<GiftCandidate>& candidates, const Sku& replaced, const std::vector<Sku>& others,
                     Dong room) {
    std::set<ProducerId> taken;
    std::size_t start = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].sku == replaced) start = i;
        if (std::find(others.begin(), others.end(), candidates[i].sku) != others.end())
            taken.insert(candidates[i].producer);
    }
    for (std::size_t i = 1; i < candidates.size(); ++i) {
        const auto& each = candidates[(start + i) % candidates.size()];
        if (each.sku != replaced && each.price.amount > 0 && each.price <= room && taken.count(each.producer) == 0)
            return each.sku;
    }
    return {};
}

} // namespace ocop
