#include "sync/till/http_connection.h"

#include "sync/protocol/gzip.h"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <new>
#include <stdexcept>
#include <string_view>

namespace ocop {
namespace {

constexpr std::size_t worth_compressing = 1024;
constexpr long connect_seconds = 10;
constexpr long slowest_bytes_per_second = 500;
constexpr long slow_seconds = 20;

void start_curl() {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT); // once, by the first connection
    if (started != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

template <class Value>
void set(CURL* handle, CURLoption option, Value value) {
    if (const auto code = curl_easy_setopt(handle, option, value); code != CURLE_OK)
        throw std::logic_error(std::string("libcurl refuses an option: ") + curl_easy_strerror(code));
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

std::optional<std::int64_t> number_at_start(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end == text.data() || number < 0) return std::nullopt;
    return number;
}

// What arrives during one exchange.
struct Arrival {
    HttpResponse response;
    std::size_t largest = 0;
    const std::atomic<bool>* cancelled = nullptr;
};

std::size_t take_header(char* data, std::size_t, std::size_t count, void* context) {
    auto& response = static_cast<Arrival*>(context)->response;
    const std::string_view line(data, count);
    if (line.substr(0, 5) == "HTTP/") response = HttpResponse(); // also after "100 Continue"
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return count;
    const auto name = lower(line.substr(0, colon));
    const auto value = trimmed(line.substr(colon + 1));
    if (name == "content-type")
        response.content_type = lower(trimmed(value.substr(0, value.find(';'))));
    else if (name == "etag")
        response.etag = value;
    else if (name == "retry-after")
        response.retry_after = number_at_start(value).value_or(0);
    else if (name == "content-range" && value.substr(0, 6) == "bytes ")
        response.range_from = number_at_start(value.substr(6));
    return count;
}

std::size_t take_body(char* data, std::size_t, std::size_t count, void* context) {
    auto& arrival = *static_cast<Arrival*>(context);
    if (arrival.response.body.size() + count > arrival.largest) return 0; // ends the transfer
    arrival.response.body.append(data, count);
    return count;
}

int watch(void* context, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<Arrival*>(context)->cancelled->load() ? 1 : 0;
}

bool is_trust_failure(CURLcode code) {
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR ||
           code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_CERTPROBLEM || code == CURLE_SSL_ISSUER_ERROR;
}

using HeaderList = std::unique_ptr<curl_slist, void (*)(curl_slist*)>;

void add_header(HeaderList& list, const std::string& line) {
    auto* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    list.release();
    list.reset(longer);
}

} // namespace

struct HttpConnection::Handle {
    CURL* curl = curl_easy_init();
    char message[CURL_ERROR_SIZE] = {};
    Handle() {
        if (curl == nullptr) throw std::bad_alloc();
    }
    ~Handle() { curl_easy_cleanup(curl); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
};

HttpConnection::HttpConnection(HttpOptions options) : options_(std::move(options)) {
    start_curl();
    handle_ = std::make_unique<Handle>();
}

HttpConnection::~HttpConnection() = default;

Result<HttpResponse> HttpConnection::exchange(const HttpRequest& request) {
    auto* curl = handle_->curl;
    curl_easy_reset(curl); // keeps the connection open
    Arrival arrival;
    arrival.largest = request.largest_answer;
    arrival.cancelled = &cancelled_;
    const auto url = options_.url + request.path;
    set(curl, CURLOPT_URL, url.c_str());
    set(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    set(curl, CURLOPT_FOLLOWLOCATION, 0L);
    set(curl, CURLOPT_NOSIGNAL, 1L);
    set(curl, CURLOPT_CONNECTTIMEOUT, connect_seconds);
    set(curl, CURLOPT_LOW_SPEED_LIMIT, slowest_bytes_per_second);
    set(curl, CURLOPT_LOW_SPEED_TIME, slow_seconds);
    set(curl, CURLOPT_ERRORBUFFER, handle_->message);
    set(curl, CURLOPT_USERAGENT, "ocop");
    set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(curl, CURLOPT_CAINFO, static_cast<char*>(nullptr)); // nothing of the system's
    set(curl, CURLOPT_CAPATH, static_cast<char*>(nullptr));
    if (!options_.socket.empty()) set(curl, CURLOPT_UNIX_SOCKET_PATH, options_.socket.c_str());
    if (options_.unverified) {
        set(curl, CURLOPT_SSL_VERIFYPEER, 0L);
        set(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    } else if (!options_.ca_pem.empty()) {
        curl_blob authority{options_.ca_pem.data(), options_.ca_pem.size(), CURL_BLOB_NOCOPY};
        set(curl, CURLOPT_CAINFO_BLOB, &authority);
    }
    set(curl, CURLOPT_HEADERFUNCTION, &take_header);
    set(curl, CURLOPT_HEADERDATA, &arrival);
    set(curl, CURLOPT_WRITEFUNCTION, &take_body);
    set(curl, CURLOPT_WRITEDATA, &arrival);
    set(curl, CURLOPT_NOPROGRESS, 0L);
    set(curl, CURLOPT_XFERINFOFUNCTION, &watch);
    set(curl, CURLOPT_XFERINFODATA, &arrival);

    HeaderList headers(nullptr, curl_slist_free_all);
    if (!options_.credential.empty()) add_header(headers, "Authorization: Bearer " + options_.credential);
    if (!request.if_none_match.empty()) add_header(headers, "If-None-Match: " + request.if_none_match);
    std::string range;
    if (request.range_from) {
        range = std::to_string(*request.range_from) + "-" + std::to_string(request.range_to);
        set(curl, CURLOPT_RANGE, range.c_str());
    }
    std::string packed;
    if (!request.body.empty()) {
        const bool compress = options_.compress && request.body.size() >= worth_compressing;
        if (compress) packed = gzip(request.body);
        const auto& body = compress ? packed : request.body;
        add_header(headers, "Content-Type: " + request.content_type);
        add_header(headers, "Expect:"); // no wait for "100 Continue"
        if (compress) add_header(headers, "Content-Encoding: gzip");
        set(curl, CURLOPT_POST, 1L);
        set(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        set(curl, CURLOPT_POSTFIELDS, body.data());
    }
    set(curl, CURLOPT_HTTPHEADER, headers.get());

    handle_->message[0] = '\0';
    const auto code = curl_easy_perform(curl);
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    arrival.response.status = static_cast<int>(status);
    if (code == CURLE_OK) return std::move(arrival.response);
    if (status != 0 && !cancelled_) {
        arrival.response.complete = false;
        return std::move(arrival.response);
    }
    const std::string why = handle_->message[0] != '\0' ? handle_->message : curl_easy_strerror(code);
    if (is_trust_failure(code)) return fail(ErrorKind::offline, "error.hub_untrusted", {{"hub", options_.url}}, why);
    return fail(ErrorKind::offline, "error.hub_unreachable", {{"hub", options_.url}}, why);
}

} // namespace ocop
