#include "sync/hub/http/http_server.h"

#include "sync/hub/certificates/server_identity.h"
#include "sync/protocol/gzip.h"
#include "sync/till/http_connection.h"
#include "tests/support/raw_client.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <atomic>
#include <fstream>
#include <mutex>
#include <thread>
#include <vector>

using namespace ocop;
using namespace ocop::testing;

namespace {

// Answers with the path, and keeps the requests.
struct Echo {
    std::mutex mutex;
    std::vector<HubRequest> requests;
    ServerHandlers handlers() {
        return {[this](const HubRequest& request) {
                    const std::lock_guard lock(mutex);
                    requests.push_back(request);
                    HubResponse response;
                    response.body = "\"" + request.path + "\"";
                    response.etag = "\"tag\"";
                    if (request.range) {
                        response.status = 206;
                        response.range = request.range;
                        response.whole_size = 1000;
                    }
                    return response;
                },
                [](const std::string& path) { return path == "/large" ? std::size_t{100'000} : std::size_t{1'000}; }};
    }
};

std::unique_ptr<HttpServer> start(Echo& echo, ServerOptions options = {}) {
    auto server = HttpServer::start(options, echo.handlers());
    REQUIRE(server);
    return std::move(*server);
}

HttpOptions to(const HttpServer& server) {
    HttpOptions options;
    options.url = "http://127.0.0.1:" + std::to_string(server.port());
    options.credential = "secret";
    return options;
}

HttpRequest get(const std::string& path) {
    HttpRequest request;
    request.path = path;
    return request;
}

bool begins_with(const std::string& text, const std::string& beginning) {
    return text.compare(0, beginning.size(), beginning) == 0;
}

} // namespace

TEST_CASE("a request arrives as it was sent, and so does its answer", "[hub][http]") {
    Echo echo;
    const auto server = start(echo);
    HttpConnection connection(to(*server));
    auto request = get("/v1/journal/x/hashes?at=7");
    request.range_from = 5;
    request.range_to = 9;
    request.if_none_match = "\"other\"";
    auto response = connection.exchange(request);
    REQUIRE(response);
    CHECK(response->status == 206);
    CHECK(response->content_type == "application/json");
    CHECK(response->etag == "\"tag\"");
    CHECK(response->range_from == 5);
    CHECK(response->body == "\"/v1/journal/x/hashes\"");
    request = get("/large");
    request.content_type = media_type::batch;
    request.body = std::string(50'000, 'x');
    response = connection.exchange(request);
    REQUIRE(response);
    CHECK(response->status == 200);
    REQUIRE(echo.requests.size() == 2);
    CHECK(echo.requests[0].query == "at=7");
    CHECK(echo.requests[0].credential == "secret");
    CHECK(echo.requests[0].if_none_match == "\"other\"");
    CHECK(echo.requests[0].range == ByteRange{5, 9});
    CHECK_FALSE(echo.requests[0].post);
    CHECK_FALSE(echo.requests[0].local);
    CHECK(echo.requests[1].post);
    CHECK(echo.requests[1].gzipped);
    CHECK(gunzip(echo.requests[1].body, 100'000) == request.body);
    CHECK(server->connections() == 1); // both went over one
}

TEST_CASE("what is no request is answered and cut", "[hub][http]") {
    Echo echo;
    const auto server = start(echo);
    const auto answer_to = [&](const std::string& text) {
        RawClient client(server->port());
        client.send(text);
        return client.read_all();
    };
    CHECK(begins_with(answer_to("nonsense\r\n\r\n"), "HTTP/1.1 400"));
    CHECK(begins_with(answer_to("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(9'000, 'x') + "\r\n\r\n"),
                      "HTTP/1.1 431"));
    CHECK(begins_with(answer_to("DELETE / HTTP/1.1\r\nHost: x\r\n\r\n"), "HTTP/1.1 405"));
    CHECK(begins_with(answer_to("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n"), "HTTP/1.1 413"));
    CHECK(begins_with(answer_to("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" +
                                std::string(1001, 'x') + "\r\n0\r\n\r\n"),
                      "HTTP/1.1 413"));
    CHECK(begins_with(answer_to("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"), "HTTP/1.1 400"));
    CHECK(echo.requests.empty());
    CHECK(begins_with(answer_to("GET /a HTTP/1.1\r\nHost: x\r\nRange: bytes=9-2\r\nConnection: close\r\n\r\n"),
                      "HTTP/1.1 200")); // a range that is none
    CHECK(begins_with(answer_to("GET /a HTTP/1.0\r\n\r\n"), "HTTP/1.1 200"));
    CHECK(echo.requests.size() == 2);
}

TEST_CASE("slow and silent clients are cut while others are served", "[hub][http]") {
    Echo echo;
    ServerOptions options;
    options.header_seconds = 1;
    options.body_window_seconds = 1;
    const auto server = start(echo, options);
    std::vector<RawClient> silent;
    std::vector<RawClient> slow;
    for (int i = 0; i < 64; ++i) {
        silent.emplace_back(server->port());
        slow.emplace_back(server->port()).send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nx");
    }
    HttpConnection honest(to(*server));
    REQUIRE(honest.exchange(get("/now")));
    for (auto& client : silent)
        CHECK(client.read_all().empty());
    for (auto& client : slow)
        CHECK(client.read_all().empty());
    CHECK(echo.requests.size() == 1);
    REQUIRE(honest.exchange(get("/later")));
}

TEST_CASE("one connection too many is closed, and there is room again later", "[hub][http]") {
    Echo echo;
    ServerOptions options;
    options.most_connections = 2;
    const auto server = start(echo, options);
    {
        RawClient first(server->port());
        RawClient second(server->port());
        first.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
        second.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
        CHECK_FALSE(first.read_some().empty());
        CHECK_FALSE(second.read_some().empty());
        CHECK(server->connections() == 2);
        RawClient third(server->port());
        CHECK(third.read_all().empty());
    }
    HttpConnection connection(to(*server));
    Result<HttpResponse> response = connection.exchange(get("/b"));
    for (int i = 0; i < 100 && !response; ++i)
        response = connection.exchange(get("/b"));
    CHECK(response);
}

TEST_CASE("the server signs itself in with an authority that tills pin", "[hub][http]") {
    TemporaryFolder folder;
    SystemClock clock;
    const auto directory = HubDirectory::choose(folder.path().string());
    REQUIRE(directory.files.create());
    const auto identity = make_server_identity(directory, {"127.0.0.1", "localhost"}, clock);
    REQUIRE(identity);
    struct stat key {};
    REQUIRE(::stat(directory.authority_key().c_str(), &key) == 0);
    CHECK((key.st_mode & 077) == 0);
    Echo echo;
    ServerOptions options;
    options.certificate_pem = identity->certificate_pem;
    options.key_pem = identity->key_pem;
    const auto server = start(echo, options);
    auto trusting = to(*server);
    trusting.url = "https://127.0.0.1:" + std::to_string(server->port());
    trusting.ca_pem = identity->authority_pem;
    CHECK(HttpConnection(trusting).exchange(get("/a")));
    trusting.url = "https://localhost:" + std::to_string(server->port());
    CHECK(HttpConnection(trusting).exchange(get("/a")));

    SECTION("the authority stays when the hub starts again") {
        const auto again = make_server_identity(directory, {"127.0.0.1"}, clock);
        REQUIRE(again);
        CHECK(again->authority_pem == identity->authority_pem);
        CHECK(again->key_pem != identity->key_pem);
    }
    SECTION("another authority is not trusted") {
        TemporaryFolder other;
        const auto stranger = make_server_identity(HubDirectory::choose(other.path().string()), {"127.0.0.1"}, clock);
        REQUIRE(stranger);
        trusting.ca_pem = stranger->authority_pem;
        const auto refused = HttpConnection(trusting).exchange(get("/a"));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "error.hub_untrusted");
    }
    SECTION("a damaged authority is not made anew behind people's backs") {
        std::ofstream(directory.authority_key()) << "nonsense";
        const auto refused = make_server_identity(directory, {"127.0.0.1"}, clock);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "error.hub_certificate");
    }
}

TEST_CASE("the administrator's socket is the owner's alone and marks its requests", "[hub][http]") {
    TemporaryFolder folder;
    Echo echo;
    ServerOptions options;
    options.admin_socket = folder.path() / "admin.sock";
    {
        const auto server = start(echo, options);
        struct stat socket {};
        REQUIRE(::stat(options.admin_socket.c_str(), &socket) == 0);
        CHECK((socket.st_mode & 0777) == 0600);
        HttpOptions through;
        through.url = "http://localhost";
        through.socket = options.admin_socket.string();
        REQUIRE(HttpConnection(through).exchange(get("/admin")));
        CHECK(echo.requests.at(0).local);
    }
    CHECK_FALSE(std::filesystem::exists(options.admin_socket));
}

TEST_CASE("an address that is taken, foreign or in the clear is refused", "[hub][http]") {
    Echo echo;
    const auto server = start(echo);
    ServerOptions options;
    const auto refused = [&] {
        const auto started = HttpServer::start(options, echo.handlers());
        return !started && started.error().key == "error.hub_listen";
    };
    options.port = server->port();
    CHECK(refused());
    options.port = 0;
    options.address = "192.0.2.1";
    CHECK(refused());
    options.address = "0.0.0.0"; // plain HTTP beyond this machine
    CHECK(refused());
    options.address = "hub.example";
    CHECK(refused());
}

TEST_CASE("a file is sent whole, and many clients at once are all served", "[hub][http]") {
    TemporaryFolder folder;
    const auto file = folder.path() / "blob";
    const std::string content(3'000'000, 'q');
    std::ofstream(file) << content;
    auto server = HttpServer::start({}, {[&](const HubRequest&) {
                                             HubResponse response;
                                             response.content_type = "application/octet-stream";
                                             response.file = file;
                                             return response;
                                         },
                                         [](const std::string&) { return std::size_t{0}; }});
    REQUIRE(server);
    std::vector<std::thread> threads;
    std::atomic<int> right{0};
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            HttpConnection connection(to(**server));
            auto request = get("/blob");
            request.largest_answer = 4'000'000;
            for (int round = 0; round < 5; ++round) {
                const auto response = connection.exchange(request);
                if (response && response->body == content) ++right;
            }
        });
    for (auto& thread : threads)
        thread.join();
    CHECK(right == 40);
}
