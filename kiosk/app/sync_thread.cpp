#include "kiosk/app/sync_thread.h"

#include "pos/journal/signature.h"
#include "sync/till/hub_settings.h"

#include <algorithm>
#include <future>
#include <utility>

namespace ocop::kiosk {
namespace {

constexpr std::chrono::milliseconds longest_wait{60'000};
constexpr std::int64_t shortest_wait = 20; // ms: a step that is due at once still leaves room for others

tl::unexpected<Error> closing() {
    return fail(ErrorKind::busy, "error.closing");
}

} // namespace

// The engine's hands: everything that writes is done by the storage thread and waited for here.
class SyncThread::Owner final : public WatermarkStore {
public:
    Owner(StorageThread& storage, const std::atomic<bool>& release_allowed)
        : storage_(&storage), release_allowed_(&release_allowed) {}

    std::optional<std::string> get() override {
        return ask([](OwnTill& till) { return till.get(); }).value_or(std::nullopt);
    }
    Result<> set(const std::string& value) override {
        return done(ask([value](OwnTill& till) { return till.set(value); }));
    }
    SyncEvents events() {
        SyncEvents events;
        events.begin_lineage = [this](const std::string& reason) {
            return done(ask([reason](OwnTill& till) { return till.begin_lineage(reason); }));
        };
        events.adopt_release = [this](const ReleaseId& release, const std::string& manifest_sha256) -> Result<> {
            if (!*release_allowed_) return fail(ErrorKind::busy, "error.release_waits");
            return done(ask(
                [release, manifest_sha256](OwnTill& till) { return till.adopt_release(release, manifest_sha256); }));
        };
        events.found = [this](SyncFault fault, const std::string& lineage, std::int64_t seq) {
            ask([fault, lineage, seq](OwnTill& till) {
                till.found(fault, lineage, seq);
                return true;
            });
        };
        return events;
    }

private:
    // Nothing when the storage thread takes no more commands. Throws what the work throws.
    template <class Work>
    auto ask(Work work) -> std::optional<decltype(work(std::declval<OwnTill&>()))> {
        using Answer = decltype(work(std::declval<OwnTill&>()));
        const auto promise = std::make_shared<std::promise<Answer>>();
        auto answer = promise->get_future();
        const bool accepted = storage_->ask(ForHub{[promise, work = std::move(work)](OwnTill& till) {
            try {
                promise->set_value(work(till));
            } catch (const StorageFailure&) { // the engine's to deal with, in its own thread
                promise->set_exception(std::current_exception());
            }
        }});
        if (!accepted) return std::nullopt;
        return answer.get();
    }
    static Result<> done(std::optional<Result<>> answer) {
        if (!answer) return closing();
        return std::move(*answer);
    }

    StorageThread* storage_;
    const std::atomic<bool>* release_allowed_;
};

SyncThread::SyncThread(DataDirectory directory, StorageThread& storage, const Clock& clock, Randomness& randomness)
    : directory_(std::move(directory)), storage_(&storage), clock_(&clock), randomness_(&randomness),
      thread_([this] { run(); }) {}

SyncThread::~SyncThread() {
    stopping_ = true;
    {
        const std::lock_guard lock(mutex_);
        if (connection_) connection_->cancel();
    }
    poke();
    thread_.join();
}

void SyncThread::poke() {
    {
        const std::lock_guard lock(mutex_);
        poke_ = true;
    }
    poked_.notify_one();
}

bool SyncThread::wait(std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    poked_.wait_for(lock, longest, [this] { return poke_ || stopping_; });
    return std::exchange(poke_, false);
}

void SyncThread::run() {
    while (!stopping_) {
        // A damaged file is told by the commands that write it; here it only means that there is no hub.
        const auto hub = load_hub_settings(directory_);
        if (hub && *hub) talk(**hub);
        if (!stopping_) wait(enrolment_look);
    }
}

void SyncThread::talk(const HubSettings& hub) {
    auto key = TillKey::load_or_create(directory_.key());
    if (!key) return;
    HttpOptions options;
    options.url = hub.url;
    options.ca_pem = hub.ca_pem;
    options.credential = hub.credential;
    {
        const std::lock_guard lock(mutex_);
        connection_ = std::make_unique<HttpConnection>(options);
    }
    try {
        Owner owner(*storage_, release_allowed_);
        SyncEngine engine({directory_, hub, *key, connection_.get(), &owner, owner.events(), clock_, randomness_});
        while (!stopping_) {
            const auto next = engine.step();
            clock_offset_ = engine.status().clock_offset;
            reached_ = engine.status().reached;
            const auto pause = std::max(shortest_wait, next.milliseconds - clock_->monotonic().milliseconds);
            if (wait(std::min(longest_wait, std::chrono::milliseconds(pause)))) engine.poke();
        }
    } catch (const StorageFailure&) {
        // The journal cannot be read now; the storage thread tells people, and this thread tries again later.
    }
    reached_ = false;
}

} // namespace ocop::kiosk
