// Keys in any order and at any speed: what is taken for a scan is a run of printable ASCII that was just typed, and
// every character typed is either part of a scan or reaches what has focus, once and in order.
#include "kiosk/platform/scanner.h"
#include "kiosk/platform/typing_hold.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_printable_ascii(const std::string& text) {
    for (const char c : text)
        if (c < ' ' || c > '~') return false;
    return true;
}

bool ends_with(const std::u32string& typed, const std::string& code) {
    if (typed.size() < code.size()) return false;
    const std::u32string expected(code.begin(), code.end());
    return typed.compare(typed.size() - code.size(), code.size(), expected) == 0;
}

} // namespace

// Two bytes are one key: how many milliseconds it came after the last one, and which it was. 0xFF ends a code; bytes
// from 0x80 on stand for letters of an input method.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ocop::kiosk::Scanner scanner;
    ocop::kiosk::TypingHold hold;
    std::u32string since_terminator;
    std::u32string waiting; // typed, and neither scanned nor given out
    ocop::Monotonic now{0};
    for (std::size_t at = 0; at + 1 < size; at += 2) {
        now.milliseconds += data[at];
        const auto given = hold.release(now);
        require(waiting.compare(0, given.size(), given) == 0);
        waiting.erase(0, given.size());
        if (data[at + 1] != 0xFF) {
            const char32_t key = data[at + 1] < 0x80 ? data[at + 1] : 0x1E00 + data[at + 1];
            scanner.character(key, now);
            hold.character(key, now);
            since_terminator += key;
            waiting += key;
            continue;
        }
        const auto code = scanner.terminator(now);
        if (code) {
            require(!code->empty() && is_printable_ascii(*code) && ends_with(since_terminator, *code));
            hold.scanned();
            waiting.clear();
        } else {
            require(hold.take() == waiting);
            waiting.clear();
        }
        since_terminator.clear();
    }
    require(hold.take() == waiting);
    return 0;
}
