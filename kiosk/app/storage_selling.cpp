// What selling asks of the storage thread beside the sale itself.
#include "kiosk/app/storage_thread.h"

#include <utility>

namespace ocop::kiosk {

void StorageThread::carry_out(SaveCarts& command) {
    if (auto saved = till_.save_carts(command.counter, command.parked); !saved)
        post(Refused{Asked::save_draft, std::move(saved.error())});
}

void StorageThread::carry_out(DropCart& command) {
    if (auto dropped = till_.drop_cart(command.cart, command.reason, command.staff); !dropped)
        return post(Refused{Asked::drop_cart, std::move(dropped.error())});
    post(CartDropped{command.cart.sale_id, till_.new_cart()});
    post_hub_state();
}

} // namespace ocop::kiosk
