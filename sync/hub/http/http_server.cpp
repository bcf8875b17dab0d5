#include "sync/hub/http/http_server.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <thread>

namespace ocop {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
namespace net = boost::asio;
namespace ssl = net::ssl;
using Tcp = net::ip::tcp;
using Local = net::local::stream_protocol;
using std::chrono::seconds;

using TcpStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;
using LocalStream = beast::basic_stream<Local>;

constexpr std::size_t largest_possible_body = 64u * 1024 * 1024;
constexpr int closing_seconds = 5;

// What all sessions of a server share.
struct Shared {
    ServerOptions options;
    ServerHandlers handlers;
    net::thread_pool* workers = nullptr;
    std::atomic<std::size_t> connections{0};
};

std::optional<ByteRange> read_range(beast::string_view text) {
    constexpr beast::string_view beginning = "bytes=";
    if (text.substr(0, beginning.size()) != beginning) return std::nullopt;
    const auto dash = text.find('-', beginning.size());
    if (dash == beast::string_view::npos) return std::nullopt;
    const auto number = [](beast::string_view digits) -> std::optional<std::int64_t> {
        std::int64_t value = 0;
        const auto* last = digits.data() + digits.size();
        const auto [end, problem] = std::from_chars(digits.data(), last, value);
        if (problem != std::errc() || end != last || value < 0) return std::nullopt;
        return value;
    };
    const auto from = number(text.substr(beginning.size(), dash - beginning.size()));
    const auto last = text.substr(dash + 1);
    const auto to = last.empty() ? std::optional<std::int64_t>(INT64_MAX) : number(last);
    if (!from || !to || *to < *from) return std::nullopt; // as if no range had been asked for
    return ByteRange{*from, *to};
}

std::string credential_of(beast::string_view authorization) {
    constexpr beast::string_view scheme = "Bearer ";
    if (authorization.substr(0, scheme.size()) != scheme) return {};
    return std::string(authorization.substr(scheme.size()));
}

HubRequest to_hub_request(http::request<http::string_body>&& message, bool local) {
    HubRequest request;
    const std::string target(message.target());
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    request.post = message.method() == http::verb::post;
    request.credential = credential_of(message[http::field::authorization]);
    request.content_type = std::string(message[http::field::content_type]);
    request.gzipped = message[http::field::content_encoding] == "gzip";
    request.if_none_match = std::string(message[http::field::if_none_match]);
    request.range = read_range(message[http::field::range]);
    request.local = local;
    request.body = std::move(message.body());
    return request;
}

template <class Message>
void set_fields(Message& message, const HubResponse& response, bool keep_alive) {
    message.set(http::field::server, "ocop-hub");
    message.set(http::field::content_type, response.content_type);
    message.set(http::field::cache_control, "no-store");
    if (!response.etag.empty()) message.set(http::field::etag, response.etag);
    if (response.range)
        message.set(http::field::content_range, "bytes " + std::to_string(response.range->from) + "-" +
                                                    std::to_string(response.range->to) + "/" +
                                                    std::to_string(response.whole_size));
    else if (response.status == 416)
        message.set(http::field::content_range, "bytes */" + std::to_string(response.whole_size));
    if (response.retry_after > 0) message.set(http::field::retry_after, std::to_string(response.retry_after));
    message.keep_alive(keep_alive);
    message.prepare_payload();
}

HubResponse plain_refusal(int status) {
    HubResponse response;
    response.status = status;
    response.body = "{}";
    return response;
}

// One connection: reads a call, has it answered, sends the answer, and again.
template <class Stream>
class Session : public std::enable_shared_from_this<Session<Stream>> {
public:
    Session(Stream stream, Shared& shared) : stream_(std::move(stream)), shared_(&shared) { ++shared_->connections; }
    ~Session() { --shared_->connections; }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void begin() {
        net::dispatch(stream_.get_executor(), [self = this->shared_from_this()] {
            self->expire(self->shared_->options.header_seconds);
            if constexpr (std::is_same_v<Stream, TlsStream>)
                self->stream_.async_handshake(ssl::stream_base::server, [self](beast::error_code problem) {
                    if (!problem) self->read_header();
                });
            else
                self->read_header();
        });
    }

private:
    auto& lowest() { return beast::get_lowest_layer(stream_); }
    void expire(int count) { lowest().expires_after(seconds(count)); }

    // Waits for the first byte of a call, as long as an idle connection may.
    void wait_for_call() {
        if (buffer_.size() > 0) return read_header();
        expire(shared_->options.idle_seconds);
        stream_.async_read_some(buffer_.prepare(1024),
                                [self = this->shared_from_this()](beast::error_code problem, std::size_t count) {
                                    if (problem) return;
                                    self->buffer_.commit(count);
                                    self->read_header();
                                });
    }

    void read_header() {
        parser_.emplace();
        parser_->header_limit(longest_header);
        parser_->body_limit(largest_possible_body);
        expire(shared_->options.header_seconds);
        http::async_read_header(stream_, buffer_, *parser_,
                                [self = this->shared_from_this()](beast::error_code problem, std::size_t) {
                                    if (problem) return self->refuse(problem);
                                    self->take_header();
                                });
    }

    void take_header() {
        const auto method = parser_->get().method();
        if (method != http::verb::get && method != http::verb::post) return send(plain_refusal(405), false);
        const std::string target(parser_->get().target());
        const auto limit = shared_->handlers.largest_body(target.substr(0, target.find('?')));
        if (parser_->content_length() && *parser_->content_length() > limit) return send(plain_refusal(413), false);
        parser_->body_limit(limit);
        window_bytes_ = 0;
        expire(shared_->options.body_window_seconds);
        read_body();
    }

    void read_body() {
        if (parser_->is_done()) return answer();
        http::async_read_some(stream_, buffer_, *parser_,
                              [self = this->shared_from_this()](beast::error_code problem, std::size_t count) {
                                  if (problem) return self->refuse(problem);
                                  self->count_body(count);
                                  self->read_body();
                              });
    }

    // A window that brought enough is followed by the next; otherwise its end cuts the line.
    void count_body(std::size_t count) {
        window_bytes_ += static_cast<std::int64_t>(count);
        const int window = shared_->options.body_window_seconds;
        if (window_bytes_ < slowest_bytes * window) return;
        window_bytes_ = 0;
        expire(window);
    }

    void refuse(beast::error_code problem) {
        if (problem == http::error::body_limit) return send(plain_refusal(413), false);
        if (problem == http::error::header_limit) return send(plain_refusal(431), false);
        // Anything else that is wrong with the text of a call; a broken line needs no answer.
        if (problem.category() == http::make_error_code(http::error::bad_method).category() &&
            problem != http::error::end_of_stream && problem != http::error::partial_message)
            send(plain_refusal(400), false);
    }

    void answer() {
        lowest().expires_never();
        const bool keep_alive = parser_->get().keep_alive();
        auto request =
            std::make_shared<HubRequest>(to_hub_request(parser_->release(), std::is_same_v<Stream, LocalStream>));
        net::post(*shared_->workers, [self = this->shared_from_this(), request, keep_alive] {
            auto response = self->shared_->handlers.answer(*request);
            net::post(self->stream_.get_executor(),
                      [self, response = std::move(response), keep_alive] { self->send(response, keep_alive); });
        });
    }

    void send(const HubResponse& response, bool keep_alive) {
        if (response.file.empty()) {
            auto message = std::make_shared<http::response<http::string_body>>();
            message->result(static_cast<unsigned>(response.status));
            message->body() = response.body;
            set_fields(*message, response, keep_alive);
            return write(message, response.body.size());
        }
        auto message = std::make_shared<http::response<http::file_body>>();
        beast::error_code problem;
        message->body().open(response.file.c_str(), beast::file_mode::scan, problem);
        if (problem) return send(plain_refusal(503), false);
        message->result(static_cast<unsigned>(response.status));
        set_fields(*message, response, keep_alive);
        write(message, message->body().size());
    }

    // Long enough for the slowest honest line.
    template <class Message>
    void write(std::shared_ptr<Message> message, std::uint64_t size) {
        const auto allowed = static_cast<std::int64_t>(size) / slowest_bytes + shared_->options.body_window_seconds;
        lowest().expires_after(seconds(allowed));
        http::async_write(stream_, *message,
                          [self = this->shared_from_this(), message](beast::error_code problem, std::size_t) {
                              if (problem) return;
                              if (message->need_eof()) return self->close();
                              self->wait_for_call();
                          });
    }

    void close() {
        expire(closing_seconds);
        if constexpr (std::is_same_v<Stream, TlsStream>) {
            stream_.async_shutdown([self = this->shared_from_this()](beast::error_code) {});
        } else {
            beast::error_code ignored; // the other end may be gone already
            lowest().socket().shutdown(net::socket_base::shutdown_send, ignored);
        }
    }

    Stream stream_;
    Shared* shared_;
    beast::flat_buffer buffer_;
    std::optional<http::request_parser<http::string_body>> parser_;
    std::int64_t window_bytes_ = 0;
};

std::string text_of(const std::string& address, std::uint16_t port) {
    return address + ":" + std::to_string(port);
}

} // namespace

struct HttpServer::Parts {
    Shared shared;
    net::io_context io;
    ssl::context tls{ssl::context::tls_server};
    Tcp::acceptor tcp{io};
    Local::acceptor local{io};
    net::steady_timer pause{io};
    net::thread_pool workers;
    std::thread loop;

    explicit Parts(const ServerOptions& options, ServerHandlers handlers)
        : workers(static_cast<std::size_t>(options.workers)) {
        shared.options = options;
        shared.handlers = std::move(handlers);
        shared.workers = &workers;
    }
    ~Parts() {
        io.stop();
        if (loop.joinable()) loop.join();
        workers.stop();
        workers.join();
        if (shared.options.admin_socket.empty()) return;
        std::error_code ignored; // a leftover is replaced by the next start
        std::filesystem::remove(shared.options.admin_socket, ignored);
    }

    bool encrypted() const { return !shared.options.certificate_pem.empty(); }

    void prepare_tls() {
        tls.set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
        tls.use_certificate_chain(net::buffer(shared.options.certificate_pem));
        tls.use_private_key(net::buffer(shared.options.key_pem), ssl::context::pem);
    }

    void listen_on_tcp(const net::ip::address& address) {
        const Tcp::endpoint endpoint(address, shared.options.port);
        tcp.open(endpoint.protocol());
        tcp.set_option(net::socket_base::reuse_address(true));
        tcp.bind(endpoint);
        tcp.listen();
    }

    void listen_on_socket() {
        std::filesystem::remove(shared.options.admin_socket);
        const auto before = ::umask(0177);
        beast::error_code problem;
        local.open();
        local.bind(Local::endpoint(shared.options.admin_socket.string()), problem);
        ::umask(before);
        if (problem) throw beast::system_error(problem);
        local.listen();
    }

    bool is_full() const { return shared.connections >= shared.options.most_connections; }

    // Without descriptors accepting fails at once, again and again: a pause lets others finish.
    void accept_later() {
        pause.expires_after(std::chrono::milliseconds(200));
        pause.async_wait([this](beast::error_code) { accept_tcp(); });
    }

    void accept_tcp() {
        tcp.async_accept(net::make_strand(io), [this](beast::error_code problem, Tcp::socket socket) {
            if (!tcp.is_open()) return;
            if (problem) return accept_later();
            if (!is_full()) {
                beast::error_code ignored; // only makes small answers wait
                socket.set_option(Tcp::no_delay(true), ignored);
                if (encrypted())
                    std::make_shared<Session<TlsStream>>(TlsStream(TcpStream(std::move(socket)), tls), shared)->begin();
                else
                    std::make_shared<Session<TcpStream>>(TcpStream(std::move(socket)), shared)->begin();
            }
            accept_tcp();
        });
    }

    void accept_local() {
        local.async_accept(net::make_strand(io), [this](beast::error_code problem, Local::socket socket) {
            if (!local.is_open() || problem) return;
            std::make_shared<Session<LocalStream>>(LocalStream(std::move(socket)), shared)->begin();
            accept_local();
        });
    }
};

HttpServer::HttpServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::start(const ServerOptions& options, ServerHandlers handlers) {
    const auto refused = [&](const std::string& why) {
        return fail(ErrorKind::refused, "error.hub_listen", {{"address", text_of(options.address, options.port)}}, why);
    };
    beast::error_code problem;
    const auto address = net::ip::make_address(options.address, problem);
    if (problem) return refused("no numeric address");
    if (options.certificate_pem.empty() && !address.is_loopback()) return refused("plain HTTP beyond this machine");
    auto parts = std::make_unique<Parts>(options, std::move(handlers));
    try {
        if (parts->encrypted()) parts->prepare_tls();
        parts->listen_on_tcp(address);
        if (!options.admin_socket.empty()) parts->listen_on_socket();
    } catch (const std::runtime_error& failure) { // of Asio or of the file system
        return refused(failure.what());
    }
    parts->accept_tcp();
    if (!options.admin_socket.empty()) parts->accept_local();
    parts->loop = std::thread([io = &parts->io] { io->run(); });
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(parts)));
}

std::uint16_t HttpServer::port() const {
    return parts_->tcp.local_endpoint().port();
}

std::size_t HttpServer::connections() const {
    return parts_->shared.connections;
}

} // namespace ocop
