// Where two threads meet: one puts values in, the other takes them out in order. Any thread may call anything.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace ocop::kiosk {

template <class Value>
class Mailbox {
public:
    // False: the box is closed and the value was dropped.
    bool put(Value value) {
        {
            const std::lock_guard lock(mutex_);
            if (closed_) return false;
            values_.push_back(std::move(value));
        }
        filled_.notify_one();
        return true;
    }

    // At once; nothing when it is empty.
    std::optional<Value> take() {
        const std::lock_guard lock(mutex_);
        return first();
    }

    // Waits for a value; nothing after so long, or at once when the box is closed and empty.
    std::optional<Value> wait(std::chrono::milliseconds longest) {
        std::unique_lock lock(mutex_);
        filled_.wait_for(lock, longest, [&] { return closed_ || !values_.empty(); });
        return first();
    }

    // What is in it can still be taken.
    void close() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        filled_.notify_all();
    }
    bool closed() const {
        const std::lock_guard lock(mutex_);
        return closed_;
    }

private:
    std::optional<Value> first() {
        if (values_.empty()) return std::nullopt;
        std::optional<Value> value(std::move(values_.front()));
        values_.pop_front();
        return value;
    }

    mutable std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<Value> values_;
    bool closed_ = false;
};

} // namespace ocop::kiosk
