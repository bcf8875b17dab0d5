#include "kiosk/app/customer_display.h"

#include "kiosk/platform/screenshot.h"

#include <algorithm>
#include <utility>

namespace ocop::kiosk {

Result<std::unique_ptr<CustomerDisplay>> CustomerDisplay::open(const DisplayPlace& place, const Bake& bake) {
    std::unique_ptr<CustomerDisplay> display(new CustomerDisplay);
    OCOP_TRY_ASSIGN(display->window_, DisplayWindow::open(place));
    const auto [width, height] = display->window_->size();
    display->scale_ = Scale::of(static_cast<float>(width), static_cast<float>(height), 0);
    OCOP_TRY_ASSIGN(auto fonts, bake(display->scale_.s));
    display->host_ = std::make_unique<ImguiHost>(std::move(fonts));
    return display;
}

void CustomerDisplay::replace_fonts(const Bake& bake) {
    if (auto fonts = bake(scale_.s)) host_->replace_fonts(std::move(*fonts));
}

void CustomerDisplay::frame(const CustomerContext& context, const Language& language, Monotonic now) {
    if (window_->take_exposed()) host_->draw_anew();
    if (ui_.wake_at && *ui_.wake_at <= now) ui_.wake_at.reset();
    FrameOptions options;
    options.language = &language;
    options.now = now;
    options.scale = scale_;
    options.audience = Audience::visitor;
    options.reduced_motion = true;
    const float seconds =
        last_frame_ ? static_cast<float>(now.milliseconds - last_frame_->milliseconds) / 1000.0f : 0.016f;
    last_frame_ = now;
    host_->frame(ui_, options, InputFrame{}, std::clamp(seconds, 0.001f, 0.25f),
                 [&](Ui& ui) { draw_customer(ui, context); });
    if (!save_next_.empty()) host_->draw_anew(); // nothing is in the back buffer
    const auto width = static_cast<int>(scale_.width);
    const auto height = static_cast<int>(scale_.height);
    window_->present([&] {
        const bool changed = !host_->draw(width, height, false).empty();
        if (!save_next_.empty()) saved_ = save_screenshot(width, height, std::exchange(save_next_, {}));
        return changed;
    });
}

} // namespace ocop::kiosk
