#include "kiosk/app/guided_demo.h"

#include <ostream>
#include <string>

namespace ocop::kiosk {
namespace {

tl::unexpected<Error> lost(const std::string& step) {
    return fail(ErrorKind::refused, "error.demo_lost", {{"step", step}});
}

struct Player {
    Application& application;
    const std::filesystem::path& folder;
    std::ostream& out;

    // The first target whose name begins so and that can be touched.
    std::string first(const std::string& beginning) const {
        for (const auto& target : application.ui().targets.shown().targets())
            if (target.visible() && target.enabled && target.name.compare(0, beginning.size(), beginning) == 0)
                return target.name;
        return beginning;
    }

    // A product on the screen whose story is told in the demo catalogue, else any.
    std::string product_with_story() const {
        for (const char* sku : {"OC008", "OC083", "OC079", "OC066", "OC001"}) {
            auto name = first(std::string("product/") + sku);
            if (application.ui().targets.shown().find(name) != nullptr) return name;
        }
        return "product/";
    }

    Result<> tap(const std::string& beginning) const {
        if (!application.settle()) return lost(beginning);
        if (!application.tap(first(beginning))) return lost(beginning);
        if (!application.settle()) return lost(beginning);
        return {};
    }

    Result<> picture(const std::string& name) const {
        if (!application.settle()) return lost(name);
        OCOP_TRY(application.save_frame(folder / (name + ".png")));
        out << name << ".png" << std::endl;
        return {};
    }

    Result<> type_digits(const std::string& pad, const std::string& digits) const {
        for (const char digit : digits)
            OCOP_TRY(tap(pad + "/" + digit));
        return {};
    }
};

Result<> play_visitor(const Player& player) {
    OCOP_TRY(player.picture("01-attract"));
    OCOP_TRY(player.tap("attract.start"));
    OCOP_TRY(player.picture("02-browse"));
    OCOP_TRY(player.tap("bar.products"));
    OCOP_TRY(player.picture("03-product-list"));
    OCOP_TRY(player.tap("bar.places"));
    OCOP_TRY(player.picture("28-places-map"));
    OCOP_TRY(player.tap("bar.search"));
    OCOP_TRY(player.picture("06-search-keyboard"));
    OCOP_TRY(player.tap("bar.home"));
    OCOP_TRY(player.tap(player.product_with_story()));
    return player.picture("04-product-story");
}

Result<> play_sale(const Player& player) {
    OCOP_TRY(player.picture("09-staff-pin"));
    OCOP_TRY(player.tap("pin.person.hanh"));
    OCOP_TRY(player.type_digits("pin", "102030"));
    if (player.application.staff().page == StaffPage::open_shift) {
        OCOP_TRY(player.tap("note.100000"));
        OCOP_TRY(player.type_digits("count", "3"));
        OCOP_TRY(player.tap("note.20000"));
        OCOP_TRY(player.type_digits("count", "10"));
        OCOP_TRY(player.picture("10-open-shift"));
        OCOP_TRY(player.tap("open.confirm"));
    }
    player.application.scan("2900000010000");
    OCOP_TRY(player.tap("tile."));
    player.application.scan("2900000010000");
    OCOP_TRY(player.picture("11-selling"));
    OCOP_TRY(player.tap("order.cash"));
    OCOP_TRY(player.tap("tender.2"));
    OCOP_TRY(player.picture("12-payment-cash"));
    OCOP_TRY(player.tap("pay.finish"));
    OCOP_TRY(player.picture("14-sale-done"));
    if (player.application.change_shown().empty()) return lost("change");
    OCOP_TRY(player.tap("done.next"));
    OCOP_TRY(player.tap("rail.shift"));
    OCOP_TRY(player.picture("16-shift"));
    OCOP_TRY(player.tap("shift.pull"));
    OCOP_TRY(player.tap("pull/do"));
    OCOP_TRY(player.tap("note.100000"));
    OCOP_TRY(player.type_digits("count", "9"));
    OCOP_TRY(player.picture("16-close-shift"));
    OCOP_TRY(player.tap("close.compare"));
    return player.picture("16-compare");
}

} // namespace

Result<> play_guided_demo(Application& application, const std::filesystem::path& folder, std::ostream& out) {
    const Player player{application, folder, out};
    if (application.side() == Side::visitor) return play_visitor(player);
    return play_sale(player);
}

} // namespace ocop::kiosk
