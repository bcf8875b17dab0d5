#include "sync/till/hub_settings.h"

#include "pos/store/whole_file.h"
#include "sync/protocol/documents.h"

#include <curl/curl.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <new>

namespace ocop {
namespace {

constexpr const char* settings_name = "hub settings";
constexpr std::size_t largest_settings = 64 * 1024;

tl::unexpected<Error> unusable(const std::filesystem::path& file, std::string why) {
    return fail(ErrorKind::storage, "error.hub_settings", {{"file", file.string()}}, std::move(why));
}

// One part of a URL, empty when it has none.
std::string part_of(CURLU* url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
    std::string value = text;
    curl_free(text);
    return value;
}

bool is_loopback(const std::string& host) {
    return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

tl::unexpected<Error> bad_address(std::string_view text, std::string why) {
    return fail(ErrorKind::refused, "error.hub_address", {{"address", std::string(text)}}, std::move(why));
}

} // namespace

Result<> save_hub_settings(const DataDirectory& directory, const HubSettings& settings) {
    const auto file = directory.hub_settings();
    const auto text =
        nlohmann::json{{"protocol", 1U},           {"url", settings.url},         {"hub_id", settings.hub_id},
                       {"epoch", settings.epoch},  {"till_id", settings.till_id}, {"credential", settings.credential},
                       {"ca_pem", settings.ca_pem}}
            .dump(2);
    return write_whole_file(file, [&](const std::filesystem::path& part) -> Result<> {
        const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        if (descriptor < 0) return cannot_write(file);
        const bool written = ::fchmod(descriptor, 0600) == 0 &&
                             ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size());
        ::close(descriptor);
        if (!written) return cannot_write(file);
        return {};
    });
}

Result<std::optional<HubSettings>> load_hub_settings(const DataDirectory& directory) {
    const auto file = directory.hub_settings();
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) {
        if (errno == ENOENT) return std::optional<HubSettings>();
        return unusable(file, std::strerror(errno));
    }
    if ((status.st_mode & 077U) != 0) return unusable(file, "readable by others than its owner");
    const auto text = read_bytes(file, largest_settings);
    if (!text) return unusable(file, text.error().detail);
    const auto document = parse_document(settings_name, *text, largest_settings);
    if (!document) return unusable(file, document.error().detail);
    std::string problem;
    JsonReader reader(*document, settings_name, problem);
    HubSettings settings;
    settings.url = short_text_field(reader, "url");
    settings.hub_id = identity_field(reader, "hub_id");
    settings.epoch = identity_field(reader, "epoch");
    settings.till_id = identity_field(reader, "till_id");
    settings.credential = short_text_field(reader, "credential");
    settings.ca_pem = reader.text("ca_pem");
    if (!problem.empty()) return unusable(file, problem);
    return std::optional<HubSettings>(std::move(settings));
}

Result<HubAddress> read_hub_address(std::string_view text) {
    const std::unique_ptr<CURLU, void (*)(CURLU*)> url(curl_url(), curl_url_cleanup);
    if (!url) throw std::bad_alloc();
    if (text.size() > 200) return bad_address(text.substr(0, 200), "longer than 200 bytes");
    if (curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), 0) != CURLUE_OK)
        return bad_address(text, "not an address");
    const auto scheme = part_of(url.get(), CURLUPART_SCHEME);
    const auto fragment = part_of(url.get(), CURLUPART_FRAGMENT);
    if (!part_of(url.get(), CURLUPART_USER).empty() || !part_of(url.get(), CURLUPART_QUERY).empty())
        return bad_address(text, "with a user or a query");
    HubAddress address;
    if (scheme == "https") {
        if (fragment.rfind("ca=", 0) != 0 || !hash_from_hex(std::string_view(fragment).substr(3)))
            return bad_address(text, "https without #ca=<SHA-256>");
        address.ca_sha256 = fragment.substr(3);
    } else if (scheme != "http" || !is_loopback(part_of(url.get(), CURLUPART_HOST)) || !fragment.empty()) {
        return bad_address(text, "neither https nor http to this machine");
    }
    curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
    address.url = part_of(url.get(), CURLUPART_URL);
    while (address.url.back() == '/')
        address.url.pop_back();
    return address;
}

} // namespace ocop
