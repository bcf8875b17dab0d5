#include "kiosk/app/application.h"
#include "kiosk/app/automation.h"
#include "kiosk/app/guided_demo.h"
#include "pos/base/asset_root.h"

#include <exception>
#include <iostream>

namespace {

// The sentence for a person at the machine, in the chosen language where that can be read.
int report(const ocop::Error& error, const std::string& language_code) {
    std::string words = error.key;
    if (const auto assets = ocop::find_asset_root())
        if (const auto language = ocop::Language::load(*assets, language_code)) words = language->sentence(error);
    std::cerr << "ocop-kiosk: " << words << (error.detail.empty() ? "" : " [" + error.detail + "]") << std::endl;
    return ocop::exit_status(error.kind);
}

} // namespace

int main(int count, char** values) try {
    const auto read = ocop::kiosk::read_options({values + 1, values + count}, std::cout, std::cerr);
    if (const auto* status = std::get_if<int>(&read)) return *status;
    const auto& options = std::get<ocop::kiosk::KioskOptions>(read);
    if (!options.comes_later.empty())
        return report({ocop::ErrorKind::usage, "error.comes_later", {{"what", options.comes_later}}, {}},
                      options.language);
    ocop::SystemClock system_clock;
    ocop::kiosk::TestClock test_clock;
    ocop::Clock& clock = options.automation.empty() ? static_cast<ocop::Clock&>(system_clock) : test_clock;
    ocop::SystemRandomness randomness;
    auto application = ocop::kiosk::Application::open(options, clock, randomness);
    if (!application) return report(application.error(), options.language);
    if (!options.automation.empty()) {
        const auto automation = ocop::kiosk::Automation::open(**application, test_clock, options.automation);
        if (!automation) return report(automation.error(), options.language);
        (*automation)->run();
        return 0;
    }
    if (options.play.empty()) {
        (*application)->run();
        return 0;
    }
    const auto played = ocop::kiosk::play_guided_demo(**application, options.play, std::cout);
    return played ? 0 : report(played.error(), options.language);
} catch (const std::exception& broken) { // a broken invariant: what was sold is in the journal
    std::cerr << "ocop-kiosk: " << broken.what() << std::endl;
    return 3;
}
