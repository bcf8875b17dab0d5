// Whatever bytes a package holds: reading ends, every cell and paragraph that comes out is clean text in normal form C,
// positions stay inside the file, and a story without errors has its form. The first byte chooses the reader.
#include "pos/catalogue/import/cell_text.h"
#include "pos/catalogue/import/csv_reader.h"
#include "pos/catalogue/import/known_ids.h"
#include "pos/catalogue/import/product_table.h"
#include "pos/catalogue/import/story_reader.h"
#include "pos/catalogue/import/workbook_parts.h"
#include "pos/text/nfc.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <string>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

bool is_clean(const std::string& text) {
    return ocop::is_nfc(text) && !ocop::forbidden_character(text);
}

void require_readable(const ocop::ProblemList& problems, std::size_t lines) {
    for (const auto& problem : problems.all()) {
        require(problem.row <= lines);
        require(problem.key.rfind("import.", 0) == 0);
        require(ocop::is_utf8(problem.value) && problem.value.find('\n') == std::string::npos);
    }
}

void read_table(const std::string& bytes, std::size_t lines) {
    ocop::ProblemList problems;
    auto raw = ocop::read_csv(bytes, "products.csv", "sku", problems);
    std::size_t before = 0;
    for (const auto& row : raw.rows) {
        require(row.line > before && row.line <= lines);
        before = row.line;
    }
    const auto table = ocop::make_table(std::move(raw), ocop::product_shape(), problems);
    if (table) {
        for (const auto& row : table->rows) {
            require(row.cells.size() == table->columns.size());
            require(std::all_of(row.cells.begin(), row.cells.end(), is_clean));
        }
        ocop::KnownIds ids;
        ids.accept_all();
        ocop::KnownIds skus;
        ocop::MediaNames media("");
        const auto products = ocop::read_products(*table, ids, ids, ids, skus, media, problems);
        require(products.size() == table->rows.size());
    }
    require_readable(problems, lines);
}

void read_story(const std::string& bytes, std::size_t lines) {
    ocop::ProblemList problems;
    const auto story = ocop::read_story(bytes, "stories/A.vi.md", problems);
    require(story.has_value() == !problems.has_errors());
    require_readable(problems, lines);
    if (!story) return;
    require(!story->hook.empty() && is_clean(story->hook));
    for (const auto& chapter : story->chapters) {
        require(!chapter.title.empty() && is_clean(chapter.title) && !chapter.paragraphs.empty());
        require(std::all_of(chapter.paragraphs.begin(), chapter.paragraphs.end(), is_clean));
    }
}

void read_sheet(const std::string& bytes) {
    try {
        const auto sheet = ocop::read_sheet_part(bytes, {"sku", "Gạo"}, ocop::Day{});
        for (std::size_t at = 0; at < sheet.rows.size(); ++at) {
            require(sheet.rows[at].line == at + 1);
            require(sheet.rows[at].cells.size() <= ocop::most_sheet_columns);
        }
        require(sheet.rows.size() <= ocop::most_sheet_rows);
    } catch (const std::exception&) {
        // Not XML, which is how the reader says so.
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(data + 1, data + size);
    const auto ends = std::count(bytes.begin(), bytes.end(), '\n') + std::count(bytes.begin(), bytes.end(), '\r');
    const auto lines = static_cast<std::size_t>(ends) + 1;
    if (data[0] == '#')
        read_story(bytes, lines);
    else if (data[0] == '<')
        read_sheet(bytes);
    else
        read_table(bytes, lines);
    return 0;
}
