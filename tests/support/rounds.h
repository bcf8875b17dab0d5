// How long the tests with dice and the widest tables go on: every run takes a sample, tests/run.sh --long all of it.
#pragma once

#include <cstdlib>

namespace ocop::test {

inline bool long_run() {
    return std::getenv("OCOP_LONG_ROUNDS") != nullptr;
}
inline int rounds(int everyday, int in_long_run) {
    return long_run() ? in_long_run : everyday;
}

} // namespace ocop::test
