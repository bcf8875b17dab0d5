#include "pos/catalogue/import/photo_preparation.h"

#include "pos/catalogue/import/child_process.h"
#include "pos/catalogue/media/photo.h"
#include "pos/store/whole_file.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

namespace ocop {
namespace {

namespace fs = std::filesystem;

// What a worker says of a picture, a line each: its number, one of these words, and for `bad` the reason.
constexpr const char* word_drawing = "drawing";
constexpr const char* word_photo = "photo";
constexpr const char* word_pair = "pair"; // with a thumbnail
constexpr const char* word_bad = "bad";
constexpr const char* word_unwritable = "unwritable";

fs::path display_file(const fs::path& scratch, std::size_t index) {
    return scratch / ("photo-" + std::to_string(index));
}
fs::path thumbnail_file(const fs::path& scratch, std::size_t index) {
    return scratch / ("thumbnail-" + std::to_string(index));
}

// Whole or not at all does not matter here: the folder is thrown away when anything fails.
bool write_plainly(const fs::path& file, const std::string& bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    return stream.good();
}

std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string reason_of(const Error& error) {
    return error.values.empty() ? error.key : error.values.front().second;
}

std::string prepare_one(const MediaSource& source, std::size_t index, const fs::path& scratch) {
    const auto bytes = read_bytes(source.file, largest_picture_file);
    if (!bytes) return word_bad + std::string(" ") + one_line(reason_of(bytes.error()));
    if (is_drawing(*bytes)) {
        if (bytes->size() > largest_prepared_file) return word_bad + std::string(" the drawing is too large");
        const auto drawn = decode_picture(*bytes, display_width, display_height);
        return drawn ? word_drawing : word_bad + std::string(" ") + one_line(reason_of(drawn.error()));
    }
    const auto photo = prepare_photo(*bytes);
    if (!photo) return word_bad + std::string(" ") + one_line(reason_of(photo.error()));
    if (!write_plainly(display_file(scratch, index), photo->display)) return word_unwritable;
    if (photo->thumbnail.empty()) return word_photo;
    return write_plainly(thumbnail_file(scratch, index), photo->thumbnail) ? word_pair : word_unwritable;
}

// Every `step`-th picture is one worker's; when its child dies, the next child begins behind the picture it died of.
class Worker {
public:
    Worker(const std::vector<MediaSource>& media, const fs::path& scratch, const PhotoLimits& limits, std::size_t first,
           std::size_t step)
        : media_(&media), scratch_(&scratch), limits_(&limits), next_(first), step_(step) {}

    bool done() const { return next_ >= media_->size(); }
    int pipe() const { return child_->pipe(); }
    void start() {
        heard_.clear();
        const auto first = next_;
        child_.emplace(ChildLimits{limits_->memory, 0}, [this, first](int pipe) {
            for (auto index = first; index < media_->size(); index += step_) {
                ::alarm(limits_->seconds); // ends this child when one picture takes so long
                const auto said = std::to_string(index) + " " + prepare_one((*media_)[index], index, *scratch_) + "\n";
                if (!write_all(pipe, said)) return false;
            }
            return true;
        });
    }
    // Reads what the child said; `hear(index, word, why)` for every picture that is over.
    template <class Hear>
    void listen(const Hear& hear) {
        char part[4096];
        const auto count = ::read(pipe(), part, sizeof part);
        if (count < 0 && errno == EINTR) return;
        if (count > 0) {
            heard_.append(part, static_cast<std::size_t>(count));
            for (auto end = heard_.find('\n'); end != std::string::npos; end = heard_.find('\n')) {
                take_line(heard_.substr(0, end), hear);
                heard_.erase(0, end + 1);
            }
            return;
        }
        const auto why = child_->end();
        child_.reset();
        if (done()) return;
        hear(next_, std::string(word_bad), why.empty() ? "the decoder said nothing" : why);
        next_ += step_;
        if (!done()) start();
    }

private:
    // A child that talks nonsense has been taken over by its picture: its next line must be about that picture.
    template <class Hear>
    void take_line(const std::string& line, const Hear& hear) {
        std::istringstream words(line);
        std::size_t index = 0;
        std::string word;
        std::string why;
        words >> index >> word;
        std::getline(words >> std::ws, why);
        if (done() || index != next_) return;
        hear(index, word, why);
        next_ += step_;
    }

    const std::vector<MediaSource>* media_;
    const fs::path* scratch_;
    const PhotoLimits* limits_;
    std::size_t next_;
    std::size_t step_;
    std::optional<ChildProcess> child_;
    std::string heard_;
};

// What became of each picture.
struct Outcome {
    std::string word;
    std::string why;
};

void listen_to_all(std::vector<Worker>& workers, std::vector<Outcome>& outcomes,
                   const std::function<void(std::size_t)>& told) {
    std::size_t done = 0;
    const auto hear = [&](std::size_t index, const std::string& word, const std::string& why) {
        outcomes[index] = {word, why};
        told(++done);
    };
    for (auto& worker : workers)
        if (!worker.done()) worker.start();
    for (;;) {
        std::vector<pollfd> waiting;
        std::vector<Worker*> running;
        for (auto& worker : workers)
            if (!worker.done()) {
                waiting.push_back({worker.pipe(), POLLIN, 0});
                running.push_back(&worker);
            }
        if (running.empty()) return;
        if (::poll(waiting.data(), waiting.size(), -1) < 0) continue; // a signal
        for (std::size_t i = 0; i < running.size(); ++i)
            if (waiting[i].revents != 0) running[i]->listen(hear);
    }
}

} // namespace

Result<PreparedMedia> prepare_media(const std::vector<MediaSource>& media, const fs::path& scratch, std::size_t workers,
                                    const std::function<void(std::size_t)>& told, const PhotoLimits& limits) {
    std::vector<Outcome> outcomes(media.size());
    try {
        std::vector<Worker> all;
        const auto count = std::max<std::size_t>(1, workers);
        for (std::size_t first = 0; first < count; ++first)
            all.emplace_back(media, scratch, limits, first, count);
        listen_to_all(all, outcomes, told);
    } catch (const std::runtime_error& problem) {
        return fail(ErrorKind::refused, "error.import_stopped", {{"file", "media"}}, problem.what());
    }
    PreparedMedia prepared;
    for (std::size_t index = 0; index < media.size(); ++index) {
        const auto& [word, why] = outcomes[index];
        const auto& name = media[index].name;
        if (word == word_unwritable) return cannot_write(display_file(scratch, index));
        if (word == word_drawing)
            prepared.media.push_back(media[index]);
        else if (word == word_photo || word == word_pair)
            prepared.media.push_back({name, display_file(scratch, index)});
        else
            prepared.problems.push_back(
                {Severity::error, "media/" + name, 0, "", "", "import.media_broken", {{"why", why}}});
        if (word == word_pair) prepared.media.push_back({thumbnail_name(name), thumbnail_file(scratch, index)});
    }
    return prepared;
}

} // namespace ocop
