// A till with goods and Lan at it, for the tests of shifts.
#pragma once

#include "pos/till/till.h"
#include "tests/support/temporary_folder.h"

namespace ocop::testing {

struct ShiftBooth {
    TemporaryFolder folder;
    ManualClock clock{instant_of(*Day::parse("2026-11-23"), {8, 0, 0})};
    SeededRandomness randomness{7};
    DataDirectory directory{folder.path() / "till"};
    StaffId lan{"lan"};
    StaffId mai{"mai"};

    Till open();   // again
    Till create(); // 40 products, Lan (cashier, 123456), Mai (manager, 654321), no open shift

    // Different goods by `which`, among them goods by weight.
    Cart cart_of(Till& till, std::size_t which, std::int64_t thousandths);
    Sale sell(Till& till, std::size_t which, std::int64_t thousandths, const std::vector<Tender>& tenders);
};

} // namespace ocop::testing
