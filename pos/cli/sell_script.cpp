#include "pos/cli/sell_script.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <iostream>

namespace ocop {
namespace {

using nlohmann::json;

struct ScriptPlace {
    const std::string& file;
    std::size_t row;

    tl::unexpected<Error> refuse(const std::string& field, const std::string& value) const {
        return fail(ErrorKind::refused, "error.script",
                    {{"file", file}, {"row", std::to_string(row)}, {"field", field}, {"value", value}});
    }
};

Result<Quantity> quantity_of(const json& value, const ScriptPlace& place) {
    if (value.is_number_integer()) {
        const auto whole = value.get<std::int64_t>();
        if (whole > 0 && whole <= 100'000) return Quantity::of(whole);
    } else if (value.is_number_float()) { // weights: the script's only decimal, turned into thousandths at once
        const double thousandths = value.get<double>() * 1000.0;
        const double rounded = std::round(thousandths);
        if (rounded > 0 && rounded <= 1e8 && std::fabs(thousandths - rounded) < 1e-6)
            return Quantity{static_cast<std::int64_t>(rounded)};
    }
    return place.refuse("qty", value.dump());
}

Result<ScriptItem> item_of(const json& line, const ScriptPlace& place) {
    ScriptItem item;
    if (!line.is_object()) return place.refuse("lines", line.dump());
    const auto sku = line.find("sku");
    const auto barcode = line.find("barcode");
    if (sku != line.end() && sku->is_string())
        item.sku = sku->get<std::string>();
    else if (barcode != line.end() && barcode->is_string())
        item.barcode = barcode->get<std::string>();
    else
        return place.refuse("sku", line.dump());
    if (const auto quantity = line.find("qty"); quantity != line.end()) {
        OCOP_TRY_ASSIGN(item.quantity, quantity_of(*quantity, place));
    }
    return item;
}

Result<Tender> tender_of(const json& payment, const ScriptPlace& place) {
    Tender tender;
    const auto method = payment.is_object() ? payment.find("method") : payment.end();
    if (!payment.is_object() || method == payment.end() || !method->is_string())
        return place.refuse("payments.method", payment.dump());
    const auto read = payment_method_from(method->get<std::string>());
    if (!read) return place.refuse("payments.method", method->dump());
    tender.method = *read;
    const char* field = tender.method == PaymentMethod::cash ? "tendered" : "amount";
    if (const auto amount = payment.find(field); amount != payment.end()) {
        if (!amount->is_number_integer() || amount->get<std::int64_t>() <= 0)
            return place.refuse(field, amount->dump());
        tender.amount = Dong{amount->get<std::int64_t>()};
    }
    if (const auto reference = payment.find("reference"); reference != payment.end() && reference->is_string())
        tender.reference = reference->get<std::string>();
    return tender;
}

} // namespace

Result<ScriptSale> parse_script_line(const std::string& line, const std::string& file, std::size_t row) {
    const ScriptPlace place{file, row};
    const auto document = json::parse(line, nullptr, false);
    if (!document.is_object()) return place.refuse("JSON", line.substr(0, 60));
    ScriptSale sale;
    sale.row = row;
    for (const char* field : {"lines", "payments"})
        if (!document.contains(field) || !document[field].is_array() || document[field].empty())
            return place.refuse(field, document.value(field, json()).dump());
    for (const auto& item : document["lines"]) {
        OCOP_TRY_ASSIGN(auto read, item_of(item, place));
        sale.items.push_back(std::move(read));
    }
    for (const auto& payment : document["payments"]) {
        OCOP_TRY_ASSIGN(auto read, tender_of(payment, place));
        sale.tenders.push_back(std::move(read));
    }
    if (const auto staff = document.find("staff"); staff != document.end()) {
        if (!staff->is_string()) return place.refuse("staff", staff->dump());
        sale.staff = staff->get<std::string>();
    }
    return sale;
}

Result<std::vector<ScriptSale>> read_sell_script(const std::filesystem::path& file) {
    std::ifstream stream;
    if (file != "-") {
        stream.open(file);
        if (!stream) return fail(ErrorKind::refused, "error.file_unreadable", {{"file", file.string()}});
    }
    std::istream& input = file == "-" ? std::cin : stream;
    std::vector<ScriptSale> sales;
    std::string line;
    for (std::size_t row = 1; std::getline(input, line); ++row) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        OCOP_TRY_ASSIGN(auto sale, parse_script_line(line, file.string(), row));
        sales.push_back(std::move(sale));
    }
    return sales;
}

} // namespace ocop
