#include "sync/hub/api/enrolment_code.h"

#include "sync/protocol/enrolment.h"
#include "tests/support/real_hub.h"
#include "tests/support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace ocop;
using namespace ocop::testing;

namespace {

struct Fixture {
    TemporaryFolder folder;
    RealHub hub{folder.path() / "hub"};
    NewEnrolmentCode code = make_enrolment_code(hub.clock.now(), hub.randomness);
    PublicKey key = TillKey::load_or_create(folder.path() / "key")->public_key();
    PublicKey other_key = TillKey::load_or_create(folder.path() / "other")->public_key();

    Fixture() { hub.store().add_code(code.code); }

    HubResponse ask(const std::string& text, const PublicKey& with) {
        HubRequest request;
        request.post = true;
        request.path = calls::enrolments;
        request.body = write_enrolment_request({text, "Q2", with, "test"});
        return hub.call(request);
    }
};

} // namespace

TEST_CASE("a code is understood however it is typed", "[hub]") {
    SeededRandomness randomness(3);
    const auto made = make_enrolment_code(Instant{0}, randomness);
    REQUIRE(made.text.size() == 12);
    CHECK(made.code.expires_at == Instant{15 * 60'000});
    const auto read = read_enrolment_code(made.text);
    REQUIRE(read);
    CHECK(read->finder == made.code.finder);
    CHECK(read->secret_hash == made.code.secret_hash);
    const auto plain = read_enrolment_code("1O-aBCD-EFGh");
    const auto typed = read_enrolment_code(" l0 abcd efgH ");
    REQUIRE(plain);
    REQUIRE(typed);
    CHECK(plain->secret_hash == typed->secret_hash);
    for (const char* wrong : {"", "7K", "7K-3MQD-X9P", "7K-3MQD-X9PAA", "7K-3MQU-X9PA", "7K-3MQ\xC4\x91-X9PA"})
        CHECK_FALSE(read_enrolment_code(wrong));
}

TEST_CASE("a code enrols one machine, once; asked again after a lost answer it enrols the same one", "[hub]") {
    Fixture fixture;
    const auto first = fixture.ask(fixture.code.text, fixture.key);
    REQUIRE(first.status == 201);
    const auto answer = *read_enrolment_answer(first.body);
    CHECK(fixture.hub.store().till_of_credential(answer.credential)->code == "Q2");
    const auto again = fixture.ask(fixture.code.text, fixture.key);
    REQUIRE(again.status == 201);
    const auto second = *read_enrolment_answer(again.body);
    CHECK(second.till_id == answer.till_id);
    CHECK(second.credential != answer.credential);
    CHECK_FALSE(fixture.hub.store().till_of_credential(answer.credential));
    CHECK(fixture.ask(fixture.code.text, fixture.other_key).status == 403);
    CHECK(fixture.hub.store().tills().size() == 1);
}

TEST_CASE("five wrong tries or fifteen minutes end a code, and no other one", "[hub]") {
    Fixture fixture;
    auto wrong = fixture.code.text;
    wrong.back() = wrong.back() == '7' ? '8' : '7';
    SECTION("four wrong tries leave it") {
        for (int i = 0; i < 4; ++i)
            CHECK(fixture.ask(wrong, fixture.key).status == 403);
        CHECK(fixture.ask(fixture.code.text, fixture.key).status == 201);
    }
    SECTION("five do not") {
        for (int i = 0; i < 5; ++i)
            CHECK(fixture.ask(wrong, fixture.key).status == 403);
        CHECK(fixture.ask(fixture.code.text, fixture.key).status == 403);
        const auto other = make_enrolment_code(fixture.hub.clock.now(), fixture.hub.randomness);
        fixture.hub.store().add_code(other.code);
        CHECK(fixture.ask(other.text, fixture.key).status == 201);
    }
    SECTION("time") {
        fixture.hub.clock.advance(15 * 60'000 - 1);
        CHECK(fixture.ask(fixture.code.text, fixture.key).status == 201);
        fixture.hub.clock.advance(1);
        CHECK(fixture.ask(fixture.code.text, fixture.key).status == 403);
    }
    SECTION("nonsense") {
        CHECK(fixture.ask("hello", fixture.key).status == 403);
        HubRequest request;
        request.post = true;
        request.path = calls::enrolments;
        request.body = "{";
        CHECK(fixture.hub.call(request).status == 400);
    }
}
