#include "sync/hub/cli/serve_command.h"

#include "pos/codes/qr_code.h"
#include "sync/hub/certificates/server_identity.h"
#include "sync/hub/http/http_server.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <csignal>
#include <ostream>

namespace ocop {
namespace {

struct Listening {
    std::string address;
    std::uint16_t port = 0;
    bool encrypted = true;
};

// "0.0.0.0:8443", "[::]:8443", "http://127.0.0.1:8080"
Result<Listening> read_listen(const std::string& text) {
    constexpr std::string_view plain = "http://";
    Listening listening;
    listening.encrypted = text.compare(0, plain.size(), plain) != 0;
    const auto rest = listening.encrypted ? text : text.substr(plain.size());
    const auto colon = rest.rfind(':');
    const auto wrong = [&] {
        return fail(ErrorKind::usage, "error.option", {{"option", "--listen"}, {"value", text}});
    };
    if (colon == std::string::npos) return wrong();
    listening.address = rest.substr(0, colon);
    if (listening.address.size() > 2 && listening.address.front() == '[' && listening.address.back() == ']')
        listening.address = listening.address.substr(1, listening.address.size() - 2);
    const auto* last = rest.data() + rest.size();
    const auto [end, problem] = std::from_chars(rest.data() + colon + 1, last, listening.port);
    if (problem != std::errc() || end != last) return wrong();
    return listening;
}

// Signals are waited for, not handled: blocked before any thread starts.
class StopSignals {
public:
    StopSignals() {
        sigemptyset(&set_);
        sigaddset(&set_, SIGINT);
        sigaddset(&set_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &set_, &before_);
    }
    ~StopSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    void wait() {
        int signal = 0;
        sigwait(&set_, &signal);
    }

private:
    sigset_t set_{};
    sigset_t before_{};
};

std::string in_url(const std::string& name) {
    return name.find(':') == std::string::npos ? name : "[" + name + "]";
}

// Addresses for people to scan or type, the machine's own network first.
std::vector<std::string> enrolment_addresses(const Listening& listening, const std::vector<std::string>& names,
                                             const std::string& authority_pem, std::uint16_t port) {
    std::vector<std::string> addresses;
    const auto end = ":" + std::to_string(port);
    if (!listening.encrypted) return {"http://" + in_url(listening.address) + end};
    const auto pin = "#ca=" + to_hex(sha256(authority_pem));
    const bool everywhere = listening.address == "0.0.0.0" || listening.address == "::";
    if (!everywhere) return {"https://" + in_url(listening.address) + end + pin};
    for (const auto& name : names)
        if (name.find("fe80:") != 0) addresses.push_back("https://" + in_url(name) + end + pin);
    return addresses;
}

void announce(const HubContext& context, const std::vector<std::string>& addresses, std::uint16_t port) {
    if (context.json) {
        *context.out << nlohmann::json{{"port", port}, {"addresses", addresses}}.dump() << std::endl;
        return;
    }
    *context.out << context.language->format("hub.serving", {{"folder", context.hub.files.root.string()}}) << "\n";
    for (const auto& address : addresses)
        *context.out << "  " << address << "\n";
    // To scan into a till: the address with the authority's hash, so that nobody in between can pose as this hub.
    if (!addresses.empty())
        if (const auto code = qr_matrix(addresses.front())) *context.out << qr_for_terminal(*code);
    *context.out << context.language->format("hub.serving_next", {}) << std::endl;
}

} // namespace

int run_serve(const HubContext& context, const ServeRequest& request) {
    StopSignals stop;
    const auto listening = read_listen(request.listen);
    if (!listening) return context.report(listening.error());
    auto opened = open_hub(context, "ocop-hub serve");
    if (!opened) return context.report(opened.error());

    auto names = own_names();
    names.insert(names.end(), request.names.begin(), request.names.end());
    ServerOptions options;
    options.address = listening->address;
    options.port = listening->port;
    options.admin_socket = context.hub.admin_socket();
    if (listening->encrypted) {
        const auto identity = make_server_identity(context.hub, names, *context.clock);
        if (!identity) return context.report(identity.error());
        options.certificate_pem = identity->certificate_pem;
        options.key_pem = identity->key_pem;
        opened->parts.authority_pem = identity->authority_pem;
    }
    HubApi api(opened->parts);
    const auto server =
        HttpServer::start(options, {[&api](const HubRequest& call) { return api.answer(call); }, HubApi::largest_body});
    if (!server) return context.report(server.error());
    const auto port = (*server)->port();
    announce(context, enrolment_addresses(*listening, names, opened->parts.authority_pem, port), port);
    stop.wait();
    return 0;
}

} // namespace ocop
