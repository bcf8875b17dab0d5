#include "pos/catalogue/import/package_reader.h"

#include "pos/catalogue/import/package_source.h"
#include "pos/catalogue/import/product_table.h"
#include "pos/catalogue/import/reference_tables.h"
#include "pos/catalogue/import/repeated_problems.h"
#include "pos/catalogue/import/story_reader.h"
#include "pos/store/whole_file.h"

#include <algorithm>
#include <unordered_map>

namespace ocop {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_story_file = 4 * 1024 * 1024;

// Reads one package from its source; every step adds to the same problems.
class PackageReader {
public:
    PackageReader(PackageSource source, const Catalogue* in_force, ProblemList& problems)
        : source_(std::move(source)), in_force_(in_force), problems_(problems),
          story_notes_(problems, "import.story_notes_rest"), media_(source_.root / "media") {}

    std::optional<ImportedPackage> read() {
        if (source_.products_only)
            take_references_in_force();
        else
            read_references();
        read_products();
        if (source_.products_only) {
            keep_stories_and_facts();
        } else {
            read_facts();
            read_stories();
            media_.report_unused(problems_);
        }
        if (problems_.has_errors()) return std::nullopt;
        return ImportedPackage{Catalogue(ReleaseId{}, std::move(products_), std::move(producers_), std::move(places_),
                                         std::move(certificates_)),
                               media_.files(), media_.kept()};
    }

private:
    // Whatever names a row of a table that could not be read would only repeat the problem that says so.
    std::optional<Table> table(const std::string& name, const TableShape& shape, KnownIds* ids) {
        std::optional<Table> made;
        const auto raw = source_.tables.find(name);
        if (raw != source_.tables.end()) made = make_table(std::move(raw->second), shape, problems_);
        const bool broken = source_.unreadable.count(name) != 0 || (!made && raw != source_.tables.end()) ||
                            (made && !made->column(shape.required.front()));
        if (ids != nullptr && broken) ids->accept_all();
        return made;
    }

    void read_references() {
        if (const auto rows = table("places", place_shape(), &place_ids_))
            places_ = read_places(*rows, place_ids_, problems_);
        if (const auto rows = table("producers", producer_shape(), &producer_ids_))
            producers_ = read_producers(*rows, place_ids_, producer_ids_, media_, problems_);
        if (const auto rows = table("certificates", certificate_shape(), &certificate_ids_))
            certificates_ = read_certificates(*rows, certificate_ids_, problems_);
    }

    void take_references_in_force() {
        if (in_force_ == nullptr) return;
        places_ = in_force_->places();
        producers_ = in_force_->producers();
        certificates_ = in_force_->certificates();
        for (const auto& place : places_)
            place_ids_.add(place.id.text());
        for (const auto& certificate : certificates_)
            certificate_ids_.add(certificate.id.text());
        for (const auto& producer : producers_) {
            producer_ids_.add(producer.id.text());
            media_.keep_used(producer.media);
        }
        for (const auto& product : in_force_->products())
            media_.keep(product.media);
    }

    void read_products() {
        if (const auto rows = table("products", product_shape(), &skus_))
            products_ =
                ocop::read_products(*rows, producer_ids_, place_ids_, certificate_ids_, skus_, media_, problems_);
        by_sku_.reserve(products_.size());
        for (auto& product : products_)
            by_sku_.emplace(product.sku.text(), &product);
    }

    Product* product(const Sku& sku) {
        const auto found = by_sku_.find(sku.text());
        return found == by_sku_.end() ? nullptr : found->second;
    }

    void keep_stories_and_facts() {
        if (in_force_ == nullptr) return;
        for (auto& read : products_)
            if (const auto* before = in_force_->find(read.sku)) {
                read.stories = before->stories;
                read.facts = before->facts;
            }
    }

    void read_facts() {
        const auto rows = table("facts", fact_shape(), nullptr);
        if (!rows) return;
        for (auto& fact : ocop::read_facts(*rows, skus_, problems_))
            if (auto* owner = product(fact.sku)) owner->facts.push_back(std::move(fact.fact));
    }

    void read_stories() {
        std::vector<fs::path> files;
        std::error_code failure;
        for (fs::directory_iterator item(source_.root / "stories", failure), end; !failure && item != end;
             item.increment(failure))
            if (item->path().filename().string().front() != '.') files.push_back(item->path());
        std::sort(files.begin(), files.end());
        for (const auto& file : files)
            read_story_file(file);
        story_notes_.report_rest("stories");
    }

    void read_story_file(const fs::path& file) {
        const auto shown = "stories/" + file.filename().string();
        const auto report = [&](const char* key, std::string value) {
            problems_.add({Severity::error, shown, 0, "", std::move(value), key, {}});
        };
        const auto name = story_name_from(file.filename().string());
        if (!name) return report("import.story_name", "");
        if (!skus_.has(name->sku.text())) report("import.story_without_product", name->sku.text());
        if (!fs::is_regular_file(file)) return report("import.unreadable", "");
        const auto bytes = read_bytes(file, largest_story_file);
        if (!bytes) return report("import.unreadable", "");
        ProblemList found;
        auto story = read_story(*bytes, shown, found);
        for (auto& problem : found.take())
            if (problem.severity == Severity::note)
                story_notes_.add(std::move(problem));
            else
                problems_.add(std::move(problem));
        auto* owner = product(name->sku);
        if (story && owner != nullptr && !owner->stories.emplace(name->language, std::move(*story)).second)
            report("import.story_twice", "");
    }

    PackageSource source_;
    const Catalogue* in_force_;
    ProblemList& problems_;
    RepeatedProblems story_notes_; // what the reader put right in stories
    MediaNames media_;
    KnownIds place_ids_;
    KnownIds producer_ids_;
    KnownIds certificate_ids_;
    KnownIds skus_;
    std::vector<Place> places_;
    std::vector<Producer> producers_;
    std::vector<Certificate> certificates_;
    std::vector<Product> products_;
    std::unordered_map<std::string, Product*> by_sku_;
};

} // namespace

ImportReport read_package(const fs::path& source, const Catalogue* in_force, const fs::path& scratch) {
    ProblemList problems;
    ImportReport report;
    if (auto opened = open_package(source, scratch, problems))
        report.package = PackageReader(std::move(*opened), in_force, problems).read();
    report.left_out = problems.left_out();
    report.problems = problems.take();
    return report;
}

} // namespace ocop
