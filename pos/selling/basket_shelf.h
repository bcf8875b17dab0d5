// The baskets that visitors of this kiosk hold a pick-up code for, and which baskets this till has loaded: local state
// of the journal, beside the chain, kept across a restart and a power cut. Owned by the thread that owns the journal.
#pragma once

#include "pos/base/clock.h"
#include "pos/journal/journal.h"
#include "pos/selling/basket.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ocop {

inline constexpr std::int64_t hold_milliseconds = 20 * 60 * 1000; // how long the goods are kept back (design guide 07)

struct HeldBasket {
    Basket basket;
    Instant made_at;
    std::int64_t order = 0; // among all codes this kiosk gave
};

class BasketShelf {
public:
    // Reads what is stored. A row that cannot be read keeps its code taken and is otherwise passed over.
    BasketShelf(Journal& journal, Clock& clock, Randomness& randomness);

    // Gives the basket a code of `kiosk` (1..9) and keeps it; durable when it returns. A code that was not given before
    // is taken while there is one, then the one given longest ago: whatever the clock does, a thousand codes lie
    // between two uses. Refused: lines (check_basket_lines), or every code was given today ("error.basket_codes_used").
    // `again`: the code that this visitor has already; it stays when it is of today.
    Result<HeldBasket> hold(std::vector<BasketLine> lines, int kiosk, const std::string& again = {});

    // Not found: a code not given in the last 24 hours.
    Result<HeldBasket> find(const std::string& code) const;
    // Those whose goods are still kept back.
    std::vector<HeldBasket> kept_back() const;
    // How much longer, in ms; 0: no longer. A clock that was put back never adds to it.
    std::int64_t time_left(const HeldBasket& held) const;

    // Which baskets were put into a cart here, by their mark (basket_text.h); the last 500 are remembered.
    std::optional<Instant> loaded_at(const std::string& mark) const;
    Result<> set_loaded(const std::string& mark);

private:
    struct Row {
        HeldBasket held;
        bool readable = true;
    };
    struct Loaded {
        std::string mark;
        Instant at;
    };
    Result<std::string> free_code(int kiosk) const;

    Journal* journal_;
    Clock* clock_;
    Randomness* randomness_;
    std::map<std::string, Row> rows_; // by code
    std::int64_t last_order_ = 0;
    std::deque<Loaded> loaded_;
};

} // namespace ocop
