#include "pos/catalogue/import/product_table.h"

#include "pos/catalogue/codes.h"
#include "pos/catalogue/gtin.h"
#include "pos/catalogue/import/cell_text.h"

#include <charconv>

namespace ocop {
namespace {

constexpr std::int64_t highest_price = 10'000'000'000; // đồng, as in the catalogue document

std::optional<Months> months_from(std::string_view text) {
    const auto dash = text.find('-');
    const auto from = digits_value(text.substr(0, dash));
    const auto to = dash == std::string_view::npos ? from : digits_value(text.substr(dash + 1));
    if (!from || !to || *from < 1 || *from > 12 || *to < 1 || *to > 12) return std::nullopt;
    return Months{static_cast<int>(*from), static_cast<int>(*to)};
}

std::optional<double> fraction_from(const std::string& text) {
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= 1)) return std::nullopt;
    return value;
}

void read_barcodes(RowReader& row, Product& product, KnownIds& barcodes) {
    for (const auto& code : row.list("barcode")) {
        if (is_gtin(code)) {
            barcodes.add(row, "barcode", gtin14(code));
            product.barcodes.push_back(code);
            continue;
        }
        const bool right_length = code.size() == 8 || (code.size() >= 12 && code.size() <= 14);
        if (!right_length || code.find_first_not_of("0123456789") != std::string::npos)
            row.report(Severity::error, "barcode", code, "import.barcode", {});
        else
            row.report(
                Severity::error, "barcode", code, "import.check_digit",
                {{"digit", std::string(1, gtin_check_digit(std::string_view(code).substr(0, code.size() - 1)))}});
    }
}

void read_focus(RowReader& row, Product& product) {
    const auto& cell = row.text("focus");
    if (cell.empty()) return;
    const auto parts = split_list(cell, cell.find(';') == std::string::npos ? ',' : ';');
    const auto x = parts.size() == 2 ? fraction_from(parts[0]) : std::nullopt;
    const auto y = parts.size() == 2 ? fraction_from(parts[1]) : std::nullopt;
    if (!x || !y) return row.refuse("focus", "import.focus");
    product.focus_x = *x;
    product.focus_y = *y;
}

void read_buy_links(RowReader& row, Product& product) {
    for (const auto& part : row.list("buy_links")) {
        const auto equals = part.find('=');
        const auto name = equals == std::string::npos ? std::string() : one_line(part.substr(0, equals));
        const auto url = equals == std::string::npos ? part : part.substr(equals + 1);
        if (name.empty() || !is_web_address(url)) {
            row.report(Severity::error, "buy_links", part, "import.buy_links", {});
            continue;
        }
        product.buy_links.push_back(BuyLink{name, url});
    }
}

void read_trade(RowReader& row, Product& product, KnownIds& barcodes) {
    read_barcodes(row, product, barcodes);
    product.sold_by = row.choice("sold_by", sold_by_from, SoldBy::piece, "piece weight");
    product.unit = row.required("unit");
    product.pack = row.text("pack");
    if (const auto price = row.whole_number("price", 1, highest_price)) product.price = Dong{*price};
    product.price_is_sample = row.flag("price_is_sample", false);
    product.tax_rate = row.rate("tax_rate");
    if (row.text("price").empty()) row.warn("price", "import.no_price");
    if (product.sold_by == SoldBy::weight && !product.unit.empty() && product.unit != "kg")
        row.warn("unit", "import.weight_unit");
}

void read_descriptions(RowReader& row, Product& product) {
    if (const auto& cell = row.text("season"); !cell.empty()) {
        product.season = months_from(cell);
        if (!product.season) row.refuse("season", "import.season");
    }
    product.allergens = row.local_text("allergens");
    product.usage = row.local_text("usage");
    product.keeping = row.local_text("keeping");
    product.alcohol = row.flag("alcohol", false);
    product.gift = row.flag("gift", false);
    product.export_markets = row.list("export_markets");
    for (const auto& code : product.export_markets)
        if (!is_export_market(code)) row.report(Severity::error, "export_markets", code, "import.market", {});
    product.craft_village = row.text("craft_village");
    product.trace_url = row.web_address("trace_url");
    read_buy_links(row, product);
    product.media = row.text("media");
    read_focus(row, product);
}

Product read_product(RowReader& row, KnownIds& barcodes) {
    Product product;
    product.sku = Sku{row.required("sku")};
    row.required("name_vi");
    product.name = row.local_text("name");
    product.aliases = row.list("aliases");
    product.producer = ProducerId{row.required("producer")};
    product.place = PlaceId{row.required("place")};
    product.group = GroupCode{row.required("group")};
    if (!product.group.empty() && !is_product_group(product.group.text()))
        row.refuse("group", "import.choice", {{"allowed", "food drink herbal craft ornamental tourism"}});
    product.kind = row.choice("kind", product_kind_from, ProductKind::goods, "goods service");
    product.certificate = CertificateId{row.text("certificate")};
    product.ocop = row.flag("ocop", !product.certificate.empty());
    if (!product.ocop && !product.certificate.empty()) row.refuse("certificate", "import.certificate_without_ocop");
    read_trade(row, product, barcodes);
    read_descriptions(row, product);
    return product;
}

} // namespace

const TableShape& product_shape() {
    static const TableShape shape{{"sku", "name_vi", "producer", "place", "group", "unit"},
                                  {"name_en",        "aliases",       "kind",         "ocop",         "certificate",
                                   "barcode",        "sold_by",       "pack",         "price",        "price_is_sample",
                                   "tax_rate",       "season",        "allergens_vi", "allergens_en", "usage_vi",
                                   "usage_en",       "keeping_vi",    "keeping_en",   "alcohol",      "gift",
                                   "export_markets", "craft_village", "trace_url",    "buy_links",    "media",
                                   "focus"}};
    return shape;
}

std::vector<Product> read_products(const Table& table, const KnownIds& producers, const KnownIds& places,
                                   const KnownIds& certificates, KnownIds& skus, MediaNames& media,
                                   ProblemList& problems) {
    KnownIds barcodes;
    std::vector<Product> products;
    products.reserve(table.rows.size());
    for (const auto& line : table.rows) {
        RowReader row(table, line, problems);
        auto product = read_product(row, barcodes);
        media.check(row);
        skus.add(row, "sku", product.sku.text());
        producers.check(row, "producer", "producers");
        places.check(row, "place", "places");
        certificates.check(row, "certificate", "certificates");
        products.push_back(std::move(product));
    }
    return products;
}

} // namespace ocop
