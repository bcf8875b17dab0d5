#include "sync/hub/certificates/server_identity.h"

#include "pos/store/whole_file.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>

#include <memory>
#include <stdexcept>

namespace ocop {
namespace {

struct Free {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(X509* certificate) const { X509_free(certificate); }
    void operator()(BIO* bio) const { BIO_free(bio); }
    void operator()(X509_EXTENSION* extension) const { X509_EXTENSION_free(extension); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;
using Bio = std::unique_ptr<BIO, Free>;

constexpr std::size_t largest_pem = 64 * 1024;
constexpr const char* valid_from = "20250101000000Z";

// OpenSSL failing at these calls means a broken installation.
void require(bool done, const char* what) {
    if (done) return;
    char why[256] = {};
    ERR_error_string_n(ERR_get_error(), why, sizeof why);
    throw std::runtime_error(std::string(what) + ": " + why);
}

Key new_key() {
    Key key(EVP_EC_gen("P-256"));
    require(key != nullptr, "a key");
    return key;
}

std::string pem_of(const X509& certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    require(bio && PEM_write_bio_X509(bio.get(), &certificate) == 1, "a certificate as PEM");
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string pem_of(const EVP_PKEY& key) {
    const Bio bio(BIO_new(BIO_s_mem()));
    require(bio && PEM_write_bio_PrivateKey(bio.get(), &key, nullptr, nullptr, 0, nullptr, nullptr) == 1,
            "a key as PEM");
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

void add_extension(X509& certificate, X509& issuer, int kind, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, &issuer, &certificate, nullptr, nullptr, 0);
    const std::unique_ptr<X509_EXTENSION, Free> extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
    require(extension && X509_add_ext(&certificate, extension.get(), -1) == 1, value.c_str());
}

// A certificate for `key`, not yet signed.
Certificate new_certificate(EVP_PKEY& key, const char* name, std::int64_t valid_until) {
    Certificate certificate(X509_new());
    require(certificate != nullptr, "a certificate");
    unsigned char serial[16] = {};
    require(RAND_bytes(serial, sizeof serial) == 1, "a serial number");
    serial[0] &= 0x7f; // positive
    const std::unique_ptr<BIGNUM, decltype(&BN_free)> number(BN_bin2bn(serial, sizeof serial, nullptr), BN_free);
    require(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate.get())) != nullptr,
            "a serial number");
    auto* subject = X509_get_subject_name(certificate.get());
    const auto* text = reinterpret_cast<const unsigned char*>(name);
    require(X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
                ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate.get()), valid_from) == 1 &&
                ASN1_TIME_set(X509_getm_notAfter(certificate.get()), static_cast<time_t>(valid_until)) != nullptr &&
                X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8, text, -1, -1, 0) == 1 &&
                X509_set_pubkey(certificate.get(), &key) == 1,
            "the fields of a certificate");
    return certificate;
}

struct Authority {
    Key key;
    Certificate certificate;
    std::string pem;
};

std::int64_t seconds_from(const Clock& clock, std::int64_t days) {
    return clock.now().milliseconds / 1000 + days * 86'400;
}

Authority new_authority(const Clock& clock) {
    Authority authority{new_key(), nullptr, {}};
    authority.certificate =
        new_certificate(*authority.key, "OCOP hub authority", seconds_from(clock, authority_years * 365));
    auto& certificate = *authority.certificate;
    require(X509_set_issuer_name(&certificate, X509_get_subject_name(&certificate)) == 1, "an issuer");
    add_extension(certificate, certificate, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
    add_extension(certificate, certificate, NID_key_usage, "critical,keyCertSign,cRLSign");
    add_extension(certificate, certificate, NID_subject_key_identifier, "hash");
    require(X509_sign(&certificate, authority.key.get(), EVP_sha256()) > 0, "a signature");
    authority.pem = pem_of(certificate);
    return authority;
}

tl::unexpected<Error> broken(const std::filesystem::path& file, std::string why) {
    return fail(ErrorKind::storage, "error.hub_certificate", {{"file", file.string()}}, std::move(why));
}

Result<Authority> read_authority(const HubDirectory& directory) {
    OCOP_TRY_ASSIGN(auto pem, read_bytes(directory.authority(), largest_pem));
    OCOP_TRY_ASSIGN(const auto key_pem, read_bytes(directory.authority_key(), largest_pem));
    const auto bio_of = [](const std::string& text) {
        return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    };
    Authority authority;
    authority.certificate.reset(PEM_read_bio_X509(bio_of(pem).get(), nullptr, nullptr, nullptr));
    authority.key.reset(PEM_read_bio_PrivateKey(bio_of(key_pem).get(), nullptr, nullptr, nullptr));
    if (!authority.certificate || !authority.key ||
        X509_check_private_key(authority.certificate.get(), authority.key.get()) != 1) {
        ERR_clear_error();
        return broken(directory.authority(), "certificate and key do not fit");
    }
    authority.pem = std::move(pem);
    return authority;
}

// The key first: a certificate without its key would be of no use, a key without certificate is made again.
Result<Authority> read_or_make_authority(const HubDirectory& directory, const Clock& clock) {
    std::error_code ignored;
    if (std::filesystem::exists(directory.authority(), ignored)) return read_authority(directory);
    auto authority = new_authority(clock);
    OCOP_TRY(write_bytes(directory.authority_key(), pem_of(*authority.key)));
    std::error_code failure;
    std::filesystem::permissions(directory.authority_key(),
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, failure);
    if (failure) return broken(directory.authority_key(), failure.message());
    OCOP_TRY(write_bytes(directory.authority(), authority.pem));
    return authority;
}

bool is_address(const std::string& name) {
    unsigned char number[16] = {};
    return ::inet_pton(AF_INET, name.c_str(), number) == 1 || ::inet_pton(AF_INET6, name.c_str(), number) == 1;
}

std::string alternative_names(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names)
        list += (list.empty() ? "" : ",") + std::string(is_address(name) ? "IP:" : "DNS:") + name;
    return list;
}

ServerIdentity sign_server(const Authority& authority, const std::vector<std::string>& names, const Clock& clock) {
    const auto key = new_key();
    const auto certificate = new_certificate(*key, "OCOP hub", seconds_from(clock, server_days));
    auto& issuer = *authority.certificate;
    require(X509_set_issuer_name(certificate.get(), X509_get_subject_name(&issuer)) == 1, "an issuer");
    add_extension(*certificate, issuer, NID_basic_constraints, "critical,CA:FALSE");
    add_extension(*certificate, issuer, NID_key_usage, "critical,digitalSignature");
    add_extension(*certificate, issuer, NID_ext_key_usage, "serverAuth");
    add_extension(*certificate, issuer, NID_subject_key_identifier, "hash");
    add_extension(*certificate, issuer, NID_authority_key_identifier, "keyid:always");
    add_extension(*certificate, issuer, NID_subject_alt_name, alternative_names(names));
    require(X509_sign(certificate.get(), authority.key.get(), EVP_sha256()) > 0, "a signature");
    return {authority.pem, pem_of(*certificate), pem_of(*key)};
}

} // namespace

Result<ServerIdentity> make_server_identity(const HubDirectory& directory, const std::vector<std::string>& names,
                                            const Clock& clock) {
    OCOP_TRY_ASSIGN(const auto authority, read_or_make_authority(directory, clock));
    return sign_server(authority, names, clock);
}

} // namespace ocop
