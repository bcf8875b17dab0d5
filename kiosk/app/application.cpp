#include "kiosk/app/application.h"

#include "kiosk/app/font_request.h"
#include "kiosk/app/handed_over.h"
#include "kiosk/platform/screenshot.h"
#include "kiosk/visitor/safe_slide.h"
#include "pos/base/asset_root.h"
#include "pos/catalogue/release.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <iostream>
#include <utility>

namespace ocop::kiosk {
namespace {

constexpr std::int64_t first_answer_limit = 20'000; // ms of real time

bool same_scale(const Scale& a, const Scale& b) {
    return a.width == b.width && a.height == b.height;
}

} // namespace

Application::Application(const KioskOptions& options, Clock& clock, Randomness& randomness,
                         std::filesystem::path assets)
    : stop_signal_(&Window::wake), options_(options), clock_(&clock), randomness_(&randomness),
      assets_(std::move(assets)), directory_(DataDirectory::choose(options.data)),
      side_(options.start == StartAt::till ? Side::staff : Side::visitor), visitor_(options.language),
      staff_(randomness) {}

Application::~Application() {
    if (crash_guard_ && std::uncaught_exceptions() == 0) crash_guard_->ended();
    if (!storage_) return; // it was never opened
    while (auto last = visitor_.usage().take_all())
        storage_->ask(CountUsage{last->hour, std::move(last->counts)});
}

Result<std::unique_ptr<Application>> Application::open(const KioskOptions& options, Clock& clock,
                                                       Randomness& randomness) {
    OCOP_TRY_ASSIGN(auto assets, find_asset_root());
    std::unique_ptr<Application> app(new Application(options, clock, randomness, std::move(assets)));
    app->languages_.reserve(known_languages.size());
    for (const auto& known : known_languages) {
        if (east_asian_face(known.code) && !east_asian_fonts_installed()) continue;
        // English stands in for what a translation lacks.
        const Language* fallback = known.reviewed ? nullptr : &app->languages_[1];
        OCOP_TRY_ASSIGN(auto language, Language::load(app->assets_, known.code, fallback));
        app->languages_.push_back(std::move(language));
        app->offered_.push_back(known);
    }
    for (const auto& language : app->languages_) {
        app->language_list_.push_back(&language);
        if (language.code() == options.language) app->staff_language_ = &language;
    }
    app->staff_.write_journal_in(app->languages_.front()); // Vietnamese
    OCOP_TRY_ASSIGN(auto till, Till::open(app->directory_, "ocop-kiosk", clock, randomness));
    app->crash_guard_.emplace(app->directory_.crashes(), clock.now());
    OCOP_TRY_ASSIGN(app->window_, Window::open({options.size, "OCOP"}, clock));
    const auto catalogue = till.catalogue();
    app->storage_ = std::make_unique<StorageThread>(std::move(till), clock, randomness, &Window::wake);
    // The first snapshot is posted at once; without it there is nothing to draw.
    while (!app->snapshot_) {
        auto answer = app->storage_->wait_answer(std::chrono::milliseconds(first_answer_limit));
        if (!answer) return fail(ErrorKind::storage, "error.storage", {}, "the storage thread does not answer");
        app->take(*answer);
    }
    OCOP_TRY(app->bake_fonts());
    OCOP_TRY(app->open_display());
    auto* self = app.get();
    app->pictures_ = std::make_unique<TextureCache>(
        [self](std::string_view media) -> std::optional<std::filesystem::path> {
            const auto found = self->snapshot_->media->find(std::string(media));
            if (found == self->snapshot_->media->end()) return std::nullopt;
            return blob_path(self->directory_, found->second);
        },
        &Window::wake,
        [self](std::string_view media, const Error& why) { // for the log; the screen shows a drawing instead
            std::cerr << "ocop-kiosk: " << media << ": " << self->staff_language_->sentence(why) << std::endl;
        });
    app->window_->on_scan([self](const std::string& code) {
        self->devices_.last_scan = self->clock_->now();
        if (self->side_ == Side::staff) self->staff_.scan(code);
    });
    if (!app->safe_content()) app->start_sync();
    if (auto holder = AutomationSocket::listen(app->directory_.holder_socket(), &Window::wake))
        app->holder_ = std::move(*holder);
    app->watchdog_.ready();
    return app;
}

void Application::start_sync() {
    sync_ = std::make_unique<SyncThread>(directory_, *storage_, *clock_, *randomness_);
}

Result<> Application::bake_fonts() {
    const auto [width, height] = window_->size();
    scale_ = Scale::of(static_cast<float>(width), static_cast<float>(height), window_->px_per_mm());
    const auto request =
        font_request(assets_ / "fonts", scale_.s, language_list_, *snapshot_->catalogue, snapshot_->staff, baked_for_);
    OCOP_TRY_ASSIGN(auto fonts, Fonts::bake(request));
    if (host_)
        host_->replace_fonts(std::move(fonts));
    else
        host_ = std::make_unique<ImguiHost>(std::move(fonts));
    return {};
}

void Application::show_snapshot(std::shared_ptr<const TillSnapshot> snapshot) {
    const bool other_release = snapshot_ && snapshot_->catalogue != snapshot->catalogue;
    snapshot_ = std::move(snapshot);
    view_day_ = day_of(clock_->now());
    visitor_view_.reset(); // made again when a visitor is there to see it
    visitor_.view_changed();
    till_view_ = std::make_unique<TillView>(snapshot_);
    if (!other_release || !pictures_) return;
    pictures_->forget_all();
    visitor_.reset(clock_->monotonic());
    static_cast<void>(bake_fonts().has_value()); // names may need other letters; the old fonts stay when it fails
    if (display_) display_->replace_fonts(display_fonts());
}

void Application::take(const StorageAnswer& answer) {
    if (const auto* snapshot = std::get_if<std::shared_ptr<const TillSnapshot>>(&answer))
        show_snapshot(*snapshot);
    else if (const auto* hub = std::get_if<HubState>(&answer)) {
        if (sync_ && hub->unsent > hub_.unsent) sync_->poke(); // it is on the disk now, so it can be sent
        hub_ = *hub;
    } else if (const auto* paper = std::get_if<PaperChanged>(&answer)) {
        take(*paper);
    } else if (const auto* wanted = std::get_if<PrintWanted>(&answer)) {
        take(*wanted);
    } else if (const auto* found = std::get_if<DevicesFound>(&answer)) {
        take(*found);
    } else if (const auto* done = std::get_if<HandedOverDone>(&answer)) {
        handed_over_ = false;
        if (holder_) holder_->send(done->answer);
    } else if (const auto* saved = std::get_if<LeadSaved>(&answer)) {
        visitor_.enquiry_saved(saved->number);
    } else if (const auto* unsaved = std::get_if<LeadRefused>(&answer)) {
        visitor_.enquiry_refused(unsaved->number, unsaved->error);
    } else if (const auto* held = std::get_if<BasketHeld>(&answer)) {
        visitor_.give_code(held->visit, held->basket, held->text, held->until);
    } else {
        const auto* refused = std::get_if<Refused>(&answer);
        if (refused != nullptr && refused->asked == Asked::hold_basket)
            visitor_.refuse_code(refused->visit, refused->error);
        if (refused != nullptr && refused->asked == Asked::paper) paper_.asked.clear();
        if (refused == nullptr || refused->asked != Asked::hold_basket ||
            refused->error.kind == ErrorKind::unknown_outcome) // selling stops whoever met it
            staff_.answer(answer, clock_->monotonic());
    }
}

// Between visits, with nothing on the counter: what is shown may become another catalogue.
bool Application::nobody_is_busy() const {
    const auto& staff = staff_.session();
    const bool counter_is_empty = staff.cart.empty() && !staff.waiting && staff.page != StaffPage::payment;
    return counter_is_empty && (side_ == Side::staff || visitor_.session().page == Page::attract);
}

void Application::take_answers() {
    while (const auto answer = storage_->answer()) {
        take(*answer);
        pace_.activity();
    }
    take_printer_health();
    if (day_of(clock_->now()) != view_day_) { // stars, seasons and the story of the day follow the calendar
        show_snapshot(snapshot_);
        pace_.activity();
    }
}

void Application::take_handed_over() {
    if (!holder_ || handed_over_) return;
    if (!waits_) waits_ = holder_->take();
    if (!waits_ || (changes_catalogue(*waits_) && !nobody_is_busy())) return;
    handed_over_ = storage_->ask(handed_over(*waits_));
    waits_.reset();
}

FrameOptions Application::frame_options() const {
    FrameOptions options;
    options.language = staff_language_;
    options.now = clock_->monotonic();
    options.scale = scale_;
    options.audience = Audience::till;
    if (side_ == Side::visitor) visitor_.prepare(options, language_list_);
    return options;
}

void Application::draw_visitor(Ui& ui) {
    const auto& booth = snapshot_->booth;
    const bool safe = safe_content();
    std::string event = booth.fair_name;
    if (!booth.booth_name.empty()) event += (event.empty() ? "" : " · ") + booth.booth_name;
    VisitorContext context{visitor_view(),  *pictures_, clock_->now(),
                           booth.shop_name, event,      window_->software_rendering()};
    context.search = snapshot_->search.get();
    context.languages = offered_;
    context.takes_enquiries = snapshot_->takes_enquiries;
    context.small_motion = window_->presents_areas();
    Visitor::Outcome outcome;
    if (safe)
        outcome.open_staff = draw_safe_slide(ui, context);
    else
        outcome = visitor_.draw(ui, context);
    if (outcome.opened_story) figures_.story_asked(std::chrono::steady_clock::now());
    if (outcome.enquiry) storage_->ask(RecordLead{outcome.enquiry->number, std::move(outcome.enquiry->enquiry)});
    if (outcome.wants_code)
        storage_->ask(HoldBasket{outcome.wants_code->visit, outcome.wants_code->lines, outcome.wants_code->code});
    hand_over_usage();
    if (!outcome.open_staff) return;
    staff_.begin(clock_->monotonic());
    visitor_.reset(clock_->monotonic());
    side_ = Side::staff;
    pace_.activity();
}

void Application::hand_over_usage() {
    while (auto due = visitor_.usage().take_due(hour_of(clock_->now()), clock_->monotonic()))
        storage_->ask(CountUsage{due->hour, std::move(due->counts)});
}

void Application::draw_staff(Ui& ui) {
    auto outcome =
        staff_.draw(ui, {*till_view_, *pictures_, hub_, clock_->now(), safe_content() ? crash_guard_->crashes() : 0,
                         sync_ ? sync_->clock_offset() : std::nullopt, paper_, devices_});
    ask_printer(outcome);
    for (auto& command : outcome.commands) {
        asked_for_paper(command);
        storage_->ask(std::move(command));
    }
    if (outcome.leave_safe_content && safe_content()) {
        crash_guard_->forget();
        visitor_view_.reset();
        start_sync();
    }
    if (!outcome.to_visitors) return;
    visitor_.reset(clock_->monotonic());
    side_ = Side::visitor;
    pace_.activity();
}

void Application::draw(Ui& ui) {
    if (side_ == Side::visitor)
        draw_visitor(ui);
    else
        draw_staff(ui);
}

void Application::frame() {
    const auto [width, height] = window_->size();
    if (width <= 0 || height <= 0)
        return pace_.frame_drawn(clock_->monotonic()); // minimised: there is nothing to draw on
    const auto scale = Scale::of(static_cast<float>(width), static_cast<float>(height), window_->px_per_mm());
    // A script's letters are baked when somebody reads it.
    const auto& spoken = visitor_.session().language;
    const bool other_script = east_asian_face(spoken) && spoken != baked_for_;
    if (other_script) baked_for_ = spoken;
    if (other_script || !same_scale(scale, scale_))
        static_cast<void>(bake_fonts().has_value()); // keeps the old fonts when it fails
    if (pictures_->collect()) {
        pace_.activity();
        host_->draw_anew(); // a new texture may have an old one's name
        if (display_) display_->draw_anew();
    }
    if (window_->take_exposed()) host_->draw_anew();
    const auto began = std::chrono::steady_clock::now(); // figures are of real time, whatever clock is handed in
    const auto now = clock_->monotonic();
    const float seconds =
        last_frame_ ? static_cast<float>(now.milliseconds - last_frame_->milliseconds) / 1000.0f : 0.016f;
    last_frame_ = now;
    const auto shown_before = staff_.change_shown(); // what this frame will draw
    if (window_->input().pending()) figures_.input_taken(began);
    host_->frame(ui_, frame_options(), window_->input().take(), std::clamp(seconds, 0.001f, 0.25f),
                 [&](Ui& ui) { draw(ui); });
    figures_.laid_out(began, std::chrono::steady_clock::now());
    present(width, height, began);
    draw_display();
    const auto shown = side_ == Side::staff ? shown_before : std::string();
    if (shown != change_shown_ && !shown.empty() && tell_change_shown_) tell_change_shown_(shown);
    change_shown_ = shown;
    watchdog_.alive();
    if (sync_) sync_->allow_release(nobody_is_busy());
    pace_.frame_drawn(now);
}

// Only what changed is drawn, and nothing is presented where the screen shows this frame already.
void Application::present(int width, int height, FrameFigures::Moment began) {
    const bool by_areas = window_->presents_areas();
    if (!save_next_.empty() && !by_areas) host_->draw_anew(); // nothing is in the back buffer
    const auto changed = host_->draw(width, height, by_areas);
    if (!save_next_.empty()) saved_ = save_screenshot(width, height, std::exchange(save_next_, {}));
    if (changed.empty()) {
        figures_.unchanged();
        return;
    }
    if (by_areas)
        window_->present(changed);
    else
        window_->present();
    figures_.presented(began, std::chrono::steady_clock::now(), !pictures_->busy());
}

void Application::turn(std::int64_t longest) {
    take_answers();
    take_handed_over();
    if (window_->take_activity()) pace_.activity();
    const auto now = clock_->monotonic();
    const bool pending = window_->input().pending();
    if (pace_.frame_wanted(ui_, pending, now)) {
        // A moment that has come is over once its frame is drawn; the frame asks for the next one.
        if (ui_.wake_at && *ui_.wake_at <= now) ui_.wake_at.reset();
        frame();
        window_->wait(0);
        return;
    }
    draw_display_when_due();
    window_->wait(display_wait(pace_.wait(ui_, pending, now, std::min(longest, watchdog_.longest_wait()))));
    if (pictures_->arrived()) pace_.activity();
    watchdog_.alive();
}

bool Application::closing() const {
    return window_->should_close() || stop_signal_.came();
}

void Application::run() {
    while (!closing())
        turn(watchdog_.longest_wait());
}

} // namespace ocop::kiosk
