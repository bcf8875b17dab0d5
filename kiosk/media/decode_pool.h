// Decodes pictures beside the UI thread, newest wish first: what a visitor looks at now matters more than what scrolled
// past. UI thread asks and collects; the workers own nothing else.
#pragma once

#include "pos/catalogue/media/photo.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace ocop::kiosk {

struct DecodeRequest {
    std::string key; // comes back with the answer
    std::filesystem::path file;
    int width = 0;
    int height = 0;
};

struct DecodeAnswer {
    std::string key;
    Result<Pixels> pixels;
};

class DecodePool {
public:
    // `wake` is called from a worker after each answer.
    DecodePool(int workers, std::function<void()> wake);
    ~DecodePool(); // what is being decoded is finished, the rest is dropped
    DecodePool(const DecodePool&) = delete;
    DecodePool& operator=(const DecodePool&) = delete;

    void ask(DecodeRequest request);
    std::optional<DecodeAnswer> answer();
    bool answered() const; // answer() has something
    bool busy() const;     // something is asked for and not collected

private:
    void work();

    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable asked_;
    std::vector<DecodeRequest> requests_; // the last one is the newest
    std::deque<DecodeAnswer> answers_;
    int working_ = 0;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

} // namespace ocop::kiosk
