#include "tests/support/bench_till.h"

#include "pos/catalogue/release.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/must.h"

namespace ocop::testing {

Till make_bench_till(const std::filesystem::path& data, Clock& clock, Randomness& randomness) {
    const DataDirectory directory{data};
    auto till = must(Till::create(directory, "bench", "Q2", clock, randomness));
    const auto stored = must(store_release(directory, tests::generate_catalogue(18'000), {}));
    must(till.adopt_release(stored.manifest.release, stored.manifest_sha256));
    must(till.set_staff({StaffId("lan"), "Lan", Role::cashier, must(hash_pin("123456")), true}));
    must(till.open_shift(StaffId("lan"), Dong{}));
    must(till.journal().checkpoint());
    return till;
}

} // namespace ocop::testing
