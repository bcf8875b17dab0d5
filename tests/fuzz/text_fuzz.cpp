// Whatever bytes enter, the text kept is UTF-8 in normal form C, and normalising it again changes nothing.
#include "pos/text/nfc.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    const std::string kept = ocop::to_nfc(bytes);
    if (!ocop::is_utf8(kept) || !ocop::is_nfc(kept) || ocop::to_nfc(kept) != kept) std::abort();
    if (ocop::is_nfc(bytes) && kept != bytes) std::abort();
    return 0;
}
