// HubConnection over libcurl: one easy handle, kept alive between exchanges. curl/curl.h stays in this folder.
//
// Trusts the given authority alone, never the system's. Follows no redirect: a captive portal is not a hub. Connects
// within 10 s; an exchange ends when less than 500 B/s move over 20 s, nothing is cut sooner than a slow line needs.
#pragma once

#include "sync/till/hub_connection.h"

#include <atomic>
#include <memory>
#include <string>

namespace ocop {

struct HttpOptions {
    std::string url;         // from read_hub_address()
    std::string ca_pem;      // authority to trust; needed for https
    std::string credential;  // empty before enrolment
    bool unverified = false; // only to fetch the authority itself, which is then compared with its pin
    bool compress = true;    // bodies from 1 KiB on go as gzip
    std::string socket;      // path of a unix socket to go through instead of the network; plain HTTP
};

class HttpConnection final : public HubConnection {
public:
    explicit HttpConnection(HttpOptions options);
    ~HttpConnection() override;
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    // One thread at a time. Errors: "error.hub_unreachable", "error.hub_untrusted" (TLS), both with {hub}.
    Result<HttpResponse> exchange(const HttpRequest& request) override;
    // Any thread: ends the running exchange and every later one, within a second.
    void cancel() { cancelled_ = true; }

private:
    struct Handle;
    HttpOptions options_;
    std::unique_ptr<Handle> handle_;
    std::atomic<bool> cancelled_{false};
};

} // namespace ocop
