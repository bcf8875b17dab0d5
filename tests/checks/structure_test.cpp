// The checks over the tree that this program was built from.
#include "tests/checks/habits.h"
#include "tests/checks/includes.h"
#include "tests/checks/language_keys.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

using namespace ocop::checks;

namespace {

const SourceTree& tree() {
    static const SourceTree real = SourceTree::read(OCOP_SOURCE_DIR);
    return real;
}

std::string lines(const Violations& violations) {
    std::string all;
    for (const auto& violation : violations)
        all += "\n" + violation;
    return all;
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void hold(const Violations& violations) {
    INFO(lines(violations));
    CHECK(violations.empty());
}

} // namespace

TEST_CASE("includes keep to their layer and C libraries to their room", "[checks]") {
    hold(check_includes(tree()));
}

TEST_CASE("every source file is built", "[checks]") {
    auto built = content_of(std::filesystem::path(OCOP_BINARY_DIR).parent_path() / "compile_commands.json");
    REQUIRE_FALSE(built.empty());
    const auto commands = nlohmann::json::parse(built);
    for (const auto& command : commands)
        if (const std::filesystem::path file = command.at("file").get<std::string>(); file.extension() == ".cxx")
            built += content_of(file);
    hold(check_built(tree(), built));
}

TEST_CASE("languages hold the same keys and placeholders", "[checks]") {
    hold(check_languages_agree(tree()));
}

TEST_CASE("no text is unused", "[checks]") {
    hold(check_no_unused_keys(tree()));
}

TEST_CASE("every text that code names exists", "[checks]") {
    hold(check_no_missing_keys(tree()));
}

TEST_CASE("code fills every placeholder of a text", "[checks]") {
    hold(check_placeholders_filled(tree()));
}

TEST_CASE("one file opens databases for writing", "[checks]") {
    hold(check_one_writer(tree()));
}

TEST_CASE("colours come from the theme", "[checks]") {
    hold(check_colours(tree()));
}

TEST_CASE("no file is too long to read", "[checks]") {
    if (const auto long_files = check_length(tree(), 400); !long_files.empty())
        WARN("over 400 lines:" + lines(long_files));
    hold(check_length(tree(), 600));
}

TEST_CASE("nothing is marked as unfinished", "[checks]") {
    hold(check_unfinished(tree()));
}

TEST_CASE("no file names a path of one machine", "[checks]") {
    hold(check_machine_paths(tree()));
}

TEST_CASE("the top level is the layout and nothing else", "[checks]") {
    hold(check_top_level(tree()));
}

TEST_CASE("every test file asserts something", "[checks]") {
    hold(check_assertions(tree()));
}
