#include "pos/payments/vietqr.h"

#include <catch2/catch.hpp>

using namespace ocop;

TEST_CASE("payloads equal the worked examples", "[payments]") {
    CHECK(vietqr_checksum("123456789") == "29B1");
    CHECK(vietqr_payload({"970436", "0123456789", {}, ""}) ==
          "00020101021138540010A00000072701240006970436011001234567890208QRIBFTTA53037045802VN63046A15");
    CHECK(vietqr_payload({"970436", "0123456789", Dong{185'000}, "OC7K3M2Q"}) ==
          "00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA530370454061850005802VN"
          "62120808OC7K3M2Q63040FF9");
    CHECK(vietqr_payload({"970418", "21510001234567", Dong{1'250'000}, "HD 240615 0042"}) ==
          "00020101021238580010A000000727012800069704180114215100012345670208QRIBFTTA5303704540712500005802VN"
          "62180814HD 240615 00426304B0DE");
}

TEST_CASE("what a bank would strip, cut or misread is refused", "[payments]") {
    const TransferRequest good{"970436", "0123456789", Dong{1}, "OC7K3M2Q"};
    CHECK(vietqr_payload(good));
    auto request = good;
    request.purpose = GENERATE("oc7k3m2q", "OC-1", "OC  1", " OC1", "OC1 ", "ABCDEFGHIJKLMNOPQRST", "Chuyển tiền");
    CHECK(vietqr_payload(request).error().values.at(0).second == "purpose");
    request = good;
    request.amount = Dong{GENERATE(std::int64_t{0}, std::int64_t{-5}, std::int64_t{10'000'000'000'000})};
    CHECK(vietqr_payload(request).error().values.at(0).second == "amount");
    request = good;
    request.bank_bin = "97043";
    CHECK_FALSE(vietqr_payload(request));
    request = good;
    request.account = "12345678901234567890";
    CHECK_FALSE(vietqr_payload(request));
}

TEST_CASE("transfer references are OC and six characters without I L O U", "[payments]") {
    SeededRandomness randomness(5);
    for (int i = 0; i < 1000; ++i) {
        const auto reference = make_transfer_reference(randomness);
        CHECK(reference.size() == 8);
        CHECK(reference.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 2) == std::string::npos);
    }
}
