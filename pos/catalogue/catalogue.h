// The published catalogue as one immutable value: what visitors browse and staff sell from. Built by import or from a
// release, shared by snapshot (shared_ptr<const Catalogue>); any thread may read it.
#pragma once

#include "pos/base/text_id.h"
#include "pos/base/time.h"
#include "pos/money/dong.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ocop {

// A text per language code ("vi", "en", ...). Vietnamese is always there; other languages may be missing per field.
struct LocalText {
    std::map<std::string, std::string> by_language;
    // The text in `language`, else the Vietnamese one.
    const std::string& in(const std::string& language) const;
    bool has(const std::string& language) const { return by_language.count(language) != 0; }
    bool operator==(const LocalText&) const = default;
};

enum class DatePrecision { day, month, year };

// A date known to the day, the month or the year. `earliest` is the first day it can mean.
struct PartialDate {
    Day earliest;
    DatePrecision precision = DatePrecision::day;
    bool operator==(const PartialDate&) const = default;
    static std::optional<PartialDate> parse(std::string_view text); // "2021", "2021-04", "2021-04-06"
    std::string iso() const;                                        // as written
};

enum class Stars { three = 3, four = 4, potential_five = 45, five = 5 };

// Whether a source says the stars were granted, or only proposed ("đề nghị công nhận 5 sao").
enum class CertificateStatus { recognised, proposed };

struct Certificate {
    CertificateId id;
    Stars stars = Stars::three;
    CertificateStatus status = CertificateStatus::recognised;
    std::string decision; // number as printed, empty when the source does not give it
    std::string issuer;   // as printed, may be empty
    std::optional<PartialDate> issued;
    std::optional<PartialDate> valid_until; // when printed; else 36 months after the earliest possible issue day
    std::string source;                     // newspaper or page that publishes it
    std::string source_date;                // as printed there, empty when not printed
    std::string source_read;                // the day a person read it, where it prints no date
    bool operator==(const Certificate&) const = default;
};

enum class ProducerType { enterprise, cooperative, cooperative_group, household, other };

struct Producer {
    ProducerId id;
    LocalText name;
    ProducerType type = ProducerType::household;
    PlaceId place;
    LocalText about;
    std::string phone;   // only when published by the producer as a business contact
    std::string website; //
    std::string media;   // portrait file, may be empty
    Rate commission;     // organiser's share of a consigned sale
    bool operator==(const Producer&) const = default;
};

// The place as printed on the certificate (old three-level names) and, where known, today's commune and province.
struct Place {
    PlaceId id;
    std::string printed;  // "H. Bình Liêu, Quảng Ninh"
    std::string commune;  // today, may be empty
    std::string province; // today
    bool operator==(const Place&) const = default;
};

// A statement of a story with the newspaper that published it.
struct Fact {
    LocalText text;
    std::string source;
    std::string source_date; // as printed, empty when not printed
    std::string source_read; // the day a person read it, where it prints no date
    bool operator==(const Fact&) const = default;
};

struct Chapter {
    std::string title;
    std::vector<std::string> paragraphs;
    bool operator==(const Chapter&) const = default;
};

struct Story {
    std::string hook; // one sentence, up to 15 words
    std::vector<Chapter> chapters;
    bool operator==(const Story&) const = default;
};

struct BuyLink {
    std::string name; // Postmart, Voso, Shopee, Lazada, Tiki, Website, Zalo
    std::string url;
    bool operator==(const BuyLink&) const = default;
};

enum class SoldBy { piece, weight }; // weight: price per kilogram, quantity in thousandths of a kilogram
enum class ProductKind { goods, service };

struct Months { // season, months 1..12; from > to crosses the new year
    int from = 1;
    int to = 12;
    bool contains(unsigned month) const;
    bool operator==(const Months&) const = default;
};

struct Product {
    Sku sku;
    LocalText name;
    std::vector<std::string> aliases; // spellings printed elsewhere that search must find
    ProducerId producer;
    PlaceId place;
    GroupCode group; // food, drink, herbal, craft, ornamental, tourism
    ProductKind kind = ProductKind::goods;
    bool ocop = true;                  // false: other local goods, visibly different, never with stars
    CertificateId certificate;         // empty: not graded; several products may share one
    std::vector<std::string> barcodes; // digits; the first is printed on labels
    SoldBy sold_by = SoldBy::piece;
    std::string unit;          // "hũ", "chai", "gói", "kg", "vé"
    std::string pack;          // "500 ml", may be empty
    std::optional<Dong> price; // tax included; nothing: cannot be sold before a price is set
    bool price_is_sample = false;
    std::optional<Rate> tax_rate;
    std::optional<Months> season;
    LocalText allergens;
    LocalText usage;   // how to use
    LocalText keeping; // how to keep
    bool alcohol = false;
    bool gift = false;
    std::vector<std::string> export_markets; // ISO 3166 codes of countries, or "EU"
    std::string craft_village;
    std::string trace_url;
    std::vector<BuyLink> buy_links;
    std::string media; // file name below media/, empty: placeholder drawing
    double focus_x = 0.5;
    double focus_y = 0.5;
    std::map<std::string, Story> stories; // by language
    std::vector<Fact> facts;
    bool operator==(const Product&) const = default;
};

class Catalogue {
public:
    Catalogue() = default;
    // Ids must be unique and every reference must resolve (import checks this); a broken one throws.
    Catalogue(ReleaseId release, std::vector<Product> products, std::vector<Producer> producers,
              std::vector<Place> places, std::vector<Certificate> certificates);

    const ReleaseId& release() const { return release_; }
    const std::vector<Product>& products() const { return products_; } // in Vietnamese alphabetical order of name
    const std::vector<Producer>& producers() const { return producers_; }
    const std::vector<Place>& places() const { return places_; }
    const std::vector<Certificate>& certificates() const { return certificates_; }

    const Product* find(const Sku& sku) const;                  // nullptr: not in this release
    const Product* find_barcode(std::string_view digits) const; // GTIN-8, -12, -13, -14: leading zeros do not matter
    const Producer& producer_of(const Product& product) const;
    const Place& place_of(const Product& product) const;
    const Certificate* certificate_of(const Product& product) const; // nullptr: not graded

private:
    ReleaseId release_;
    std::vector<Product> products_;
    std::vector<Producer> producers_;
    std::vector<Place> places_;
    std::vector<Certificate> certificates_;
    std::unordered_map<Sku, std::size_t> by_sku_;
    std::unordered_map<std::string, std::size_t> by_barcode_;
    std::unordered_map<ProducerId, std::size_t> producer_by_id_;
    std::unordered_map<PlaceId, std::size_t> place_by_id_;
    std::unordered_map<CertificateId, std::size_t> certificate_by_id_;
};

// What is wrong with parts that shall become a Catalogue: a duplicate id, sku or barcode, or a name of something that
// is not among them. For engineers; nullopt: nothing.
std::optional<std::string> broken_reference(const std::vector<Product>& products,
                                            const std::vector<Producer>& producers, const std::vector<Place>& places,
                                            const std::vector<Certificate>& certificates);

// What visitors may be shown of a certificate on a day (ocop.md §3, §4: valid 36 months from the decision, then no
// stars; a proposed one shows no stars either, "tiềm năng 5 sao" does).
enum class CertificateState { valid, due_soon /* ≤ 90 days left */, expired, proposed, none };
CertificateState state_on(const Certificate* certificate, Day today);
// The first day on which the stars may no longer be shown. nullopt: no date is known, which counts as expired.
std::optional<Day> first_invalid_day(const Certificate& certificate);

} // namespace ocop
