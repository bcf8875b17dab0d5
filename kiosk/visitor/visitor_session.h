// Everything one visitor leaves behind, in one value: replacing it is the idle reset, so no field can be forgotten.
#pragma once

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/qr_panel.h"
#include "kiosk/ui/scroll_list.h"
#include "kiosk/ui/text_role.h"
#include "kiosk/visitor/enquiry_form.h"
#include "kiosk/visitor/filters.h"
#include "pos/base/text_id.h"
#include "pos/base/time.h"
#include "pos/money/dong.h"
#include "pos/selling/basket.h"
#include "pos/text/typing.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ocop::kiosk {

enum class Page { attract, home, list, story, basket, search, enquiry, gift, places, producer };
enum class VisitorSheet { none, filters, areas, access, languages, consent };

// The pick-up code of this visitor's basket. What is asked for is answered between two frames.
struct PickUp {
    bool waiting = false;
    std::string code;              // four digits, empty: none yet
    std::vector<BasketLine> lines; // for which it was given
    std::optional<QrMatrix> qr;    // that a till loads the basket from
    Monotonic until;               // the goods are kept back
    std::optional<Error> refused;  // why there is none
    bool shows(const std::vector<BasketLine>& basket) const { return !code.empty() && lines == basket; }
};

// A present in the making: what for, how much, and the set as the visitor has it.
enum class Occasion { tet, visiting, business, souvenir };
struct GiftPlan {
    Occasion occasion = Occasion::tet;
    Dong budget{500'000};
    std::vector<BasketLine> lines;
};

// A content that scrolls, with the height it had when it was last drawn.
struct Scrolled {
    ScrollState scroll;
    float height = 0;
};

// What was just done, said above the bar for some seconds.
struct Notice {
    enum class Kind { added, added_all_there_is, removed, basket_full, no_other_gift } kind = Kind::added;
    BasketLine line; // what was added, or what removing took away, to put it back
    Monotonic since;
};

// A story or a producer's page that was left for another one of them.
struct Visited {
    Page page = Page::story;
    Sku product;
    ProducerId producer;
    int chapter = 0;
    bool operator==(const Visited&) const = default;
};

// Where the pins of the map were placed, found once for what was wanted.
struct PlacedPins {
    Rect bounds;
    std::vector<Rect> wanted;
    std::vector<Rect> placed; // empty: there is no room, the list has them all
    bool named = true;
};

struct Session {
    std::string language = "vi";
    TextSize text_size = TextSize::normal;
    bool high_contrast = false;
    bool reduced_motion = false;
    bool low_reach = false;

    Page page = Page::attract;
    Page story_from = Page::home; // where "back" leads from stories and producers, once `trail` is walked back
    std::vector<Visited> trail;   // stories and producers on the way here, the latest forty
    Page basket_from = Page::home;
    Page search_from = Page::home;
    Page enquiry_from = Page::home;
    Page gift_from = Page::home;
    Monotonic page_since; // for the page's short rise
    VisitorSheet sheet = VisitorSheet::none;
    Monotonic sheet_since;

    Filters filters;
    Filters filters_before;   // without the choice made last
    bool list_makers = false; // the list shows who makes what passes the filters
    Sku open_product;
    ProducerId open_producer;
    std::optional<std::string> open_area; // name of the Area that the map tells of
    PlacedPins pins;
    int chapter = 0;
    Quantity pick = Quantity::of(1); // the story's stepper
    std::vector<BasketLine> basket;
    Monotonic basket_changed;
    PickUp pick_up;
    GiftPlan gift;
    std::optional<Notice> notice;
    bool code_seen = false;    // a QR code of the open product came into sight
    std::set<Sku> faces_given; // products that were answered with a face
    EnquiryForm enquiry;       // only while its page is open
    KeyboardState enquiry_keyboard;
    std::optional<EnquiryField> enquiry_in_view; // the field that was scrolled to
    std::map<std::string, QrMatrix> qr_codes;    // of what was shown, so that they are computed once

    TypedText search; // what is looked for
    KeyboardState keyboard;
    Scrolled search_scroll;

    Scrolled home_scroll;
    Scrolled list_scroll;
    Scrolled filter_scroll;
    Scrolled story_scroll;
    Scrolled panel_scroll;
    Scrolled basket_scroll;
    Scrolled gift_scroll;
    Scrolled wishes_scroll; // of the gift: what for and how much
    Scrolled sheet_scroll;
    Scrolled enquiry_scroll;
    Scrolled places_scroll;
    Scrolled area_scroll;
    Scrolled producer_scroll;

    Quantity in_basket(const Sku& sku) const {
        for (const BasketLine& line : basket)
            if (line.sku == sku) return line.quantity;
        return {};
    }
};

} // namespace ocop::kiosk
