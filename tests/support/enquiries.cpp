#include "tests/support/enquiries.h"

#include "pos/catalogue/release.h"
#include "tests/support/generated_catalogue.h"
#include "tests/support/must.h"

#include <fstream>
#include <iterator>

namespace ocop::testing {

Till enquiry_till(const DataDirectory& directory, const Readers& readers, Clock& clock, Randomness& randomness,
                  JournalOptions options) {
    auto till = must(Till::create(directory, "test", "Q2", clock, randomness, std::move(options)));
    const auto stored = must(store_release(directory, tests::generate_catalogue(10), {}));
    must(till.adopt_release(stored.manifest.release, stored.manifest_sha256));
    must(till.set_staff({StaffId("lan"), "Lan", Role::cashier, "no-pin", true}));
    must(till.set_readers(readers));
    return till;
}

Enquiry enquiry_for(const Till& till, const std::string& id) {
    Enquiry enquiry;
    enquiry.id = id;
    enquiry.products = {till.catalogue()->products().front().sku};
    enquiry.volume = Volume::up_to_500;
    enquiry.needed = Needed::tet;
    enquiry.language = "vi";
    enquiry.consents = {{consent_to_answer, "1", "Tôi đồng ý", true}, {consent_to_news, "1", "Tin mới", false}};
    enquiry.person = {person_name, "Cửa hàng Mẫu", person_phone, "mau@vi.du", person_message};
    return enquiry;
}

std::size_t occurrences(const std::filesystem::path& folder, std::string_view text) {
    std::size_t found = 0;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) continue;
        std::ifstream stream(file.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        for (auto at = bytes.find(text); at != std::string::npos; at = bytes.find(text, at + 1))
            ++found;
    }
    return found;
}

} // namespace ocop::testing
