// What a visitor asked for on a screen. Screens return these; apply() turns them into the next Session.
#pragma once

#include "kiosk/visitor/view_model.h"
#include "kiosk/visitor/visitor_session.h"
#include "pos/usage/usage_counts.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ocop::kiosk {

struct StartBrowsing {};
struct ChooseLanguage {
    std::string code;
};
struct GoHome {};
struct GoBack {};
struct OpenList { // with exactly these filters
    Filters filters;
};
struct ChangeFilters {
    Filters filters;
};
struct OpenStory {
    Sku sku;
};
struct OpenProducer {
    ProducerId producer;
};
struct OpenPlaces {};
struct ShowArea { // on the map; nullopt: all of them
    std::optional<std::string> area;
};
struct ListMakers { // instead of products, or products again
    bool on = false;
};
struct OpenChapter {
    int index = 0;
};
struct SetPick {
    Quantity quantity;
};
struct AddToBasket {
    Sku sku;
    Quantity quantity;
};
struct SetBasketLine { // quantity 0 removes the line
    Sku sku;
    Quantity quantity;
};
struct OpenBasket {};
struct OpenSearch {};
struct SearchFor { // puts a text into the search field
    std::string text;
};
struct OpenEnquiry { // with an empty form
    Sku sku;
    LeadReason reason = LeadReason::bulk;
};
struct SendEnquiry {}; // only a complete one
struct GiveFace {
    Sku sku;
    Face face = Face::good;
};
struct AskPickUpCode {}; // for the basket as it is
struct OpenGift {};
struct PlanGift { // suggest anew
    Occasion occasion = Occasion::tet;
    Dong budget;
};
struct SwapGift {
    Sku sku;
};
struct SetGiftLine { // quantity 0 removes the line
    Sku sku;
    Quantity quantity;
};
struct TakeGift {}; // into the basket
struct OpenSheet {
    VisitorSheet sheet = VisitorSheet::none;
};
struct CloseSheet {};
struct SetTextSize {
    TextSize size = TextSize::normal;
};
struct SetHighContrast {
    bool on = false;
};
struct SetReducedMotion {
    bool on = false;
};
struct SetLowReach {
    bool on = false;
};
struct StartOver {}; // end the session now
struct OpenStaff {}; // the hold on the mark

using Intent = std::variant<StartBrowsing, ChooseLanguage, GoHome, GoBack, OpenList, ChangeFilters, OpenStory,
                            OpenChapter, SetPick, AddToBasket, SetBasketLine, OpenBasket, OpenSheet, CloseSheet,
                            SetTextSize, SetHighContrast, SetReducedMotion, SetLowReach, StartOver, OpenStaff,
                            OpenSearch, SearchFor, OpenEnquiry, SendEnquiry, GiveFace, AskPickUpCode, OpenGift,
                            PlanGift, SwapGift, SetGiftLine, TakeGift, OpenProducer, OpenPlaces, ShowArea, ListMakers>;
using Intents = std::vector<Intent>;

// The session after `intent`. Quantities stay between one unit and what the booth has left; unknown products change
// nothing, nor does adding the same product twice within motion::guard. OpenStaff is not of the session and leaves it
// as it is.
Session apply(Session session, const Intent& intent, const VisitorView& view, Monotonic now);

// The most of a product that may be in the basket: the stock where it is counted, and never more than 99.
Quantity most_of(const ProductView& product);

} // namespace ocop::kiosk
