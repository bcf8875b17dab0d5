#include "kiosk/platform/input_queue.h"

namespace ocop::kiosk {
namespace {

using EventKind = InputEvent::Kind;

void append_utf8(std::string& text, char32_t c) {
    const auto byte = [&](char32_t value) { text += static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
}

// Whether an event must wait for the next frame, given what this frame has been dealt already.
struct Dealt {
    bool key = false;
    bool character = false;
    bool move = false;
    bool button = false;

    bool must_wait(const InputEvent& event) const {
        switch (event.kind) {
        case EventKind::character:
            return key;
        case EventKind::key:
            return key || character;
        case EventKind::move:
            return button;
        case EventKind::button:
            return button || move;
        case EventKind::wheel:
            return false;
        }
        return false;
    }
};

} // namespace

void InputQueue::tap(Point at) {
    push({EventKind::button, at, true, 0, 0, Key::enter, false});
    push({EventKind::button, at, false, 0, 0, Key::enter, false});
}

void InputQueue::press_key(Key key) {
    push({EventKind::key, {}, true, 0, 0, key, false});
    push({EventKind::key, {}, false, 0, 0, key, false});
}

void InputQueue::type(std::u32string_view text) {
    for (const char32_t c : text)
        push({EventKind::character, {}, false, 0, c, Key::enter, false});
}

InputFrame InputQueue::take() {
    InputFrame frame;
    if (park_next_ && !down_) position_ = {-1e9f, -1e9f};
    park_next_ = false;
    Dealt dealt;
    while (!events_.empty() && !dealt.must_wait(events_.front())) {
        const auto event = events_.front();
        events_.pop_front();
        switch (event.kind) {
        case EventKind::move:
            dealt.move = true;
            // A finger that is not on the glass points at nothing.
            if (down_) position_ = event.position;
            break;
        case EventKind::button:
            dealt.button = true;
            position_ = event.position;
            if (down_ && !event.down) park_next_ = true;
            down_ = event.down;
            break;
        case EventKind::wheel:
            frame.wheel += event.wheel;
            break;
        case EventKind::character:
            dealt.character = true;
            append_utf8(frame.typed, event.character);
            break;
        case EventKind::key:
            dealt.key = true;
            shift_ = event.shift;
            frame.keys.emplace_back(event.key, event.down);
            break;
        }
    }
    frame.pointer = position_;
    frame.down = down_;
    frame.shift = shift_;
    return frame;
}

} // namespace ocop::kiosk
