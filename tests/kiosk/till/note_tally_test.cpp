#include "kiosk/till/note_tally.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::kiosk;

TEST_CASE("digits write the number of the chosen note, and begin anew where another is chosen", "[till][shifts]") {
    NoteTally tally;
    select_note(tally, 2);
    press_note(tally, {"1", false, false});
    press_note(tally, {"2", false, false});
    CHECK(tally.counts[2] == 12);
    CHECK(total_of(tally) == Dong{1'200'000});
    select_note(tally, 2); // again: what is typed now replaces it
    press_note(tally, {"7", false, false});
    CHECK(tally.counts[2] == 7);
    press_note(tally, {"0", false, false});
    press_note(tally, {{}, true, false});
    CHECK(tally.counts[2] == 7);
    press_note(tally, {{}, false, true});
    CHECK(tally.counts[2] == 0);
    CHECK(tally.empty());
}

TEST_CASE("a first backspace takes a digit of what is there", "[till][shifts]") {
    NoteTally tally;
    tally.counts[0] = 25;
    select_note(tally, 0);
    press_note(tally, {{}, true, false});
    CHECK(tally.counts[0] == 2);
}

TEST_CASE("no note is counted below none or beyond three digits", "[till][shifts]") {
    NoteTally tally;
    step_note(tally, 8, -1);
    CHECK(tally.counts[8] == 0);
    CHECK(tally.selected == 8);
    step_note(tally, 99, 1);
    CHECK(tally.counts[8] == 1);
    for (int i = 0; i < 6; ++i)
        press_note(tally, {"9", false, false});
    CHECK(tally.counts[8] == 999);
    step_note(tally, 8, 1);
    CHECK(tally.counts[8] == 999);
    CHECK(check_cash_count(cash_count_of(tally)));
}

TEST_CASE("what a drawer held can be the next float", "[till][shifts]") {
    NoteTally tally;
    tally.counts = {0, 2, 6, 8, 10, 15, 20, 0, 0};
    CHECK(total_of(tally) == Dong{1'850'000});
    CHECK(tally_of(cash_count_of(tally)).counts == tally.counts);
    CHECK(tally_of({{Dong{200}, 3}}).empty());
}
