#include "pos/cli/label_command.h"

#include "pos/catalogue/release.h"
#include "pos/receipts/shelf_label.h"
#include "pos/store/database.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

Result<Catalogue> catalogue_in_force(const DataDirectory& directory) {
    if (!directory.exists()) return fail(ErrorKind::not_found, "error.no_data", {{"folder", directory.root.string()}});
    std::string manifest_sha256;
    try {
        auto database = Database::open_reader(directory.journal());
        auto row = database.prepare("SELECT value FROM till_state WHERE name = 'release_manifest'");
        if (row.step()) manifest_sha256 = row.text(0);
    } catch (const StorageFailure& failure) {
        return fail(ErrorKind::storage, "error.storage", {}, failure.what());
    }
    if (manifest_sha256.empty()) return Catalogue();
    OCOP_TRY_ASSIGN(const auto manifest, load_manifest(directory, manifest_sha256));
    return load_catalogue(directory, manifest);
}

Result<std::size_t> write_labels(const CommandContext& context, const LabelRequest& request) {
    OCOP_TRY_ASSIGN(const auto catalogue, catalogue_in_force(context.directory));
    std::vector<Sku> products;
    for (const auto& product : request.products)
        products.emplace_back(product);
    OCOP_TRY_ASSIGN(const auto labels,
                    shelf_labels(catalogue, products, day_of(context.clock->now()), *context.language));
    if (labels.empty()) return fail(ErrorKind::refused, "error.no_labels");
    OCOP_TRY(write_label_sheet(labels, request.copies, context.asset_root, request.file));
    return labels.size() * static_cast<std::size_t>(request.copies);
}

} // namespace

int run_labels(const CommandContext& context, const LabelRequest& request) {
    const auto count = write_labels(context, request);
    if (!count) return context.report(count.error());
    context.print(context.language->format("cli.labels_done",
                                           {{"count", std::to_string(*count)}, {"file", request.file.string()}}),
                  {{"labels", *count}, {"file", request.file.string()}});
    return 0;
}

} // namespace ocop
