#include "pos/catalogue/import/story_reader.h"

#include <catch2/catch.hpp>

using namespace ocop;

namespace {

using Found = std::vector<std::string>;

Found problems_of(std::string_view text) {
    ProblemList problems;
    const auto story = read_story(text, "stories/A.vi.md", problems);
    CHECK(story.has_value() == !problems.has_errors());
    Found found;
    for (const auto& problem : problems.all())
        found.push_back(std::to_string(problem.row) + " " + problem.key + " " + problem.value);
    return found;
}

const std::string good = "# Hook\n\n## One\n\ntext\n\n";

} // namespace

TEST_CASE("a story is a hook and chapters of paragraphs", "[import]") {
    ProblemList problems;
    const auto story = read_story("\xEF\xBB\xBF# Câu mở đầu\r\n\r\n## Chương một\r\nDòng\r\nhai  \r\nba\r\n\r\n"
                                  "    thụt vào\r\n\r\n## Chương hai\r\n\r\nHết & xong.\r\n",
                                  "stories/A.vi.md", problems);
    REQUIRE(problems.all().size() == 2);
    CHECK(problems.all()[0].key == "import.byte_order_mark");
    CHECK(problems.all()[1].key == "import.windows_line_ends");
    CHECK(problems.all()[1].values[0].second == "12");
    CHECK_FALSE(problems.has_errors());
    REQUIRE(story);
    const Story expected{"Câu mở đầu", {{"Chương một", {"Dòng hai ba", "thụt vào"}}, {"Chương hai", {"Hết & xong."}}}};
    CHECK(*story == expected);
}

TEST_CASE("everything else in a story is a problem with its line", "[import]") {
    CHECK(problems_of(good + "![alt](a.png) x\n") == Found{"7 import.story_mark ![…](…)"});
    CHECK(problems_of(good + "a [b](https://c.vn)\n") == Found{"7 import.story_mark […](…)"});
    CHECK(problems_of(good + "more\ntext\n\na <b>c</b>\n") ==
          Found{"10 import.story_mark <html>", "10 import.story_mark <html>"});
    CHECK(problems_of(good + "<script>x</script>\n") == Found{"7 import.story_mark <html>"});
    CHECK(problems_of(good + "- a\n- b\n").at(0) == "7 import.story_mark - …");
    CHECK(problems_of(good + "a **b**\n") == Found{"7 import.story_mark **…**"});
    CHECK(problems_of(good + "a &amp; b\n") == Found{"7 import.story_mark &amp;"});
    CHECK(problems_of(good + "[x]: https://c.vn\n") == Found{"7 import.story_mark […]: …"});
    CHECK(problems_of(good + "---\n") == Found{"7 import.story_mark ---"});
    CHECK(problems_of(good + "a\n\n### Three\n\n# Two\n") ==
          Found{"9 import.story_heading ", "11 import.story_heading "});
}

TEST_CASE("the form of a story is checked", "[import]") {
    CHECK(problems_of("") == Found{"1 import.story_without_hook "});
    CHECK(problems_of("text\n\n# Hook\n\n## One\n\ntext\n") ==
          Found{"1 import.story_outside_chapter ", "3 import.story_heading ", "1 import.story_without_hook "});
    CHECK(problems_of("# Hook\n\ntext\n\n## One\n\ntext\n") == Found{"3 import.story_outside_chapter "});
    CHECK(problems_of("# Hook\n\n## One\n\n## Two\n") ==
          Found{"3 import.story_empty_chapter ", "5 import.story_empty_chapter "});
    CHECK(problems_of("# Hook\n\n##\n\ntext\n") == Found{"3 import.story_empty_title "});
}

TEST_CASE("text that is not as it should be is named with its line", "[import]") {
    CHECK(problems_of("# M\xCBt nh\xB7n\n\n## Hoa\n\nnh\xB7n\n") ==
          Found{"1 import.encoding_tcvn3 # M\\xCBt nh\\xB7n", "5 import.encoding_tcvn3 nh\\xB7n"});
    CHECK(problems_of(std::string_view("\xFF\xFE#\0 \0", 6)) == Found{"1 import.encoding_utf16 "});
    CHECK(problems_of("# Hook\n\n## A\a\n\n\x01\n") ==
          Found{"3 import.control_character ## A ", "5 import.control_character  "});
    CHECK(problems_of(good + "ti\xC3\xAA\xCC\x81ng\n\nti\xC3\xAA\xCC\x81ng\n") ==
          Found{"7 import.decomposed_story tiếng"});
}

TEST_CASE("a story's file name holds sku and language", "[import]") {
    const auto name = story_name_from("OC.01.vi.md");
    REQUIRE(name);
    CHECK(name->sku == Sku{"OC.01"});
    CHECK(name->language == "vi");
    CHECK_FALSE(story_name_from("OC01.md"));
    CHECK_FALSE(story_name_from("OC01.VI.md"));
    CHECK_FALSE(story_name_from(".vi.md"));
    CHECK_FALSE(story_name_from("OC01.vi.txt"));
    CHECK_FALSE(story_name_from(".md"));
}
