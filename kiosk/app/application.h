// The kiosk put together: window, storage thread, pictures, and the two halves, visitors' and staff's. UI thread.
#pragma once

#include "kiosk/app/crash_guard.h"
#include "kiosk/app/customer_display.h"
#include "kiosk/app/frame_figures.h"
#include "kiosk/app/options.h"
#include "kiosk/app/stop_signal.h"
#include "kiosk/app/storage_thread.h"
#include "kiosk/app/sync_thread.h"
#include "kiosk/automation/automation_socket.h"
#include "kiosk/devices/print_thread.h"
#include "kiosk/media/texture_cache.h"
#include "kiosk/platform/frame_pace.h"
#include "kiosk/platform/imgui_host.h"
#include "kiosk/platform/watchdog.h"
#include "kiosk/platform/window.h"
#include "kiosk/till/staff_side.h"
#include "kiosk/visitor/visitor.h"
#include "pos/text/language.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ocop::kiosk {

enum class Side { visitor, staff };

class Application {
public:
    // Opens data, window and fonts. Fails with what the person at the machine can do something about.
    static Result<std::unique_ptr<Application>> open(const KioskOptions& options, Clock& clock, Randomness& randomness);
    // Hands over what was counted and ends the threads. Unless an exception is on its way, this end counts as wanted.
    ~Application();

    // Until the window is closed.
    void run();

    // One turn of the loop: takes answers, draws a frame if one is wanted, else waits at most `longest` ms. For the
    // guided demo and tests.
    void turn(std::int64_t longest);
    // Turns until nothing moves and nothing is awaited; false when that took too long.
    bool settle();
    // Draws all of the next frame again, whatever changed. For tests.
    void redraw();

    // As a finger does, on a target of the last frame; false when there is none that can be touched.
    bool tap(std::string_view target);
    // Presses on a target, moves by so many px downwards in `steps` frames and lets go.
    bool drag(std::string_view target, float by, int steps);
    void scan(const std::string& code); // as a scanner's keys do, whatever has focus
    void type(std::string_view text);   // UTF-8, as a keyboard does
    void close();                       // ends run()
    bool closing() const;
    // The next presented frame goes into this file as well.
    Result<> save_frame(const std::filesystem::path& file);

    Side side() const { return side_; }
    const StaffSession& staff() const { return staff_.session(); }
    const Session& visitor() const { return visitor_.session(); }
    // After a third crash in five minutes: visitors see one built-in page, and the hub is left alone.
    bool safe_content() const { return crash_guard_ && crash_guard_->safe_content(); }
    // Of the catalogue on the screen; empty before the first one.
    std::string release() const { return snapshot_->catalogue->release().text(); }
    // A command beside the kiosk brought a change that is put off until nobody is busy.
    bool change_waits() const { return waits_.has_value(); }
    const UiState& ui() const { return ui_; }
    const PaperDesk& paper() const { return paper_; }
    // The customer display's next frame goes into this file as well; not_found without one.
    Result<> save_display(const std::filesystem::path& file);
    const FrameFigures& figures() const { return figures_; }
    const TextureCache& pictures() const { return *pictures_; }
    // The sale whose change the last presented frame showed.
    const std::string& change_shown() const { return change_shown_; }
    // Called after the frame that first shows a sale's change was presented.
    void on_change_shown(std::function<void(const std::string& sale)> tell) { tell_change_shown_ = std::move(tell); }

private:
    Application(const KioskOptions& options, Clock& clock, Randomness& randomness, std::filesystem::path assets);
    Result<> bake_fonts();
    void take_answers();
    void take_handed_over();
    void take(const StorageAnswer& answer);
    void take(const PaperChanged& paper);
    void take(const PrintWanted& wanted);
    void take(const DevicesFound& found);
    Result<> open_display();
    void draw_display();
    void draw_display_when_due();
    std::int64_t display_wait(std::int64_t longest) const;
    CustomerDisplay::Bake display_fonts() const;
    const VisitorView& visitor_view();
    void ask_printer(const StaffSide::Outcome& outcome);
    void take_printer_health();
    void asked_for_paper(const StorageCommand& command);
    bool nobody_is_busy() const;
    void show_snapshot(std::shared_ptr<const TillSnapshot> snapshot);
    void start_sync();
    void frame();
    void present(int width, int height, FrameFigures::Moment began);
    void draw(Ui& ui);
    void draw_visitor(Ui& ui);
    void draw_staff(Ui& ui);
    void hand_over_usage();
    FrameOptions frame_options() const;

    StopSignal stop_signal_; // first: before any other thread
    KioskOptions options_;
    Clock* clock_;
    Randomness* randomness_;
    std::filesystem::path assets_;
    DataDirectory directory_;
    std::optional<CrashGuard> crash_guard_; // once this program holds the data directory
    std::vector<Language> languages_;
    std::vector<const Language*> language_list_;
    std::vector<OfferedLanguage> offered_; // what visitors can choose here
    const Language* staff_language_ = nullptr;

    std::unique_ptr<Window> window_;
    std::unique_ptr<StorageThread> storage_;
    Mailbox<PrinterHealth> printer_health_;
    std::unique_ptr<PrintThread> printing_; // ends before the storage thread
    std::unique_ptr<SyncThread> sync_;      // ends before the storage thread; none in safe content
    std::unique_ptr<ImguiHost> host_;
    std::unique_ptr<CustomerDisplay> display_; // ends before the window
    std::unique_ptr<TextureCache> pictures_;
    std::unique_ptr<AutomationSocket> holder_; // where commands beside the kiosk ask; none: they are refused
    bool handed_over_ = false;                 // one is being written
    std::optional<std::string> waits_;         // one waits for the visitor to leave
    Watchdog watchdog_;
    FramePace pace_;
    UiState ui_;
    Scale scale_;
    std::string baked_for_; // the language whose script the fonts hold

    Side side_ = Side::visitor;
    Visitor visitor_;
    StaffSide staff_;
    std::shared_ptr<const TillSnapshot> snapshot_;
    HubState hub_;
    PaperDesk paper_;
    DeviceDesk devices_;
    std::unique_ptr<VisitorView> visitor_view_;
    std::unique_ptr<TillView> till_view_;
    Day view_day_;
    FrameFigures figures_;
    std::string change_shown_;
    std::function<void(const std::string&)> tell_change_shown_;
    std::filesystem::path save_next_;
    Result<> saved_;
    std::optional<Monotonic> last_frame_;
};

} // namespace ocop::kiosk
