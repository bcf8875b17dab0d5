#include "sync/hub/api/enrolment_code.h"

#include <array>
#include <cctype>
#include <span>

namespace ocop {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t finder_length = 2;
constexpr std::size_t length = 10;
constexpr std::int64_t milliseconds_a_minute = 60'000;

Hash hash_of(std::string_view characters) {
    return sha256("ocop-enrolment-1\n" + std::string(characters));
}

char as_meant(char typed) {
    const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(typed)));
    if (upper == 'O') return '0';
    if (upper == 'I' || upper == 'L') return '1';
    return upper;
}

} // namespace

NewEnrolmentCode make_enrolment_code(Instant now, Randomness& randomness) {
    std::array<std::byte, length> random{};
    randomness.fill(random);
    std::string characters;
    for (const auto byte : random)
        characters += alphabet[std::to_integer<std::size_t>(byte) % alphabet.size()];
    NewEnrolmentCode made;
    made.text = characters.substr(0, 2) + "-" + characters.substr(2, 4) + "-" + characters.substr(6);
    made.code.finder = characters.substr(0, finder_length);
    made.code.secret_hash = hash_of(characters);
    made.code.expires_at = {now.milliseconds + enrolment_minutes * milliseconds_a_minute};
    return made;
}

Result<EnrolmentCode> read_enrolment_code(std::string_view typed) {
    std::string characters;
    for (const char c : typed) {
        if (c == '-' || c == ' ') continue;
        const char meant = as_meant(c);
        if (alphabet.find(meant) == std::string_view::npos) return fail(ErrorKind::refused, "error.enrolment_code");
        characters += meant;
    }
    if (characters.size() != length) return fail(ErrorKind::refused, "error.enrolment_code");
    EnrolmentCode code;
    code.finder = characters.substr(0, finder_length);
    code.secret_hash = hash_of(characters);
    return code;
}

} // namespace ocop
