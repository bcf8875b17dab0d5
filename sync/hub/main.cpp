#include "sync/hub/cli/hub_command_line.h"

#include <iostream>

int main(int count, char** values) {
    ocop::SystemClock clock;
    ocop::SystemRandomness randomness;
    return ocop::run_hub_command_line({values + 1, values + count}, clock, randomness, std::cout, std::cerr);
}
