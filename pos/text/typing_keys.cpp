#include "pos/text/typing_keys.h"

#include <optional>
#include <string>

namespace ocop {
namespace {

enum class Acted { no, set, taken_back };

char lower(char key) {
    return key >= 'A' && key <= 'Z' ? static_cast<char>(key - 'A' + 'a') : key;
}

void add_key(VietnameseLetters& letters, char key) {
    letters.push_back({lower(key), LetterMark::none, Tone::level, key != lower(key)});
}

std::optional<Tone> tone_of_key(char key, TypingMethod method) {
    const std::string_view keys = method == TypingMethod::telex ? "zfrxsj" : "023415";
    const auto at = keys.find(lower(key));
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<Tone>(at);
}

// Keeps the changed letters when they can still become a syllable.
bool accept(VietnameseLetters& letters, VietnameseLetters changed, TonePlacement placement) {
    set_tone(changed, tone_of(changed), placement);
    if (!could_be_syllable(changed)) return false;
    letters = std::move(changed);
    return true;
}

Acted act_tone(VietnameseLetters& letters, Tone tone, TonePlacement placement) {
    if (!parts_of(letters).has_vowel()) return Acted::no;
    const Tone before = tone_of(letters);
    if (tone == Tone::level && before == Tone::level) return Acted::no;
    VietnameseLetters changed = letters;
    set_tone(changed, before == tone ? Tone::level : tone, placement);
    if (before == tone) {
        letters = std::move(changed);
        return Acted::taken_back;
    }
    return accept(letters, std::move(changed), placement) ? Acted::set : Acted::no;
}

// `plain`: the letter to mark; 0: any that can carry it.
Acted act_circumflex(VietnameseLetters& letters, char plain, TonePlacement placement) {
    const auto parts = parts_of(letters);
    for (std::size_t at = parts.final; at > parts.vowels; --at) {
        auto& letter = letters[at - 1];
        if (plain != 0 ? letter.plain != plain : !can_carry(letter.plain, LetterMark::circumflex)) continue;
        if (letter.mark == LetterMark::circumflex) {
            letter.mark = LetterMark::none;
            return Acted::taken_back;
        }
        VietnameseLetters changed = letters;
        changed[at - 1].mark = LetterMark::circumflex;
        if (accept(letters, changed, placement)) return Acted::set;
        if (at - 1 > parts.vowels && changed[at - 2].mark == LetterMark::horn) { // ươ becomes uô
            changed[at - 2].mark = LetterMark::none;
            if (accept(letters, std::move(changed), placement)) return Acted::set;
        }
    }
    return Acted::no;
}

// Where u is followed by o among the vowels.
std::optional<std::size_t> uo_in(const VietnameseLetters& letters) {
    const auto parts = parts_of(letters);
    for (std::size_t at = parts.vowels; at + 1 < parts.final; ++at)
        if (letters[at].plain == 'u' && letters[at + 1].plain == 'o') return at;
    return std::nullopt;
}

// thuở, huơ, khuơ are written with one horn as long as nothing follows.
bool keeps_plain_u(const VietnameseLetters& letters, std::size_t u) {
    return u > 0 && u + 2 == letters.size() && letters[u - 1].plain == 'h' &&
           (u == 1 || (u == 2 && (letters[0].plain == 't' || letters[0].plain == 'k')));
}

Acted act_horn_on_uo(VietnameseLetters& letters, std::size_t u, TonePlacement placement) {
    if (letters[u + 1].mark == LetterMark::horn) {
        letters[u].mark = letters[u + 1].mark = LetterMark::none;
        return Acted::taken_back;
    }
    VietnameseLetters changed = letters;
    changed[u + 1].mark = LetterMark::horn;
    if (letters[u].mark == LetterMark::horn || !keeps_plain_u(letters, u)) changed[u].mark = LetterMark::horn;
    return accept(letters, std::move(changed), placement) ? Acted::set : Acted::no;
}

// `horns`, `breves`: which of the two the key makes.
Acted act_horn(VietnameseLetters& letters, bool horns, bool breves, TonePlacement placement) {
    if (const auto uo = uo_in(letters); uo && horns) return act_horn_on_uo(letters, *uo, placement);
    const auto parts = parts_of(letters);
    for (std::size_t at = parts.vowels; at < parts.final; ++at) {
        auto& letter = letters[at];
        if ((horns && letter.mark == LetterMark::horn) || (breves && letter.mark == LetterMark::breve)) {
            letter.mark = LetterMark::none;
            return Acted::taken_back;
        }
    }
    for (std::size_t at = parts.vowels; at < parts.final; ++at)
        for (const auto mark : {LetterMark::horn, LetterMark::breve}) {
            if (!(mark == LetterMark::horn ? horns : breves) || !can_carry(letters[at].plain, mark)) continue;
            VietnameseLetters changed = letters;
            changed[at].mark = mark;
            if (accept(letters, std::move(changed), placement)) return Acted::set;
        }
    return Acted::no;
}

Acted act_bar(VietnameseLetters& letters, TonePlacement placement) {
    if (letters.empty() || letters.front().plain != 'd') return Acted::no;
    if (letters.front().mark == LetterMark::bar) {
        letters.front().mark = LetterMark::none;
        return Acted::taken_back;
    }
    VietnameseLetters changed = letters;
    changed.front().mark = LetterMark::bar;
    return accept(letters, std::move(changed), placement) ? Acted::set : Acted::no;
}

Acted act(VietnameseLetters& letters, char key, const TypingRules& rules) {
    if (rules.method == TypingMethod::off) return Acted::no;
    if (const auto tone = tone_of_key(key, rules.method)) return act_tone(letters, *tone, rules.placement);
    const bool telex = rules.method == TypingMethod::telex;
    switch (lower(key)) {
    case 'a':
    case 'e':
    case 'o':
        return telex ? act_circumflex(letters, lower(key), rules.placement) : Acted::no;
    case '6':
        return telex ? Acted::no : act_circumflex(letters, 0, rules.placement);
    case 'w':
        return telex ? act_horn(letters, true, true, rules.placement) : Acted::no;
    case '7':
    case '8':
        return telex ? Acted::no : act_horn(letters, key == '7', key == '8', rules.placement);
    case 'd':
        return telex ? act_bar(letters, rules.placement) : Acted::no;
    case '9':
        return telex ? Acted::no : act_bar(letters, rules.placement);
    default:
        return Acted::no;
    }
}

} // namespace

void settle_syllable(VietnameseLetters& letters, TonePlacement placement) {
    VietnameseLetters changed = letters;
    if (const auto u = uo_in(changed); u && *u + 2 < changed.size()) {
        const bool one_horn = (changed[*u].mark == LetterMark::horn) != (changed[*u + 1].mark == LetterMark::horn);
        if (one_horn) changed[*u].mark = changed[*u + 1].mark = LetterMark::horn;
    }
    set_tone(changed, tone_of(changed), placement);
    if (could_be_syllable(changed)) letters = std::move(changed);
}

WordTyped word_typed(VietnameseLetters start, std::string_view keys, const TypingRules& rules) {
    WordTyped word{start};
    std::string taken_back; // keys that were repeated: they are letters for the rest of the word
    bool changed = false;
    bool as_typed = false;
    std::size_t since = 0; // keys before it are in `start`
    for (std::size_t at = 0; at < keys.size(); ++at) {
        const char key = keys[at];
        word.tone_last = false;
        Acted acted = Acted::no;
        if (!as_typed && taken_back.find(lower(key)) == std::string::npos) acted = act(word.letters, key, rules);
        if (acted == Acted::set) {
            changed = true;
            word.tone_last = tone_of_key(key, rules.method).has_value();
            continue;
        }
        add_key(word.letters, key);
        if (acted == Acted::taken_back) {
            taken_back += lower(key);
            start = word.letters;
            since = at + 1;
            changed = false;
            continue;
        }
        if (as_typed) continue;
        settle_syllable(word.letters, rules.placement);
        if (changed && !could_be_syllable(word.letters)) {
            word.letters = start;
            for (const char typed : keys.substr(since, at + 1 - since))
                add_key(word.letters, typed);
            as_typed = true;
        }
    }
    return word;
}

} // namespace ocop
