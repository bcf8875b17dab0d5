// Reads a package in a child process with limits: files from strangers meet four parsers, and none of them may take the
// till with it.
#pragma once

#include "pos/base/result.h"
#include "pos/catalogue/import/package_reader.h"

#include <chrono>
#include <cstdint>

namespace ocop {

struct IsolationLimits {
    std::uint64_t memory = 2ULL * 1024 * 1024 * 1024; // bytes of address space; not applied under sanitizers
    std::uint64_t processor_seconds = 120;
    std::chrono::milliseconds silence{300'000}; // longest wait for the child to say something
};

// As read_package. The child hands back the canonical catalogue document and the problems, which are read as untrusted
// too: pictures outside the package and the scratch folder are refused. Fails with refused when the child is killed by
// a limit, crashes, or answers with something else ("error.import_stopped"). Call it from a process with one thread,
// or one whose other threads hold no locks of the C library at that moment.
Result<ImportReport> read_package_isolated(const std::filesystem::path& source, const Catalogue* in_force,
                                           const std::filesystem::path& scratch, const IsolationLimits& limits = {});

} // namespace ocop
