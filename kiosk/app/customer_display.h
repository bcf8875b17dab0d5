// The customer display put together: window, fonts, frames. UI thread, the kiosk's context current.
#pragma once

#include "kiosk/platform/display_window.h"
#include "kiosk/platform/imgui_host.h"
#include "kiosk/till/customer_screen.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace ocop::kiosk {

class CustomerDisplay {
public:
    using Bake = std::function<Result<std::unique_ptr<Fonts>>(float scale)>;

    static Result<std::unique_ptr<CustomerDisplay>> open(const DisplayPlace& place, const Bake& bake);

    // Other products may need other letters. The old fonts stay when it fails.
    void replace_fonts(const Bake& bake);
    void draw_anew() { host_->draw_anew(); }
    // Draws a frame and presents it where it differs from what is shown.
    void frame(const CustomerContext& context, const Language& language, Monotonic now);
    // The next frame is wanted then, without anything having happened.
    std::optional<Monotonic> wake_at() const { return ui_.wake_at; }
    const Scale& scale() const { return scale_; }
    // The next frame goes into this file as well.
    void save_next(std::filesystem::path file) { save_next_ = std::move(file); }
    bool saving() const { return !save_next_.empty(); }
    const Result<>& saved() const { return saved_; }

private:
    CustomerDisplay() = default;
    std::unique_ptr<DisplayWindow> window_;
    std::unique_ptr<ImguiHost> host_;
    UiState ui_;
    Scale scale_;
    std::optional<Monotonic> last_frame_;
    std::filesystem::path save_next_;
    Result<> saved_;
};

} // namespace ocop::kiosk
