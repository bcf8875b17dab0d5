#include "kiosk/media/decode_pool.h"

#include <utility>

namespace ocop::kiosk {

DecodePool::DecodePool(int workers, std::function<void()> wake) : wake_(std::move(wake)) {
    for (int i = 0; i < workers; ++i)
        threads_.emplace_back([this] { work(); });
}

DecodePool::~DecodePool() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        requests_.clear();
    }
    asked_.notify_all();
    for (auto& thread : threads_)
        thread.join();
}

void DecodePool::ask(DecodeRequest request) {
    {
        const std::lock_guard lock(mutex_);
        requests_.push_back(std::move(request));
    }
    asked_.notify_one();
}

std::optional<DecodeAnswer> DecodePool::answer() {
    const std::lock_guard lock(mutex_);
    if (answers_.empty()) return std::nullopt;
    std::optional<DecodeAnswer> first(std::move(answers_.front()));
    answers_.pop_front();
    return first;
}

bool DecodePool::answered() const {
    const std::lock_guard lock(mutex_);
    return !answers_.empty();
}

bool DecodePool::busy() const {
    const std::lock_guard lock(mutex_);
    return working_ > 0 || !requests_.empty() || !answers_.empty();
}

void DecodePool::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        asked_.wait(lock, [this] { return stopping_ || !requests_.empty(); });
        if (stopping_) return;
        const auto request = std::move(requests_.back());
        requests_.pop_back();
        ++working_;
        lock.unlock();
        auto pixels = decode_prepared_file(request.file, request.width, request.height);
        lock.lock();
        --working_;
        answers_.push_back({request.key, std::move(pixels)});
        lock.unlock();
        wake_();
        lock.lock();
    }
}

} // namespace ocop::kiosk
