#include "pos/store/whole_file.h"
#include "pos/text/language.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

Language language_of(const std::string& text) {
    const testing::TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "lang" / "en");
    REQUIRE(write_bytes(folder.path() / "lang" / "en" / "a.json", "{\"a.text\": \"" + text + "\"}"));
    return std::move(*Language::load(folder.path(), "en"));
}

} // namespace

TEST_CASE("values stand where the text names them, unknown names stay", "[text]") {
    const auto language = language_of("{maker} of {place} has {count}");
    CHECK(language.format("a.text", {{"maker", "An"}, {"count", "3"}}) == "An of {place} has 3");
}

TEST_CASE("a word is in the number of its value", "[text]") {
    const auto language = language_of("{n} {n|box|boxes} of {m|maker|makers}");
    CHECK(language.format("a.text", {{"n", "1"}, {"m", "2"}}) == "1 box of makers");
    CHECK(language.format("a.text", {{"n", "0"}, {"m", "1"}}) == "0 boxes of maker");
    CHECK(language.format("a.text", {{"n", "1.5"}, {"m", "11"}}) == "1.5 boxes of makers");
}
