#include "sync/till/enrol.h"

#include "pos/journal/entry.h"
#include "sync/protocol/enrolment.h"
#include "tests/support/chain.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace ocop;
using namespace ocop::testing;

namespace {

const std::string authority = "-----BEGIN CERTIFICATE-----\nhub\n-----END CERTIFICATE-----\n";

// What the till did while enrolling, and how the hub answers.
struct Desk {
    int status = 200;
    std::string served_authority = authority;
    std::vector<std::string> trusted; // ca_pem of each line
    std::vector<HttpRequest> requests;

    MakeConnection connect() {
        return [this](const std::string&, const std::string& ca_pem) -> std::unique_ptr<HubConnection> {
            trusted.push_back(ca_pem);
            return std::make_unique<Line>(*this);
        };
    }
    struct Line final : HubConnection {
        explicit Line(Desk& owner) : desk(owner) {}
        Desk& desk;
        Result<HttpResponse> exchange(const HttpRequest& request) override {
            desk.requests.push_back(request);
            HttpResponse response;
            if (request.path == calls::authority) {
                response.status = 200;
                response.body = desk.served_authority;
                return response;
            }
            response.status = desk.status;
            response.content_type = media_type::json;
            response.body = write_enrolment_answer({identity('3'), "token", identity('1'), identity('2')});
            return response;
        }
    };
};

EnrolmentDetails details_for(const std::string& address) {
    return {address, "482913", "Q2", {}, "ocop"};
}

std::string pinned() {
    return "https://192.168.4.1:8443/#ca=" + to_hex(sha256(authority));
}

} // namespace

TEST_CASE("the code is sent only to the hub whose authority was scanned", "[sync]") {
    Desk desk;
    const auto settings = enrol(details_for(pinned()), desk.connect());
    REQUIRE(settings);
    CHECK(settings->url == "https://192.168.4.1:8443");
    CHECK(settings->ca_pem == authority);
    CHECK(settings->credential == "token");
    REQUIRE(desk.trusted.size() == 2);
    CHECK(desk.trusted[1] == authority);
    CHECK(read_enrolment_request(desk.requests[1].body)->code == "482913");

    Desk other;
    other.served_authority += "x";
    const auto refused = enrol(details_for(pinned()), other.connect());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "error.hub_pin");
    CHECK(other.requests.size() == 1);
}

TEST_CASE("a code that the hub does not take is refused, a hub in trouble is another matter", "[sync]") {
    Desk desk;
    desk.status = 403;
    CHECK(enrol(details_for(pinned()), desk.connect()).error().key == "error.enrolment_refused");
    desk.status = 500;
    CHECK(enrol(details_for(pinned()), desk.connect()).error().kind == ErrorKind::offline);
}

TEST_CASE("an address is https with a pin, or http to this machine", "[sync]") {
    CHECK(read_hub_address(pinned()) == HubAddress{"https://192.168.4.1:8443", to_hex(sha256(authority))});
    for (const char* good : {"http://127.0.0.1:8080", "http://localhost:8080/", "http://[::1]:8080"})
        CHECK(read_hub_address(good));
    for (const char* bad : {"", "hub", "https://hub.example", "https://hub.example#ca=12", "http://192.168.4.1:8080",
                            "http://127.0.0.1.example", "http://user@localhost", "http://localhost?x=1",
                            "ftp://localhost", "file:///etc/passwd"}) {
        CAPTURE(bad);
        CHECK_FALSE(read_hub_address(bad));
    }
}

TEST_CASE("hub settings read back, and only their owner may read them", "[sync]") {
    TemporaryFolder folder;
    const DataDirectory directory{folder.path()};
    REQUIRE(load_hub_settings(directory));
    CHECK_FALSE(*load_hub_settings(directory));
    const HubSettings settings{"https://hub", identity('1'), identity('2'), identity('3'), "token", authority};
    REQUIRE(save_hub_settings(directory, settings));
    const auto loaded = load_hub_settings(directory);
    REQUIRE(loaded);
    CHECK(*loaded == settings);
    namespace fs = std::filesystem;
    CHECK((fs::status(directory.hub_settings()).permissions() & fs::perms::mask) ==
          (fs::perms::owner_read | fs::perms::owner_write));
    fs::permissions(directory.hub_settings(), fs::perms::others_read, fs::perm_options::add);
    CHECK_FALSE(load_hub_settings(directory));
    REQUIRE(save_hub_settings(directory, settings));
    std::ofstream(directory.hub_settings(), std::ios::trunc) << "{";
    CHECK_FALSE(load_hub_settings(directory));
}
