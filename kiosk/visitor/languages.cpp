#include "kiosk/visitor/languages.h"

namespace ocop::kiosk {

std::string_view language_name(std::string_view code) {
    for (const OfferedLanguage& language : known_languages)
        if (language.code == code) return language.name;
    return code;
}

} // namespace ocop::kiosk
