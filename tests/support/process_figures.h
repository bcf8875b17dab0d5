// What a running program holds and uses, as the kernel counts it.
#pragma once

#include <sys/types.h>

#include <cstddef>

namespace ocop::testing {

double shared_memory_of(pid_t process);   // PSS, MB: shared pages counted by their share
double resident_memory_of(pid_t process); // RSS, MB
double processor_seconds(pid_t process);  // used so far
std::size_t open_files_of(pid_t process);

} // namespace ocop::testing
