// Between the print thread and the storage thread: what must be on the disk is written there and waited for here.
#pragma once

#include "kiosk/app/mailbox.h"
#include "kiosk/app/storage_thread.h"
#include "kiosk/devices/print_thread.h"

#include <functional>

namespace ocop::kiosk {

// The storage thread and the mailbox outlive the print thread. `wake` is called after something was put into the
// mailbox.
PrintHooks print_hooks(StorageThread& storage, Mailbox<PrinterHealth>& health, std::function<void()> wake);

} // namespace ocop::kiosk
