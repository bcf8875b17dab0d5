// What is wrong with a frame, found in what it registered and wrote: targets too small, overlapping, unnamed or off the
// screen; text that does not fit, lies over other text or off the screen; missing letters; contrast.
#pragma once

#include "kiosk/ui/ui.h"

#include <string>
#include <vector>

namespace ocop::test {

inline constexpr double least_contrast = 4.5; // WCAG 1.4.3, for text of every size: kiosks are read from 1.5 m

// One sentence per fault of the last whole frame of `state`, whose text log was on; empty when all is well. Visitors
// also need buttons beside whatever is longer than its room, and in the low-reach layout all controls down there.
std::vector<std::string> faults_of_frame(const kiosk::UiState& state, const kiosk::FrameOptions& options);

// Gathers the faults of many frames: the same fault in many looks is one line that names the first of them.
class LintReport {
public:
    void add(const std::string& screen, const std::string& look, const std::vector<std::string>& faults);
    bool empty() const { return lines_.empty(); }
    std::size_t count() const { return lines_.size(); }
    std::string text() const; // "story/long names: text does not fit: … (en, largest text, 1366x768 and 3 more)"

private:
    struct Line {
        std::string screen;
        std::string fault;
        std::string look;
        int more = 0;
    };
    std::vector<Line> lines_;
};

} // namespace ocop::test
