#include "sync/till/http_connection.h"

#include "sync/protocol/gzip.h"
#include "tests/support/loopback_server.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::testing;

namespace {

std::string reply(const std::string& status, const std::string& headers, const std::string& body) {
    return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + std::to_string(body.size()) +
           "\r\nConnection: close\r\n\r\n" + body;
}

HttpOptions to(const LoopbackServer& server) {
    HttpOptions options;
    options.url = server.url();
    options.credential = "secret";
    return options;
}

HttpRequest get(const std::string& path) {
    HttpRequest request;
    request.path = path;
    return request;
}

} // namespace

TEST_CASE("an exchange carries credential, range and tag, and brings the answer's", "[sync][http]") {
    LoopbackServer server([](const std::string&) {
        return reply("206 Partial",
                     "content-type: Application/JSON; charset=utf-8\r\nETAG: \"x\"\r\n"
                     "Content-Range: bytes 7-9/10\r\nRetry-After: 12\r\n",
                     "abc");
    });
    HttpConnection connection(to(server));
    auto request = get("/v1/hello");
    request.range_from = 7;
    request.range_to = 9;
    request.if_none_match = "\"y\"";
    const auto response = connection.exchange(request);
    REQUIRE(response);
    CHECK(response->status == 206);
    CHECK(response->content_type == "application/json");
    CHECK(response->etag == "\"x\"");
    CHECK(response->range_from == 7);
    CHECK(response->retry_after == 12);
    CHECK(response->body == "abc");
    CHECK(response->complete);
    const auto sent = server.requests().at(0);
    CHECK(sent.find("GET /v1/hello HTTP/1.1\r\n") == 0);
    CHECK(sent.find("\r\nAuthorization: Bearer secret\r\n") != std::string::npos);
    CHECK(sent.find("\r\nRange: bytes=7-9\r\n") != std::string::npos);
    CHECK(sent.find("\r\nIf-None-Match: \"y\"\r\n") != std::string::npos);
    REQUIRE(connection.exchange(get("/v1/hello"))); // nothing of the first request stays
    CHECK(server.requests().at(1).find("Range") == std::string::npos);
}

TEST_CASE("long bodies travel compressed, short ones as they are", "[sync][http]") {
    LoopbackServer server([](const std::string&) { return reply("200 OK", "", ""); });
    HttpConnection connection(to(server));
    auto request = get("/v1/journal");
    request.content_type = media_type::batch;
    const auto body_of = [&](std::size_t at) {
        const auto sent = server.requests().at(at);
        return sent.substr(sent.find("\r\n\r\n") + 4);
    };
    request.body = "short";
    REQUIRE(connection.exchange(request));
    CHECK(body_of(0) == "short");
    request.body = std::string(50'000, 'x');
    REQUIRE(connection.exchange(request));
    CHECK(server.requests().at(1).find("\r\nContent-Encoding: gzip\r\n") != std::string::npos);
    CHECK(server.requests().at(1).find("POST /v1/journal ") == 0);
    CHECK(gunzip(body_of(1), 100'000) == request.body);
}

TEST_CASE("a redirect is an answer and is not followed", "[sync][http]") {
    LoopbackServer server(
        [](const std::string&) { return reply("302 Found", "Location: http://127.0.0.1:1/login\r\n", ""); });
    HttpConnection connection(to(server));
    CHECK(connection.exchange(get("/v1/hello"))->status == 302);
    CHECK(server.requests().size() == 1);
}

TEST_CASE("an answer that is cut or longer than allowed is not complete", "[sync][http]") {
    LoopbackServer server([](const std::string& request) {
        const auto whole = reply("200 OK", "", std::string(1000, 'x'));
        return request.find("GET /cut") == 0 ? whole.substr(0, whole.size() - 400) : whole;
    });
    HttpConnection connection(to(server));
    const auto cut = connection.exchange(get("/cut"));
    REQUIRE(cut);
    CHECK_FALSE(cut->complete);
    CHECK(cut->body.size() == 600);
    auto request = get("/whole");
    request.largest_answer = 999;
    const auto longer = connection.exchange(request);
    REQUIRE(longer);
    CHECK_FALSE(longer->complete);
    CHECK(longer->body.size() <= 999);
    request.largest_answer = 1000;
    CHECK(connection.exchange(request)->complete);
}

TEST_CASE("nobody there, no HTTP, and a cancelled line are offline", "[sync][http]") {
    LoopbackServer server([](const std::string&) { return std::string(); });
    HttpConnection connection(to(server));
    const auto silent = connection.exchange(get("/v1/hello"));
    REQUIRE_FALSE(silent);
    CHECK(silent.error().kind == ErrorKind::offline);
    CHECK(silent.error().key == "error.hub_unreachable");
    HttpOptions nobody;
    nobody.url = "http://127.0.0.1:1";
    CHECK_FALSE(HttpConnection(nobody).exchange(get("/v1/hello")));
    LoopbackServer good([](const std::string&) { return reply("200 OK", "", ""); });
    HttpConnection cancelled(to(good));
    cancelled.cancel();
    CHECK_FALSE(cancelled.exchange(get("/v1/hello")));
}

TEST_CASE("https to what speaks no TLS is not trusted", "[sync][http]") {
    LoopbackServer server([](const std::string&) { return reply("200 OK", "", ""); });
    auto options = to(server);
    options.url.replace(0, 4, "https");
    options.ca_pem = "not a certificate";
    CHECK(HttpConnection(options).exchange(get("/v1/hello")).error().kind == ErrorKind::offline);
}
