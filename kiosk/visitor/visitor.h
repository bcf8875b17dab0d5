// The visitor's half of the kiosk: draws the current screen with bar, sheets and notices, applies what was touched, and
// starts over when nobody is there. Knows nothing of staff, carts or databases. UI thread.
#pragma once

#include "kiosk/visitor/idle.h"
#include "kiosk/visitor/search_results.h"
#include "kiosk/visitor/usage_watch.h"
#include "kiosk/visitor/visitor_context.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ocop::kiosk {

class Visitor {
public:
    // `language`: what every session begins in.
    explicit Visitor(std::string language = "vi") : language_(std::move(language)) { session_.language = language_; }

    // A pick-up code for a basket; answered with give_code() or refuse_code() of the same visit.
    struct CodeRequest {
        std::uint64_t visit = 0;
        std::vector<BasketLine> lines;
        std::string code; // that this visitor has already, empty when none
    };

    // What the app should know of a frame.
    struct Outcome {
        bool open_staff = false;         // the mark was held
        std::optional<SessionEnd> ended; // the session was replaced in this frame
        std::optional<Sku> opened_story; // a product was opened in this frame
        struct Sent {
            std::uint64_t number = 0; // for enquiry_saved and enquiry_refused
            Enquiry enquiry;          // without an id
        };
        std::optional<Sent> enquiry; // was sent in this frame: to be stored
        std::optional<CodeRequest> wants_code;
    };

    // How the next frame is to be drawn: language, text size, contrast and motion of this session. `options.language`
    // is left alone when `languages` lacks the session's.
    void prepare(FrameOptions& options, const std::vector<const Language*>& languages) const;

    Outcome draw(Ui& ui, const VisitorContext& context);

    // A staff member came or went: nothing of the visitor before stays.
    void reset(Monotonic now);

    // What became of an enquiry. Nothing happens when its visitor has left the form by now.
    void enquiry_saved(std::uint64_t number);
    void enquiry_refused(std::uint64_t number, Error error);

    // Counts of what visitors did, to be stored: see UsageWatch.
    UsageWatch& usage() { return usage_; }
    // `qr_text`: what a till loads the basket from. An answer that comes after its visitor has gone changes nothing.
    void give_code(std::uint64_t visit, const Basket& basket, const std::string& qr_text, Monotonic until);
    void refuse_code(std::uint64_t visit, const Error& error);

    // The view handed to draw() was replaced: nothing made from the old one is used again.
    void view_changed() {
        made_ = {};
        found_ = {};
    }

    const Session& session() const { return session_; }
    // Goes on from this session, for the checks and pictures of every screen.
    void show(Session session) { session_ = std::move(session); }

private:
    void begin_session(Monotonic now);
    void draw_page(Ui& ui, const VisitorContext& context, Intents& intents);
    void draw_notice(Ui& ui, const VisitorContext& context, Intents& intents);
    void draw_idle(Ui& ui, Intents& intents, Outcome& outcome);
    void count(const VisitorContext& context, const Session& before, const Intent& intent, const Outcome& outcome,
               Monotonic now);
    void apply_all(Ui& ui, const VisitorContext& context, const Intents& intents, Outcome& outcome);
    const Listing& listing(const VisitorContext& context);
    const SearchResults& found(const VisitorContext& context, const Language& language);
    int words_to_read(Ui& ui, const VisitorContext& context) const;

    std::string language_;
    Session session_;
    std::uint64_t visit_ = 0; // counts sessions
    IdleWatch idle_;
    UsageWatch usage_;
    std::uint64_t enquiries_ = 0; // sent since the program started
    std::int64_t idle_limit_ = idle_after;
    std::optional<Monotonic> asked_at_;

    // The list for the filters it was made with, kept while nothing changes.
    struct MadeListing {
        const VisitorView* view = nullptr;
        Filters filters;
        Listing listing;
    };
    MadeListing made_;

    // The same for what was looked for.
    struct MadeResults {
        const VisitorView* view = nullptr;
        std::string typed;
        std::string language;
        SearchResults results;
    };
    MadeResults found_;
};

} // namespace ocop::kiosk
