// A till's side of the USB stick: its unsent entries onto it, the hub's answer and the published catalogue from it
// (sync/protocol/carry_folder.h). Same batches and same rules as over the network.
#pragma once

#include "pos/journal/signature.h"
#include "pos/till/till.h"
#include "sync/protocol/carry_folder.h"
#include "sync/till/hub_settings.h"
#include "sync/till/own_till.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace ocop {

struct CarriedOut {
    std::filesystem::path file;
    std::int64_t entries = 0; // 0: everything is acknowledged; the file still fetches answer and catalogue
};

// Only reads the data directory: a running kiosk is not disturbed. The file replaces an older one of this till. Fails
// with "error.chain_broken" when the journal does not hold what it should; a broken chain is never sent.
Result<CarriedOut> carry_out(const DataDirectory& directory, const HubSettings& hub, const TillKey& key,
                             const CarryFolder& folder);

// Copies the published catalogue of the stick into the data directory, checked, without putting it in force: what a
// command does before it asks the running kiosk for carry_in. A stick without a catalogue is fine.
Result<> store_carried_release(const DataDirectory& directory, const CarryFolder& folder);

struct CarriedIn {
    std::int64_t acknowledged = 0; // entries that the hub confirmed newly
    std::int64_t unsent = 0;       // that it lacks still
    std::string release;           // put in force; empty when there was no other one
};

// Moves the watermark as a hello does: only where the hub names the till's own hash. Errors: not_found
// "error.carry_no_answer"; refused "error.hub_other" (another hub's answer), "error.carry_differs" (the hub holds
// another history of this till: it has to be settled over the network); the release's own.
Result<CarriedIn> carry_in(Till& till, WatermarkStore& watermarks, const HubSettings& hub, const CarryFolder& folder);

} // namespace ocop
