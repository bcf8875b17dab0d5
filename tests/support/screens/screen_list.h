// All screens of the kiosk, each with the states that show what it can look like. Layout checks and golden pictures are
// generated from this list.
//
// A new page: its enumerator gets a case in visitor_screens.cpp or staff_screens.cpp; without one they do not compile.
// A new state: one more line in that case, a name and what the session is like. A field that scrolls: see scrolls_of().
#pragma once

#include "kiosk/till/staff_context.h"
#include "kiosk/ui/ui.h"
#include "kiosk/visitor/visitor_session.h"
#include "tests/support/screens/showroom.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ocop::test {

// When the first frame of a listed screen is drawn; attract is at its first slide then.
inline constexpr Monotonic shown_at{128'000};

struct VisitorState {
    std::string name;
    // Changes a session that stands on the page; `shown_at` is now.
    std::function<void(kiosk::Session&, const Showroom&)> arrange = [](kiosk::Session&, const Showroom&) {};
    std::int64_t wait = 0;     // ms that pass without anybody touching anything
    bool nobody_there = false; // so long that it asks
    bool empty_booth = false;  // nothing in the catalogue
};
struct StaffState {
    std::string name;
    std::function<void(kiosk::StaffSession&, const Showroom&)> arrange = [](kiosk::StaffSession&, const Showroom&) {};
    kiosk::PaperDesk paper = {};
    kiosk::DeviceDesk devices = {};
    bool training = false; // the open shift, and the one that waits, are to learn with
};

template <class State>
struct States {
    std::string page; // how the screen is called here
    std::vector<State> all = {};
};
States<VisitorState> states_of(kiosk::Page page);
States<VisitorState> states_of(kiosk::VisitorSheet sheet);
States<StaffState> states_of(kiosk::StaffPage page);
// What the customer sees in states of the till.
States<StaffState> customer_states();

// Everything of a session that scrolls, so that what lies below the edge is looked at as well.
std::vector<kiosk::ScrollState*> scrolls_of(kiosk::Session& session);
std::vector<kiosk::ScrollState*> scrolls_of(kiosk::StaffSession& session);

// How a visitor has set the screen; staff have the language alone.
struct Look {
    std::string language = "vi";
    kiosk::TextSize text_size = kiosk::TextSize::normal;
    bool high_contrast = false;
    bool low_reach = false;
    std::string words() const; // "en, largest text, high contrast"
};

// A screen in one state and look, alive.
class ShownScreen {
public:
    virtual ~ShownScreen() = default;
    virtual void prepare(kiosk::FrameOptions& options) const = 0; // as the application does, before each frame
    virtual void draw(kiosk::Ui& ui) = 0;
    virtual std::int64_t wait() const { return 0; } // ms to pass between its first frame and what it shows
    // Moves everything that scrolls on by most of a screen; false: all was at its end.
    virtual bool scroll_on() = 0;
};

enum class Seat { visitor, staff };

struct ListedScreen {
    std::string name; // "story/long names", "payment/short"
    Seat seat = Seat::visitor;
    std::function<std::unique_ptr<ShownScreen>(const Look&)> open;
};
const std::vector<ListedScreen>& listed_screens();
const ListedScreen& listed_screen(std::string_view name);

} // namespace ocop::test
