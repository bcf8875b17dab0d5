// The storage thread's commands about people and their PINs.
#include "kiosk/app/storage_thread.h"

#include <utility>

namespace ocop::kiosk {

void StorageThread::carry_out(SignIn& command) {
    auto tried = till_.try_pin(command.staff, command.pin);
    if (!tried) return post(Refused{Asked::sign_in, std::move(tried.error())});
    if (!tried->right) return post(WrongPin{command.staff, tried->attempts_left, tried->locked_until});
    for (auto member : till_.staff()) {
        if (member.id != command.staff) continue;
        member.pin_hash.clear();
        post(SignedIn{std::move(member)});
    }
}

void StorageThread::answer_new_pin(const StaffId& staff, Result<PinTry> tried) {
    if (!tried) return post(Refused{Asked::new_pin, std::move(tried.error())});
    if (!tried->right) return post(PinNotChanged{tried->attempts_left, tried->locked_until});
    post(PinChanged{staff});
    post_hub_state();
}

void StorageThread::carry_out(ChangePin& command) {
    answer_new_pin(command.staff, till_.change_pin(command.staff, command.old, command.fresh));
}

void StorageThread::carry_out(ResetPin& command) {
    answer_new_pin(command.staff, command.manager.empty()
                                      ? till_.recover_pin(command.staff, command.proof, command.fresh)
                                      : till_.reset_pin(command.staff, command.manager, command.proof, command.fresh));
}

} // namespace ocop::kiosk
