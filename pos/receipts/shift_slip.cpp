#include "pos/receipts/shift_slip.h"

#include "pos/text/format.h"

#include <utility>

namespace ocop {
namespace {

using Kind = ReceiptRow::Kind;

// Lays rows down in the words of one language.
class Slip {
public:
    explicit Slip(const SlipContext& context) : context_(context) {}

    void head(const std::string& title, std::int64_t number, bool training, int copy) {
        const auto& booth = context_.booth;
        for (const auto& text : {booth.shop_name, booth.booth_name})
            if (!text.empty()) add(Kind::centred, text);
        add(Kind::space);
        add(Kind::title, title);
        if (copy > 0) add(Kind::centred, format("receipt.copy", "number", std::to_string(copy)));
        if (training) add(Kind::centred, text("shift.slip.training"));
        add(Kind::rule);
        pair("shift.slip.shift", std::to_string(number));
        pair("shift.slip.till", context_.till);
    }
    void money(const char* words, Dong amount) { pair(words, format_number(amount.amount, context_.language)); }
    void strong(const char* words, Dong amount) {
        add(Kind::strong_pair, text(words), format_money(amount, context_.language));
    }
    void count(const char* words, std::int64_t number) { pair(words, format_number(number, context_.language)); }
    void moment(const char* words, Instant at) {
        if (at != Instant{}) pair(words, format_date_time(at, context_.language));
    }
    void person(const char* words, const StaffId& staff) {
        if (!staff.empty()) pair(words, name_of(staff));
    }
    void pair(const char* words, std::string value) { add(Kind::pair, text(words), std::move(value)); }
    void add(Kind kind, std::string left = {}, std::string right = {}) {
        receipt_.rows.push_back({kind, std::move(left), std::move(right)});
    }
    void figures(const ShiftFigures& figures, bool expected);
    void counted(const ZReport& report);
    Receipt done() { return std::move(receipt_); }

private:
    const std::string& text(const char* key) const { return context_.language.text(key); }
    std::string format(const char* key, const char* name, const std::string& value) const {
        return context_.language.format(key, {{name, value}});
    }
    std::string name_of(const StaffId& staff) const {
        for (const auto& member : context_.staff)
            if (member.id == staff) return member.name;
        return staff.text();
    }
    std::string group_name(const std::string& code) const {
        for (const char* known : {"food", "drink", "herbal", "craft", "ornamental", "tourism"})
            if (code == known) return context_.language.text(std::string("till.group.") + known);
        return text("shift.slip.other_group");
    }

    const SlipContext& context_;
    Receipt receipt_;
};

void Slip::figures(const ShiftFigures& figures, bool expected) {
    add(Kind::rule);
    count("shift.sales", figures.sales);
    count("shift.items", figures.items);
    money("shift.gross", figures.gross);
    money("shift.discount", -figures.discount);
    strong("shift.net", figures.net);
    if (figures.tax != Dong{}) money("shift.tax", figures.tax);
    if (figures.refunds > 0) {
        count("shift.refunds", figures.refunds);
        money("shift.refunded", -figures.refunded);
    }
    if (figures.removed_lines > 0) {
        count("shift.removed_lines", figures.removed_lines);
        money("shift.removed", figures.removed);
    }
    add(Kind::rule);
    for (const auto& [method, amount] : figures.by_method)
        add(Kind::pair, context_.language.text("shift.method." + method),
            format_number(amount.amount, context_.language));
    if (figures.unconfirmed_transfers != Dong{}) money("shift.unconfirmed", figures.unconfirmed_transfers);
    if (expected) {
        add(Kind::rule);
        for (const auto& row : cash_rows(figures))
            money(row.words, row.amount);
        strong("shift.expected", figures.expected_cash);
    }
    add(Kind::rule);
    for (const auto& [group, amount] : figures.by_group)
        add(Kind::pair, group_name(group), format_number(amount.amount, context_.language));
    if (!figures.by_group.empty()) add(Kind::rule);
    count("shift.drawer_openings", figures.drawer_openings);
    if (!figures.first_receipt.empty())
        pair("shift.slip.receipts", figures.first_receipt + " – " + figures.last_receipt);
}

void Slip::counted(const ZReport& report) {
    add(Kind::rule);
    for (const auto& each : report.notes)
        if (each.count > 0)
            add(Kind::pair,
                format_number(each.note.amount, context_.language) + " × " +
                    format_number(each.count, context_.language),
                format_number(each.note.amount * each.count, context_.language));
    strong("shift.counted", report.counted_cash);
    for (const auto& earlier : report.earlier_counts)
        money("shift.slip.earlier", earlier);
    strong("shift.difference", report.difference);
    if (!report.reason.empty()) pair("shift.slip.reason", report.reason);
    if (!report.note.empty()) add(Kind::detail, report.note);
}

} // namespace

Receipt make_x_slip(const Shift& shift, const ShiftFigures& figures, Instant now, const SlipContext& context,
                    bool expected) {
    Slip slip(context);
    slip.head(context.language.text("shift.slip.x"), shift.number, shift.training, 0);
    slip.pair("shift.slip.day", format_date(shift.business_date, context.language));
    slip.moment("shift.slip.opened", shift.opened_at);
    slip.person("shift.slip.opened_by", shift.opened_by);
    slip.moment("shift.slip.true_at", now);
    slip.figures(figures, expected);
    slip.add(Kind::small_centred, context.language.text("shift.slip.x_passes"));
    return slip.done();
}

Receipt make_z_slip(const ZReport& report, const SlipContext& context, int copy) {
    Slip slip(context);
    slip.head(context.language.text("shift.slip.z"), report.number, report.training, copy);
    slip.pair("shift.slip.day", format_date(report.business_date, context.language));
    slip.moment("shift.slip.opened", report.opened_at);
    slip.person("shift.slip.opened_by", report.opened_by);
    slip.moment("shift.slip.pulled", report.pulled_at);
    slip.person("shift.slip.closed_by", report.closed_by);
    slip.figures(report.figures, true);
    slip.counted(report);
    slip.add(Kind::rule);
    slip.pair("shift.slip.cashier_signs", context.language.text("shift.slip.manager_signs"));
    for (int line = 0; line < 6; ++line)
        slip.add(Kind::space);
    return slip.done();
}

} // namespace ocop
