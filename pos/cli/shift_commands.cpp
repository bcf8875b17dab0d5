#include "pos/cli/shift_commands.h"

#include "pos/cli/slip_file.h"
#include "pos/receipts/shift_slip.h"
#include "pos/shifts/shift_figures.h"
#include "pos/store/database.h"

#include <nlohmann/json.hpp>

#include <functional>

namespace ocop {
namespace {

using nlohmann::json;

// What is printed around the figures, as the projections have it.
struct Surroundings {
    BoothSettings booth;
    std::string till;
    std::vector<StaffMember> staff;
};

Result<Surroundings> surroundings_of(Database& database) {
    Surroundings found;
    auto state = database.prepare("SELECT name, value FROM till_state WHERE name IN ('till', 'booth')");
    while (state.step()) {
        if (state.text(0) == "till") {
            found.till = state.text(1);
        } else {
            OCOP_TRY_ASSIGN(found.booth, booth_from_json(json::parse(state.text(1))));
        }
    }
    auto people = database.prepare("SELECT body FROM staff ORDER BY id");
    while (people.step()) {
        OCOP_TRY_ASSIGN(auto member, staff_from_json(json::parse(people.text(0))));
        found.staff.push_back(std::move(member));
    }
    return found;
}

Result<Shift> open_shift_of(Database& database) {
    auto rows = database.prepare("SELECT id, number, opened_by, opened_at, business_date, training FROM shift"
                                 " WHERE closed_at_position IS NULL AND id NOT IN (SELECT shift FROM shift_pulled)"
                                 " ORDER BY number DESC LIMIT 1");
    if (!rows.step()) return fail(ErrorKind::refused, "error.no_shift");
    Shift shift;
    shift.id = ShiftId(rows.text(0));
    shift.number = rows.integer(1);
    shift.opened_by = StaffId(rows.text(2));
    shift.opened_at = Instant{rows.integer(3)};
    shift.business_date = Day::parse(rows.text(4)).value_or(Day{});
    shift.training = rows.integer(5) != 0;
    return shift;
}

using MakeSlip = std::function<Result<Receipt>(Database&, const SlipContext&)>;

int run(const CommandContext& context, const std::string& format, const std::filesystem::path& file,
        const MakeSlip& make) {
    const auto written = [&]() -> Result<> {
        const auto& directory = context.directory;
        if (!directory.exists())
            return fail(ErrorKind::not_found, "error.no_data", {{"folder", directory.root.string()}});
        try {
            auto database = Database::open_reader(directory.journal());
            OCOP_TRY_ASSIGN(const auto around, surroundings_of(database));
            OCOP_TRY_ASSIGN(const auto slip,
                            make(database, {around.booth, around.till, around.staff, *context.language}));
            return write_slip(slip, format, file, context.asset_root);
        } catch (const StorageFailure& failure) {
            return fail(ErrorKind::storage, "error.storage", {}, failure.what());
        }
    }();
    if (!written) return context.report(written.error());
    context.print(context.language->format("cli.receipt_done", {{"file", file.string()}}), {{"file", file.string()}});
    return 0;
}

} // namespace

int run_x_report(const CommandContext& context, const std::string& format, const std::filesystem::path& file) {
    return run(context, format, file, [&](Database& database, const SlipContext& around) -> Result<Receipt> {
        OCOP_TRY_ASSIGN(const auto shift, open_shift_of(database));
        return make_x_slip(shift, figures_of_shift(database, shift.id), context.clock->now(), around);
    });
}

int run_z_report(const CommandContext& context, std::int64_t number, const std::string& format,
                 const std::filesystem::path& file) {
    return run(context, format, file, [&](Database& database, const SlipContext& around) -> Result<Receipt> {
        OCOP_TRY_ASSIGN(const auto report,
                        number == 0 ? read_last_z_report(database) : read_z_report(database, number));
        return make_z_slip(report, around);
    });
}

} // namespace ocop
