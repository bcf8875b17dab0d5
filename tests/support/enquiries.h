// A till that takes enquiries, and enquiries to hand in. The person is invented.
#pragma once

#include "pos/till/till.h"

namespace ocop::testing {

// Words that must never be found outside the sealed row.
inline constexpr const char* person_name = "Trần Thị Mẫu Thử";
inline constexpr const char* person_phone = "0912 345 678";
inline constexpr const char* person_message = "Cần hai trăm chai làm quà";

// Keys without codes, for tests that need no Argon2id.
struct TestReaders {
    ReaderKey organisers = ReaderKey::create();
    ReaderKey recovery = ReaderKey::create();
    Readers readers{organisers.public_part, recovery.public_part};
};

// A new till with a catalogue of ten products, Lan, and these readers.
Till enquiry_till(const DataDirectory& directory, const Readers& readers, Clock& clock, Randomness& randomness,
                  JournalOptions options = {});

// Complete and agreed to, for the first product.
Enquiry enquiry_for(const Till& till, const std::string& id);

// How often `text` stands in the files below `folder`, as bytes.
std::size_t occurrences(const std::filesystem::path& folder, std::string_view text);

} // namespace ocop::testing
