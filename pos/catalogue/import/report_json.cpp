#include "pos/catalogue/import/report_json.h"

#include "pos/catalogue/catalogue_json.h"

#include <nlohmann/json.hpp>

namespace ocop {
namespace {

using nlohmann::json;

Severity severity_from(const std::string& code) {
    for (const auto severity : {Severity::note, Severity::warning, Severity::error})
        if (code_of(severity) == code) return severity;
    throw std::invalid_argument("severity " + code);
}

Problem problem_from(const json& object) {
    Problem problem;
    problem.severity = severity_from(object.at("severity").get<std::string>());
    problem.file = object.at("file").get<std::string>();
    problem.row = object.at("row").get<std::size_t>();
    problem.column = object.at("column").get<std::string>();
    problem.value = object.at("value").get<std::string>();
    problem.key = object.at("problem").get<std::string>();
    for (const auto& [name, value] : object.at("values").items())
        problem.values.emplace_back(name, value.get<std::string>());
    return problem;
}

} // namespace

json problem_to_json(const Problem& problem) {
    json values = json::object();
    for (const auto& [name, value] : problem.values)
        values[name] = value;
    return {{"severity", code_of(problem.severity)},
            {"file", problem.file},
            {"row", problem.row},
            {"column", problem.column},
            {"value", problem.value},
            {"problem", problem.key},
            {"values", std::move(values)}};
}

std::string write_report(const ImportReport& report) {
    json header{{"left_out", report.left_out}, {"problems", json::array()}};
    for (const auto& problem : report.problems)
        header["problems"].push_back(problem_to_json(problem));
    std::string document;
    if (report.package) {
        document = write_catalogue(report.package->catalogue);
        header["media"] = json::array();
        for (const auto& picture : report.package->media)
            header["media"].push_back({{"name", picture.name}, {"file", picture.file.string()}});
        header["kept_media"] = report.package->kept_media;
    }
    return header.dump(-1, ' ', true) + "\n" + document;
}

Result<ImportReport> read_report(std::string_view bytes, const std::filesystem::path& source) {
    const auto stopped = [&](const std::string& why) {
        return fail(ErrorKind::refused, "error.import_stopped", {{"file", source.filename().string()}}, why);
    };
    const auto end = bytes.find('\n');
    if (end == std::string_view::npos) return stopped("no report");
    ImportReport report;
    try {
        const auto header = json::parse(bytes.substr(0, end));
        report.left_out = header.at("left_out").get<std::size_t>();
        bool has_errors = false;
        for (const auto& problem : header.at("problems")) {
            report.problems.push_back(problem_from(problem));
            has_errors = has_errors || report.problems.back().severity == Severity::error;
        }
        if (end + 1 == bytes.size()) return report;
        if (has_errors) return stopped("a catalogue beside errors");
        OCOP_TRY_ASSIGN(auto catalogue, read_catalogue(bytes.substr(end + 1), ReleaseId{}));
        ImportedPackage package{std::move(catalogue), {}, header.at("kept_media").get<std::vector<std::string>>()};
        for (const auto& picture : header.at("media"))
            package.media.push_back({picture.at("name").get<std::string>(), picture.at("file").get<std::string>()});
        report.package = std::move(package);
        return report;
    } catch (const std::exception& problem) { // of the JSON library, for text from outside
        return stopped(problem.what());
    }
}

} // namespace ocop
