// What a running program holds and uses, as the kernel counts it.
#pragma once

#include <sys/types.h>

#include <cstddef>

namespace ocop::testing {

// False where /proc belongs to other process ids, as in a process namespace that has no /proc of its own: the figures
// would be another program's.
bool figures_are_ours();

double shared_memory_of(pid_t process);   // PSS, MB: shared pages counted by their share
double resident_memory_of(pid_t process); // RSS, MB
double processor_seconds(pid_t process);  // used so far
std::size_t open_files_of(pid_t process);

} // namespace ocop::testing
