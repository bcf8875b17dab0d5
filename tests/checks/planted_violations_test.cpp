// Each check over a small tree with a violation in it: a check that finds nothing there would find nothing anywhere.
#include "tests/checks/habits.h"
#include "tests/checks/includes.h"
#include "tests/checks/language_keys.h"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <fstream>

using namespace ocop::checks;

namespace {

SourceTree with_languages(const std::string& vi, const std::string& en, const std::string& code) {
    return SourceTree::planted({{"assets/lang/vi/a.json", vi}, {"assets/lang/en/a.json", en}, {"pos/a.cpp", code}});
}

std::size_t include_findings(const std::string& path, const std::string& include) {
    return check_includes(
               SourceTree::planted(
                   {{path, "#include " + include + "\n"}, {"pos/a.h", ""}, {"sync/b.h", ""}, {"kiosk/c.h", ""}}))
        .size();
}

} // namespace

TEST_CASE("an include that points up or leaves its room is found", "[checks]") {
    CHECK(include_findings("pos/x.cpp", "\"sync/b.h\"") == 1);
    CHECK(include_findings("pos/x.h", "\"kiosk/c.h\"") == 1);
    CHECK(include_findings("sync/x.cpp", "\"kiosk/c.h\"") == 1);
    CHECK(include_findings("kiosk/x.cpp", "\"sync/b.h\"") == 0);
    CHECK(include_findings("sync/x.cpp", "\"pos/a.h\"") == 0);
    CHECK(include_findings("pos/x.cpp", "\"../pos/a.h\"") == 1);
    CHECK(include_findings("pos/x.cpp", "\"a.h\"") == 1);
    CHECK(include_findings("pos/selling/x.cpp", "<sqlite3.h>") == 1);
    CHECK(include_findings("pos/store/x.cpp", "<sqlite3.h>") == 0);
    CHECK(include_findings("sync/hub/store/x.cpp", "<curl/curl.h>") == 1);
    CHECK(include_findings("sync/hub/x.cpp", "<boost/beast.hpp>") == 1);
    CHECK(include_findings("kiosk/till/x.cpp", "<imgui.h>") == 1);
    CHECK(include_findings("kiosk/ui/x.cpp", "<GLFW/glfw3.h>") == 1);
    CHECK(include_findings("tests/danger/x.cpp", "<sqlite3.h>") == 0);
    CHECK(include_findings("pos/x.cpp", "<vector> // not <sqlite3.h>") == 0);
    CHECK(check_includes(SourceTree::planted({{"pos/x.cpp", "// #include \"kiosk/c.h\"\n"}})).empty());
}

TEST_CASE("languages that disagree are found", "[checks]") {
    const auto findings = [](const char* vi, const char* en) {
        return check_languages_agree(with_languages(vi, en, "")).size();
    };
    CHECK(findings(R"({"a.b": "Chào {name}"})", R"({"a.b": "Hello {name}"})") == 0);
    CHECK(findings(R"({"a.b": "Chào", "a.c": "Bán"})", R"({"a.b": "Hello"})") == 1);
    CHECK(findings(R"({"a.b": "Chào"})", R"({"a.b": "Hello", "a.c": "Sell"})") == 1);
    CHECK(findings(R"({"a.b": "Chào {name}"})", R"({"a.b": "Hello {who}"})") == 1);
    CHECK(findings("{\"a.b\": \"Cha\u0300o\"}", R"({"a.b": "Hello"})") == 1);
    CHECK(findings(R"({"a.b": "Chào", "a.b": "Xin chào"})", R"({"a.b": "Hello"})") == 1);
    CHECK(findings(R"({"a.b": ""})", R"({"a.b": "Hello"})") == 1);
    CHECK(findings(R"({"Hello there": "Chào"})", R"({"Hello there": "Hello"})") == 2);
    CHECK(findings("[", R"({})") == 2);
}

TEST_CASE("a partial language may lack keys and may not add any", "[checks]") {
    const auto findings = [](const char* fr) {
        const std::string both = R"({"a.b": "Chào {name}", "a.c": "Bán"})";
        return check_languages_agree(SourceTree::planted({{"assets/lang/vi/a.json", both},
                                                          {"assets/lang/en/a.json", both},
                                                          {"assets/lang/fr/a.json", fr}}))
            .size();
    };
    CHECK(findings(R"({"a.b": "Bonjour {name}"})") == 0);
    CHECK(findings(R"({"a.b": "Bonjour {nom}"})") == 1);
    CHECK(findings(R"({"a.d": "Vendre"})") == 1);
    CHECK(findings(R"({"a.b": ""})") == 2);
    CHECK(findings("[") == 1);
}

TEST_CASE("singular and plural are of one language, their value of both", "[checks]") {
    const auto findings = [](const char* en) {
        return check_languages_agree(SourceTree::planted({{"assets/lang/vi/a.json", R"({"a.b": "{n} hộp"})"},
                                                          {"assets/lang/en/a.json", en}}))
            .size();
    };
    CHECK(findings(R"({"a.b": "{n} {n|box|boxes}"})") == 0);
    CHECK(findings(R"({"a.b": "{n|box|boxes}"})") == 1);
}

TEST_CASE("a text that nothing names is found", "[checks]") {
    const auto findings = [](const std::string& code) {
        const std::string both = R"({"group.tea": "Trà"})";
        return check_no_unused_keys(with_languages(both, both, code)).size();
    };
    CHECK(findings("") == 1);
    CHECK(findings("// text(\"group.tea\")") == 1);
    CHECK(findings("language.text(\"group.tea\");") == 0);
    CHECK(findings("language.text(\"group.\" + code);") == 0);
    CHECK(findings("language.text(\"gro.\" + code);") == 1);
    CHECK(check_no_unused_keys(SourceTree::planted({{"assets/lang/vi/a.json", R"({"page.title": "Chợ"})"},
                                                    {"assets/pages/index.html", "<h1>{{page.title}}</h1>"}}))
              .empty());
}

TEST_CASE("a text that code names and nobody wrote is found", "[checks]") {
    const auto findings = [](const std::string& code) {
        const std::string both = R"({"till.total": "Tổng", "error.busy": "Bận"})";
        return check_no_missing_keys(with_languages(both, both, code)).size();
    };
    CHECK(findings("language.text(\"till.total\");") == 0);
    CHECK(findings("language.text(\"till.totals\");") == 1);
    CHECK(findings("language.format(\n    \"till.totals\", {});") == 1);
    CHECK(findings("return fail(ErrorKind::busy, \"error.buzy\");") == 1);
    CHECK(findings("return Error{ErrorKind::busy, \"error.buzy\"};") == 1);
    CHECK(findings("const char* key = bad ? \"error.buzy\" : \"error.busy\";") == 1);
    CHECK(findings("fmt::format(\"till.db\"); open(\"till.key\"); // text(\"till.nothing\")") == 0);
}

TEST_CASE("a placeholder that code leaves empty is found", "[checks]") {
    const auto findings = [](const std::string& code) {
        const std::string both = R"({"error.held": "{holder} giữ {folder}"})";
        return check_placeholders_filled(with_languages(both, both, code)).size();
    };
    CHECK(findings("fail(ErrorKind::busy, \"error.held\", {{\"holder\", name}, {\"folder\", path.string()}});") == 0);
    CHECK(findings("fail(ErrorKind::busy, \"error.held\", {{\"holder\", name(\"folder\")}});") == 1);
    CHECK(findings("fail(ErrorKind::busy, \"error.held\");") == 2);
    CHECK(findings("language.text(\"error.held\");") == 2);
    CHECK(findings("language.format(\"error.held\", values);") == 0);
}

TEST_CASE("a second writer of databases is found", "[checks]") {
    CHECK(check_one_writer(SourceTree::planted({{"pos/store/a.cpp", "SQLITE_OPEN_READWRITE"}})).empty());
    CHECK(check_one_writer(SourceTree::planted(
                               {{"pos/store/a.cpp", "SQLITE_OPEN_READWRITE"}, {"sync/b.cpp", "SQLITE_OPEN_READWRITE"}}))
              .size() == 1);
    CHECK(
        check_one_writer(SourceTree::planted({{"pos/store/a.cpp", "SQLITE_OPEN_READWRITE; sqlite3_open(path, &db);"}}))
            .size() == 1);
    CHECK(check_one_writer(SourceTree::planted({{"pos/a.cpp", ""}})).size() == 1);
}

TEST_CASE("broken habits are found", "[checks]") {
    CHECK(check_colours(SourceTree::planted({{"kiosk/till/a.cpp", "IM_COL32(1, 2, 3, 4)"}})).size() == 1);
    CHECK(check_colours(SourceTree::planted(
                            {{"kiosk/till/a.cpp", "Colour::hex(0xF5F1E6); Colour{ 1, 2, 3}; Colour{0, 0, 0, 0}"}}))
              .size() == 2);
    CHECK(check_colours(SourceTree::planted({{"kiosk/ui/a.cpp", "IM_COL32(c.r, c.g, c.b, c.a)"}})).empty());
    CHECK(check_colours(SourceTree::planted({{"kiosk/ui/theme.cpp", "IM_COL32(1, 2, 3, 4)"}})).empty());
    CHECK(check_length(SourceTree::planted({{"pos/a.cpp", std::string(401, '\n')}}), 400).size() == 1);
    CHECK(check_length(SourceTree::planted({{"pos/a.cpp", std::string(400, '\n')}}), 400).empty());
    CHECK(check_unfinished(SourceTree::planted({{"pos/a.cpp", std::string("// To") + "Do: later"}})).size() == 1);
    CHECK(check_unfinished(SourceTree::planted({{"pos/a.cpp", std::string("a st") + "ub."}})).size() == 1);
    CHECK(check_unfinished(SourceTree::planted({{"pos/a.cpp", "stubborn"}})).empty());
    CHECK(check_machine_paths(SourceTree::planted({{"README.md", std::string("see /wo") + "rk/main"}})).size() == 1);
    CHECK(check_machine_paths(SourceTree::planted({{"README.md", "see net/work/a and https://a.vn/home"}})).empty());
    CHECK(check_top_level(SourceTree::planted({{"docs/a.md", ""}, {"pos/a.cpp", ""}, {".ci/run", ""}})).size() == 1);
    CHECK(check_assertions(SourceTree::planted({{"tests/a_test.cpp", "TEST_CASE() { run(); } // CHECK"}})).size() == 1);
    CHECK(check_built(SourceTree::planted({{"tests/a_test.cpp", ""}, {"tests/b_test.cpp", ""}}),
                      "\"file\": \"/x/tests/a_test.cpp\"")
              .size() == 1);
}

TEST_CASE("a tree is read from disk without what a build leaves there", "[checks]") {
    const auto root = std::filesystem::temp_directory_path() / ("ocop-checks-" + std::to_string(getpid()));
    for (const auto* folder : {"pos/base", ".build/x", ".out"})
        std::filesystem::create_directories(root / folder);
    for (const auto* file : {"pos/base/a.cpp", ".build/x/b.cpp", ".out/c.cpp", "README.md"})
        std::ofstream(root / file) << "x\n";
    const auto tree = SourceTree::read(root);
    CHECK(tree.files().size() == 2);
    REQUIRE(tree.find("pos/base/a.cpp") != nullptr);
    CHECK(tree.find("pos/base/a.cpp")->at(2) == "pos/base/a.cpp:2");
    std::filesystem::remove_all(root);
}
