// What StaffSide does about people who take over and about new PINs.
#include "kiosk/till/staff_side.h"

#include <utility>

namespace ocop::kiosk {
namespace {

constexpr std::int64_t left_alone = 300'000; // ms after which a till locks itself (design guide 5)

} // namespace

// The order stays. A customer who is paying is not left alone.
void StaffSide::lock_when_left(Ui& ui) {
    auto& touched = session_.touched;
    const auto& pointer = ui.pointer();
    const bool watched = session_.staff && session_.page != StaffPage::payment && !session_.waiting;
    if (!watched || touched == Monotonic{} || pointer.down || pointer.released || !ui.typed().empty() ||
        !scans_.empty())
        touched = ui.now();
    if (!watched) return;
    if (ui.now().milliseconds - touched.milliseconds >= left_alone) return begin(ui.now());
    ui.wake_at({touched.milliseconds + left_alone});
}

void StaffSide::leave_new_pin() {
    const bool own = session_.pin_desk.own;
    const auto whose = session_.pin_desk.whose;
    session_.pin_desk = {};
    session_.waiting = false;
    if (own && session_.staff) return go(StaffPage::shift);
    go(StaffPage::pin);
    session_.chosen = whose;
    session_.wrong_pin = false;
}

void StaffSide::ask_new_pin(Outcome& outcome) {
    auto& desk = session_.pin_desk;
    session_.waiting = true;
    if (desk.own)
        outcome.commands.emplace_back(ChangePin{desk.whose, desk.proof, desk.fresh});
    else
        outcome.commands.emplace_back(
            ResetPin{desk.whose, desk.manager, desk.manager.empty() ? desk.code.text : desk.proof, desk.fresh});
}

void StaffSide::press_new_pin(const PadPress& press, Outcome& outcome) {
    auto& desk = session_.pin_desk;
    desk.wrong = false;
    auto& digits = desk.step == PinStep::proof ? desk.proof : desk.step == PinStep::fresh ? desk.fresh : desk.again;
    digits = applied(digits, press, PadLayout::pin, pin_digits);
    if (digits.size() < pin_digits) return;
    if (desk.step == PinStep::proof) {
        desk.step = PinStep::fresh;
    } else if (desk.step == PinStep::fresh) {
        desk.mismatch = false;
        desk.step = PinStep::again;
    } else if (desk.again == desk.fresh) {
        ask_new_pin(outcome);
    } else {
        desk.mismatch = true;
        desk.fresh.clear();
        desk.again.clear();
        desk.step = PinStep::fresh;
    }
}

void StaffSide::apply_pin(const PinIntent& intent, Ui& ui, Outcome& outcome) {
    if (session_.waiting) return;
    auto& desk = session_.pin_desk;
    if (std::holds_alternative<OpenSwitch>(intent)) {
        if (!session_.staff) return;
        desk = {};
        desk.switching = true;
        desk.opened = ui.now();
        session_.chosen = StaffId();
        session_.pin.clear();
        session_.wrong_pin = false;
    } else if (std::holds_alternative<CloseSwitch>(intent)) {
        desk.switching = false;
        session_.pin.clear();
    } else if (std::holds_alternative<ChangeOwnPin>(intent)) {
        if (!session_.staff) return;
        desk = {};
        desk.own = true;
        desk.whose = session_.staff->id;
        desk.step = PinStep::proof;
        go(StaffPage::new_pin);
    } else if (std::holds_alternative<ForgotPin>(intent)) {
        if (session_.chosen.empty()) return say(ui, ui.text("till.pin.choose"), true);
        desk = {};
        desk.whose = session_.chosen;
        go(StaffPage::new_pin);
    } else if (const auto* chosen = std::get_if<ChooseProof>(&intent)) {
        desk.manager = chosen->manager;
        desk.step = PinStep::proof;
    } else if (const auto* pressed = std::get_if<PressNewPin>(&intent)) {
        press_new_pin(pressed->press, outcome);
    } else if (std::holds_alternative<ConfirmCode>(intent)) {
        if (!desk.code.text.empty()) desk.step = PinStep::fresh;
    } else if (std::holds_alternative<LeaveNewPin>(intent)) {
        leave_new_pin();
    }
}

bool StaffSide::answer_pin(const StorageAnswer& answer) {
    auto& desk = session_.pin_desk;
    const bool asked = session_.page == StaffPage::new_pin && session_.waiting;
    if (const auto* changed = std::get_if<PinChanged>(&answer)) {
        pins_changed_.push_back(changed->staff);
        if (asked) leave_new_pin();
    } else if (const auto* refused = std::get_if<PinNotChanged>(&answer)) {
        if (!asked) return true;
        session_.waiting = false;
        desk.wrong = true;
        desk.attempts_left = refused->attempts_left;
        desk.locked_until = refused->locked_until;
        desk.proof.clear();
        desk.fresh.clear();
        desk.again.clear();
        desk.step = PinStep::proof;
    } else if (const auto* error = std::get_if<Refused>(&answer); error != nullptr && error->asked == Asked::new_pin) {
        if (error->error.kind == ErrorKind::unknown_outcome) return false; // selling stops
        refused_.push_back(error->error);
        if (!asked) return true;
        session_.waiting = false;
        desk.fresh.clear();
        desk.again.clear();
        desk.step = PinStep::fresh;
    } else {
        return false;
    }
    return true;
}

void StaffSide::say_of_pins(Ui& ui, const StaffContext& context) {
    for (const auto& id : std::exchange(pins_changed_, {}))
        for (const auto& person : context.view.snapshot().staff)
            if (person.id == id) say(ui, ui.format("till.newpin.done", {{"name", person.name}}));
}

} // namespace ocop::kiosk
