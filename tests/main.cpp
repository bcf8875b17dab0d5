#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

// LeakSanitizer asks for this name. Fontconfig keeps some of what it reads of the system's own configuration.
extern "C" const char* __lsan_default_suppressions();
const char* __lsan_default_suppressions() {
    return "leak:libfontconfig.so\n";
}
