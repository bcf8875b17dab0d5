#include "pos/cli/import_command.h"

#include "pos/catalogue/import/isolated_reader.h"
#include "pos/catalogue/import/photo_preparation.h"
#include "pos/catalogue/import/report_json.h"
#include "pos/catalogue/media/photo.h"
#include "pos/catalogue/release.h"
#include "pos/cli/adoption.h"
#include "pos/store/database.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <ostream>
#include <thread>

namespace ocop {
namespace {

namespace fs = std::filesystem;

// Where archives are unpacked; gone with the command.
class ScratchFolder {
public:
    ScratchFolder() {
        auto name = (fs::temp_directory_path() / "ocop-import-").string() + std::string(6, 'X'); // as mkdtemp wants
        if (::mkdtemp(name.data()) != nullptr) path_ = name;
    }
    ~ScratchFolder() {
        std::error_code ignored; // a leftover in the temporary folder harms nobody
        if (!path_.empty()) fs::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    const fs::path& path() const { return path_; } // empty when it could not be made

private:
    fs::path path_;
};

// What is in force now, read beside a program that may be running. nullopt: no data directory or no catalogue yet.
Result<std::optional<CatalogueInForce>> read_till_catalogue(const DataDirectory& directory) {
    if (!directory.exists()) return std::optional<CatalogueInForce>();
    std::string manifest_sha256;
    try {
        const auto database = Database::open_reader(directory.journal());
        auto row = database.prepare("SELECT value FROM till_state WHERE name = 'release_manifest'");
        if (row.step()) manifest_sha256 = row.text(0);
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
    return read_catalogue_in_force(directory, manifest_sha256);
}

std::size_t count(const ImportReport& report, Severity severity) {
    return static_cast<std::size_t>(
        std::count_if(report.problems.begin(), report.problems.end(),
                      [&](const Problem& problem) { return problem.severity == severity; }));
}

void print_problems(const CommandContext& context, const ImportReport& report) {
    const auto& language = *context.language;
    for (const auto& problem : report.problems) {
        auto object = problem_to_json(problem);
        object["message"] = sentence(problem, language);
        const auto label = "import.label." + std::string(code_of(problem.severity));
        context.print(language.format(label, {{"problem", sentence(problem, language)}}), object);
    }
    if (report.left_out != 0)
        context.print(language.format("import.left_out", {{"count", std::to_string(report.left_out)}}),
                      {{"left_out", report.left_out}});
}

// The pictures of the package and, for a lone table, those that stay from the release in force.
Result<std::vector<MediaSource>> pictures_of(const DataDirectory& directory, const ImportedPackage& package,
                                             const std::optional<CatalogueInForce>& in_force) {
    auto pictures = package.media;
    const auto stored = [&](const std::string& name) {
        if (in_force)
            for (const auto& blob : in_force->manifest.media)
                if (blob.name == name) return &blob;
        return static_cast<const Blob*>(nullptr);
    };
    for (const auto& name : package.kept_media) {
        const auto* blob = stored(name);
        if (blob == nullptr) return fail(ErrorKind::not_found, "error.import_picture", {{"name", name}});
        pictures.push_back({name, blob_path(directory, blob->sha256)});
        if (const auto* small = stored(thumbnail_name(name)))
            pictures.push_back({small->name, blob_path(directory, small->sha256)});
    }
    return pictures;
}

// Pictures of the report's package as releases carry them; what cannot be used is among the problems then, and the
// package is refused.
Result<> prepare_pictures(const CommandContext& context, ImportReport& report, const fs::path& scratch) {
    constexpr std::size_t told_every = 50;
    const auto& media = report.package->media;
    const auto tell = [&](std::size_t done) {
        if (done % told_every != 0 || done >= media.size()) return;
        *context.err << context.language->format(
                            "import.pictures", {{"done", std::to_string(done)}, {"all", std::to_string(media.size())}})
                     << std::endl;
    };
    OCOP_TRY_ASSIGN(auto prepared,
                    prepare_media(media, scratch, std::max(1U, std::thread::hardware_concurrency()), tell));
    report.package->media = std::move(prepared.media);
    for (auto& problem : prepared.problems)
        report.problems.push_back(std::move(problem));
    if (!prepared.problems.empty()) report.package.reset();
    return {};
}

int summarise(const CommandContext& context, const ImportReport& report, const StoredRelease* stored) {
    const auto errors = count(report, Severity::error);
    const auto warnings = count(report, Severity::warning);
    const auto products = report.package ? report.package->catalogue.products().size() : std::size_t{0};
    nlohmann::json object{
        {"errors", errors}, {"warnings", warnings}, {"products", products}, {"adopted", stored != nullptr}};
    const auto number = [](std::size_t value) { return std::to_string(value); };
    if (!report.package) {
        context.print(
            context.language->format("import.refused", {{"errors", number(errors)}, {"warnings", number(warnings)}}),
            object);
        return exit_status(ErrorKind::refused);
    }
    if (stored == nullptr) {
        context.print(context.language->format("import.checked",
                                               {{"products", number(products)}, {"warnings", number(warnings)}}),
                      object);
        return 0;
    }
    object["release"] = stored->manifest.release.text();
    object["media"] = stored->manifest.media.size();
    context.print(context.language->format("import.adopted", {{"products", number(products)},
                                                              {"media", number(stored->manifest.media.size())},
                                                              {"release", stored->manifest.release.text()}}),
                  object);
    return 0;
}

} // namespace

Result<std::optional<CatalogueInForce>> read_catalogue_in_force(const DataDirectory& directory,
                                                                const std::string& manifest_sha256) {
    if (manifest_sha256.empty()) return std::optional<CatalogueInForce>();
    OCOP_TRY_ASSIGN(auto manifest, load_manifest(directory, manifest_sha256));
    OCOP_TRY_ASSIGN(auto catalogue, load_catalogue(directory, manifest));
    return std::optional<CatalogueInForce>(CatalogueInForce{std::move(manifest), std::move(catalogue)});
}

Result<StoredRelease> store_package(const DataDirectory& directory, const ImportedPackage& package,
                                    const std::optional<CatalogueInForce>& in_force) {
    OCOP_TRY_ASSIGN(const auto pictures, pictures_of(directory, package, in_force));
    return store_release(directory, package.catalogue, pictures);
}

int run_import_into(const CommandContext& context, const fs::path& source, bool check,
                    const std::optional<CatalogueInForce>& in_force, const AdoptPackage& adopt) {
    const ScratchFolder scratch;
    if (scratch.path().empty())
        return context.report(
            Error{ErrorKind::storage, "error.file_unwritable", {{"file", fs::temp_directory_path().string()}}, {}});
    const auto* catalogue = in_force ? &in_force->catalogue : nullptr;
    auto report = read_package_isolated(source, catalogue, scratch.path());
    if (!report) return context.report(report.error());
    if (report->package)
        if (const auto prepared = prepare_pictures(context, *report, scratch.path()); !prepared)
            return context.report(prepared.error());
    print_problems(context, *report);
    if (check || !report->package) return summarise(context, *report, nullptr);
    const auto stored = adopt(*report->package);
    if (!stored) return context.report(stored.error());
    return summarise(context, *report, &*stored);
}

int run_import(const CommandContext& context, const fs::path& source, bool check) {
    if (!check && !context.directory.exists())
        return context.report(
            Error{ErrorKind::not_found, "error.no_data", {{"folder", context.directory.root.string()}}, {}});
    const auto in_force = read_till_catalogue(context.directory);
    if (!in_force) return context.report(in_force.error());
    return run_import_into(
        context, source, check, *in_force, [&](const ImportedPackage& package) -> Result<StoredRelease> {
            OCOP_TRY_ASSIGN(auto stored, store_package(context.directory, package, *in_force));
            OCOP_TRY(put_in_force(context, "ocop import", stored.manifest.release, stored.manifest_sha256));
            return stored;
        });
}

} // namespace ocop
