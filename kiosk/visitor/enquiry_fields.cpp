#include "kiosk/visitor/enquiry_fields.h"

#include "kiosk/ui/buttons.h"
#include "kiosk/ui/cards.h"
#include "kiosk/ui/tags.h"
#include "kiosk/ui/text_field.h"
#include "kiosk/visitor/enquiry.h"
#include "kiosk/visitor/flow.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace ocop::kiosk {

namespace {

struct FieldWords {
    EnquiryField field;
    const char* target;
    const char* label;
};
constexpr std::array<FieldWords, 5> field_words{
    {{EnquiryField::name, "enquiry.name", "visitor.enquiry.name"},
     {EnquiryField::company, "enquiry.company", "visitor.enquiry.company"},
     {EnquiryField::phone, "enquiry.phone", "visitor.enquiry.phone"},
     {EnquiryField::email, "enquiry.email", "visitor.enquiry.email"},
     {EnquiryField::message, "enquiry.message", "visitor.enquiry.message"}}};

constexpr std::array<std::pair<Volume, const char*>, 3> volume_words{{{Volume::up_to_100, "leads.volume.up_to_100"},
                                                                      {Volume::up_to_500, "leads.volume.up_to_500"},
                                                                      {Volume::over_500, "leads.volume.over_500"}}};
constexpr std::array<std::pair<Needed, const char*>, 3> needed_words{{{Needed::this_month, "leads.needed.this_month"},
                                                                      {Needed::tet, "leads.needed.tet"},
                                                                      {Needed::regularly, "leads.needed.regularly"}}};

// Draws below one another in `area` and remembers where the active field is.
class Form {
public:
    Form(Ui& ui, Session& session, const Rect& area)
        : ui_(ui), form_(session.enquiry), keyboard_(session.enquiry_keyboard), area_(area), y_(area.y) {}

    void fields(std::initializer_list<EnquiryField> side_by_side, float height) {
        const auto cells = split(static_cast<int>(side_by_side.size()));
        std::size_t i = 0;
        for (const EnquiryField field : side_by_side) {
            if (i != 0 && one_column()) y_ += block(height);
            one_field(field, {cells[i].x, y_ + label_height(), cells[i].w, height});
            ++i;
        }
        y_ += block(height);
    }

    template <class Choices, class Value>
    float choices(const Rect& column, const char* label, const char* name, const Choices& words, Value& chosen) {
        Canvas& canvas = ui_.canvas();
        canvas.text(TextRole::M3, {column.x, column.y, column.w, canvas.line_height(TextRole::M3)}, ui_.text(label),
                    ui_.colours().ink);
        std::vector<float> widths;
        for (const auto& [value, key] : words)
            widths.push_back(chip_width(ui_, ui_.text(key), chosen == value));
        const float gap = std::max(ui_.px(space::s), ui_.scale().mm(1));
        const float height = chip_height(ui_);
        const auto places = flow({column.x, column.y + label_height(), column.w, 0}, widths, height, gap);
        for (std::size_t i = 0; i < words.size(); ++i)
            if (chip(ui_, std::string(name) + "/" + std::to_string(i), places[i], ui_.text(words[i].second),
                     chosen == words[i].first)) {
                chosen = chosen == words[i].first ? Value::unsaid : words[i].first;
                move_to(form_, std::nullopt);
            }
        return label_height() + flow_height(column.w, widths, height, gap) + ui_.px(space::l);
    }

    void both_choices() {
        const auto cells = split(2);
        const float left = choices({cells[0].x, y_, cells[0].w, 0}, "visitor.enquiry.volume", "enquiry.volume",
                                   volume_words, form_.volume);
        const float below = one_column() ? left : 0;
        const float right = choices({cells[1].x, y_ + below, cells[1].w, 0}, "visitor.enquiry.needed", "enquiry.needed",
                                    needed_words, form_.needed);
        y_ += one_column() ? left + right : std::max(left, right);
    }

    // A box to tick with its words; the box is as large as its words need.
    void consent(const char* name, const std::string& words, bool& ticked, bool in_full, Intents& intents) {
        Canvas& canvas = ui_.canvas();
        const auto& colours = ui_.colours();
        const float padding = ui_.px(16);
        const float box = ui_.px(48);
        const std::string& more = ui_.text("visitor.enquiry.read_all");
        const float link =
            in_full ? std::max(ui_.target_size(64), canvas.text_width(TextRole::B3, more) + ui_.px(32)) : 0;
        const float room = area_.w - 2 * padding - box - ui_.px(space::xl) - link;
        const float text = canvas.paragraph_height(TextRole::T3, room, words);
        const Rect strip{area_.x, y_, area_.w, std::max(ui_.target_size(72), text + 2 * padding)};
        well(ui_, strip);
        Rect touch = strip;
        if (in_full && text_link(ui_, "enquiry.read_all", cut_right(touch, link + padding), more, Icon::none, false,
                                 Align::centre))
            intents.emplace_back(OpenSheet{VisitorSheet::consent});
        const Tap tap = ui_.tap_target(name, TargetRole::row, touch, words);
        if (tap.pressed > 0) canvas.fill(touch, ui_.accent_soft().with_alpha(tap.pressed), ui_.px(radius::key));
        if (tap.focused) ui_.focus_ring(touch, ui_.px(radius::key));
        const Rect square{strip.x + padding, strip.y + (strip.h - box) / 2, box, box};
        canvas.fill(square, ticked ? ui_.accent() : colours.surface, ui_.px(radius::thumb));
        if (ticked)
            canvas.icon(Icon::check, inset(square, ui_.px(7)), colours.white, 2.6f);
        else
            canvas.stroke(square, colours.line_strong, ui_.px(3), ui_.px(radius::thumb));
        canvas.paragraph(TextRole::T3, {square.right() + ui_.px(space::xl), strip.centre_y() - text / 2, room, 0},
                         words, colours.ink);
        if (tap) {
            ticked = !ticked;
            move_to(form_, std::nullopt);
        }
        y_ += strip.h + ui_.px(space::s);
    }

    DrawnForm drawn() const { return {y_ - area_.y, active_top_, active_bottom_}; }

private:
    bool one_column() const { return area_.w < ui_.px(780) || ui_.text_size() == TextSize::largest; }
    std::vector<Rect> split(int count) const {
        if (count == 1 || one_column()) return std::vector<Rect>(static_cast<std::size_t>(count), area_);
        return columns({area_.x, y_, area_.w, 0}, count, ui_.px(space::xl));
    }
    float label_height() const { return ui_.canvas().line_height(TextRole::M3) + ui_.px(4); }
    // Label, field, and room for what is wrong with it.
    float block(float height) const {
        return label_height() + height + std::max(ui_.px(space::l), ui_.canvas().line_height(TextRole::T4) + ui_.px(6));
    }

    void one_field(EnquiryField field, const Rect& rect) {
        const FieldWords& words = field_words[static_cast<std::size_t>(field)];
        const std::string problem = problem_of(form_, field);
        FieldSpec spec;
        spec.label = ui_.text(words.label);
        spec.value = text_of(form_.person, field);
        spec.active = form_.active == field;
        spec.enabled = form_.state == EnquiryForm::State::writing;
        spec.wrong = !problem.empty();
        if (!problem.empty()) spec.problem = ui_.text(problem);
        if (field == EnquiryField::email) spec.placeholder = ui_.text("visitor.enquiry.email_example");
        const bool tapped = field == EnquiryField::message ? text_area(ui_, words.target, rect, spec)
                                                           : text_field(ui_, words.target, rect, spec);
        if (tapped) {
            move_to(form_, field);
            keyboard_.shown = true;
            ui_.request_frames_until({ui_.now().milliseconds + 1});
        }
        if (!spec.active) return;
        active_top_ = rect.y - label_height() - area_.y;
        active_bottom_ = rect.bottom() + ui_.px(space::l) - area_.y;
    }

    Ui& ui_;
    EnquiryForm& form_;
    KeyboardState& keyboard_;
    Rect area_;
    float y_;
    float active_top_ = 0;
    float active_bottom_ = 0;
};

} // namespace

DrawnForm enquiry_fields(Ui& ui, Session& session, const ProductView& product, const Rect& rect, Intents& intents) {
    Form form(ui, session, rect);
    const float line = std::max(ui.px(68), ui.target_size(64));
    form.fields({EnquiryField::name, EnquiryField::company}, line);
    form.fields({EnquiryField::phone, EnquiryField::email}, line);
    form.both_choices();
    form.fields({EnquiryField::message}, std::max(ui.px(100), 2 * ui.canvas().line_height(TextRole::T2) + ui.px(32)));
    const ConsentWords words = consent_words(ui, product);
    form.consent("enquiry.agree", words.answer, session.enquiry.agrees, true, intents);
    form.consent("enquiry.news", words.news, session.enquiry.wants_news, false, intents);
    return form.drawn();
}

} // namespace ocop::kiosk
