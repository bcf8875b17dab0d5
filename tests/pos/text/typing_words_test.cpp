// Every Vietnamese word of the product's own texts can be typed, whatever the order of its keys.
#include "pos/text/fold.h"
#include "pos/text/nfc.h"
#include "pos/text/typing.h"
#include "pos/text/vietnamese_letters.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

using namespace ocop;

namespace {

bool is_marked(const std::string& word) {
    return fold(word) != fold_keeping_accents(word);
}

// Written together by a newspaper, and an abbreviation: no syllables.
const std::set<std::string> no_syllables{"Hànộimới", "QĐ"};

// Words with a mark or tone in the interface and in the demo catalogue.
const std::vector<std::string>& words() {
    static const auto all = [] {
        std::set<std::string> found;
        const auto assets = std::filesystem::path(OCOP_SOURCE_DIR) / "assets";
        for (const auto* folder : {"lang/vi", "demo"})
            for (const auto& item : std::filesystem::recursive_directory_iterator(assets / folder)) {
                const auto kind = item.path().extension();
                if (kind != ".json" && kind != ".csv" && kind != ".md") continue;
                std::ifstream stream(item.path(), std::ios::binary);
                auto text = to_nfc(std::string{std::istreambuf_iterator<char>(stream), {}});
                for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at))
                    text.replace(at, 2, "  "); // a line break as JSON writes it
                std::string word;
                for (std::string_view rest = text; !rest.empty();) {
                    const auto read = read_letter(rest);
                    if (read) {
                        word += rest.substr(0, read->bytes);
                    } else {
                        if (is_marked(word) && no_syllables.count(word) == 0) found.insert(word);
                        word.clear();
                    }
                    rest.remove_prefix(read ? read->bytes : 1);
                }
            }
        return std::vector<std::string>(found.begin(), found.end());
    }();
    return all;
}

std::string mark_key(const VietnameseLetter& letter, TypingMethod method) {
    const bool telex = method == TypingMethod::telex;
    switch (letter.mark) {
    case LetterMark::circumflex:
        return telex ? std::string(1, letter.plain) : "6";
    case LetterMark::breve:
        return telex ? "w" : "8";
    case LetterMark::horn:
        return telex ? "w" : "7";
    case LetterMark::bar:
        return telex ? "d" : "9";
    case LetterMark::none:
        break;
    }
    return {};
}

char tone_key(Tone tone, TypingMethod method) {
    return (method == TypingMethod::telex ? "zfrxsj" : "023415")[static_cast<int>(tone)];
}

// The style in which the word is written.
TonePlacement style_of(const VietnameseLetters& letters) {
    auto old_style = letters;
    set_tone(old_style, tone_of(letters), TonePlacement::old_style);
    return old_style == letters ? TonePlacement::old_style : TonePlacement::new_style;
}

// Keys that write the word: `late_marks` tells for each letter whether its mark comes at the end, `tone_after` how many
// letters after its vowel the tone comes.
std::string keys_of(const VietnameseLetters& letters, TypingMethod method, const std::vector<bool>& late_marks,
                    std::size_t tone_after) {
    std::string keys;
    std::string late;
    const auto tone = tone_of(letters);
    const auto tone_at = std::min(parts_of(letters).vowels + tone_after, letters.size() - 1);
    for (std::size_t at = 0; at < letters.size(); ++at) {
        const auto& letter = letters[at];
        keys += letter.upper ? static_cast<char>(letter.plain - 'a' + 'A') : letter.plain;
        const bool horn_follows = letter.mark == LetterMark::horn && letter.plain == 'u' && at + 1 < letters.size() &&
                                  letters[at + 1].mark == LetterMark::horn; // one key makes both
        if (!horn_follows) (late_marks[at % late_marks.size()] ? late : keys) += mark_key(letter, method);
        if (tone != Tone::level && at == tone_at) keys += tone_key(tone, method);
    }
    return keys + late;
}

} // namespace

TEST_CASE("every marked word of the product's texts is a syllable", "[text][typing]") {
    CHECK(words().size() > 500);
    for (const auto& word : words()) {
        INFO(word);
        CHECK(could_be_syllable(letters_in(word)));
    }
}

TEST_CASE("keys in any order write any Vietnamese word", "[text][typing]") {
    CHECK(rc::check("typing the keys of a word yields it", [] {
        const auto word = *rc::gen::elementOf(words());
        const auto letters = letters_in(word);
        const auto method = *rc::gen::element(TypingMethod::telex, TypingMethod::vni);
        const auto late = *rc::gen::container<std::vector<bool>>(7, rc::gen::arbitrary<bool>());
        const auto after = *rc::gen::inRange<std::size_t>(0, 5);
        const auto keys = keys_of(letters, method, late, after);
        RC_LOG() << word << " by " << keys;
        RC_ASSERT(type({}, keys, {method, style_of(letters)}).text == word);
    }));
}

TEST_CASE("repeating the last tone key takes the tone back", "[text][typing]") {
    CHECK(rc::check("the tone is gone and the key is a letter", [] {
        const auto word = *rc::gen::elementOf(words());
        auto letters = letters_in(word);
        const auto tone = tone_of(letters);
        RC_PRE(tone != Tone::level);
        const TypingRules rules{TypingMethod::telex, style_of(letters)};
        const auto keys = keys_of(letters, rules.method, {false}, 9) + tone_key(tone, rules.method);
        for (auto& letter : letters)
            letter.tone = Tone::level;
        RC_LOG() << word << " by " << keys;
        RC_ASSERT(type({}, keys, rules).text == text_of(letters) + tone_key(tone, rules.method));
    }));
}

TEST_CASE("a tone key of the screen twice changes nothing, and backspaces end with nothing", "[text][typing]") {
    CHECK(rc::check("twice the same tone", [] {
        const auto word = *rc::gen::elementOf(words());
        const auto letters = letters_in(word);
        const TypingRules rules{TypingMethod::off, style_of(letters)};
        const auto tone = static_cast<Tone>(*rc::gen::inRange(1, 6));
        const auto before = TypedText(word);
        const auto once = type_tone(before, tone, rules);
        const auto expected = tone == tone_of(letters) ? Tone::level : tone;
        RC_ASSERT(tone_of(letters_in(once.text)) == expected);
        RC_ASSERT(fold(once.text) == fold(word));
        auto left = once;
        for (std::size_t presses = 0; presses < letters.size() + 1; ++presses)
            left = erase_last(left, rules);
        RC_ASSERT(left.text.empty());
    }));
}
