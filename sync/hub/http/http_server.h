// The hub's HTTP server over Boost.Beast; boost/ stays in this folder.
//
// A connection costs no thread: slow or silent clients wait in the event loop and are cut (architecture.md, Sync
// protocol: headers within 10 s and 8 KiB, bodies at 500 B/s over any 20 s). Calls are answered by worker threads.
#pragma once

#include "pos/base/result.h"
#include "sync/hub/api/hub_request.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace ocop {

struct ServerOptions {
    std::string address = "127.0.0.1"; // numeric; 0.0.0.0 is every interface
    std::uint16_t port = 0;            // 0: the system chooses
    std::string certificate_pem;       // empty: plain HTTP, refused unless the address is loopback
    std::string key_pem;
    std::filesystem::path admin_socket; // also listens there, mode 0600; empty: not
    int workers = 2;
    std::size_t most_connections = 1000; // one more is closed at once
    int header_seconds = 10;
    int body_window_seconds = 20; // in each of which at least slowest_bytes × seconds must arrive
    int idle_seconds = 90;        // between two calls on one connection
};
inline constexpr std::int64_t slowest_bytes = 500; // a second
inline constexpr std::uint32_t longest_header = 8 * 1024;

struct ServerHandlers {
    std::function<HubResponse(const HubRequest&)> answer;             // any worker thread; does not throw
    std::function<std::size_t(const std::string& path)> largest_body; // bytes as sent; more is answered with 413
};

class HttpServer {
public:
    // Listens and answers until destroyed. Fails with "error.hub_listen" {address} when the address is taken or not
    // this machine's, or plain HTTP was asked for anything but loopback.
    static Result<std::unique_ptr<HttpServer>> start(const ServerOptions& options, ServerHandlers handlers);
    ~HttpServer(); // ends running calls' connections; calls being answered are finished first
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    std::uint16_t port() const;
    std::size_t connections() const; // open now

private:
    struct Parts;
    explicit HttpServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

} // namespace ocop
