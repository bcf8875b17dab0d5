#include "pos/catalogue/catalogue.h"

#include "pos/catalogue/gtin.h"
#include "pos/text/collate.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace ocop {
namespace {

constexpr int validity_months = 36; // QĐ 1048, QĐ 148: from the decision
constexpr int due_soon_days = 90;

void sort_by_name(std::vector<Product>& products) {
    std::vector<std::string> keys;
    keys.reserve(products.size());
    for (const auto& product : products)
        keys.push_back(vietnamese_sort_key(product.name.in("vi")));
    std::vector<std::size_t> order(products.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return keys[left] != keys[right] ? keys[left] < keys[right] : products[left].sku < products[right].sku;
    });
    std::vector<Product> sorted;
    sorted.reserve(products.size());
    for (const auto index : order)
        sorted.push_back(std::move(products[index]));
    products = std::move(sorted);
}

template <class Id, class Items, class IdOf>
std::unordered_map<Id, std::size_t> index_by(const Items& items, IdOf id_of) {
    std::unordered_map<Id, std::size_t> index;
    index.reserve(items.size());
    for (std::size_t at = 0; at < items.size(); ++at)
        index.emplace(id_of(items[at]), at);
    return index;
}

template <class Index>
std::size_t at(const Index& index, const typename Index::key_type& id) {
    const auto found = index.find(id);
    if (found == index.end()) throw std::logic_error("the catalogue does not hold " + id.text());
    return found->second;
}

template <class Items>
std::unordered_map<std::string, bool> ids_of(const Items& items, std::optional<std::string>& broken) {
    std::unordered_map<std::string, bool> ids;
    for (const auto& item : items)
        if (!ids.emplace(item.id.text(), true).second && !broken) broken = "duplicate id " + item.id.text();
    return ids;
}

} // namespace

const std::string& LocalText::in(const std::string& language) const {
    static const std::string nothing;
    auto found = by_language.find(language);
    if (found == by_language.end()) found = by_language.find("vi");
    return found == by_language.end() ? nothing : found->second;
}

std::optional<PartialDate> PartialDate::parse(std::string_view text) {
    const auto day = [&](std::string_view rest, DatePrecision precision) -> std::optional<PartialDate> {
        const auto earliest = Day::parse(std::string(text) + std::string(rest));
        if (!earliest) return std::nullopt;
        return PartialDate{*earliest, precision};
    };
    if (text.size() == 4) return day("-01-01", DatePrecision::year);
    if (text.size() == 7) return day("-01", DatePrecision::month);
    return day("", DatePrecision::day);
}

std::string PartialDate::iso() const {
    const auto whole = earliest.iso();
    if (precision == DatePrecision::year) return whole.substr(0, 4);
    return precision == DatePrecision::month ? whole.substr(0, 7) : whole;
}

bool Months::contains(unsigned month) const {
    const auto wanted = static_cast<int>(month);
    return from <= to ? from <= wanted && wanted <= to : wanted >= from || wanted <= to;
}

std::optional<std::string> broken_reference(const std::vector<Product>& products,
                                            const std::vector<Producer>& producers, const std::vector<Place>& places,
                                            const std::vector<Certificate>& certificates) {
    std::optional<std::string> broken;
    const auto place_ids = ids_of(places, broken);
    const auto producer_ids = ids_of(producers, broken);
    const auto certificate_ids = ids_of(certificates, broken);
    const auto require = [&](const auto& ids, const auto& id, const std::string& owner) {
        if (!broken && ids.find(id.text()) == ids.end()) broken = owner + " names unknown " + id.text();
    };
    for (const auto& producer : producers)
        if (!producer.place.empty()) require(place_ids, producer.place, "producer " + producer.id.text());
    std::unordered_map<std::string, bool> skus;
    std::unordered_map<std::string, bool> barcodes;
    for (const auto& product : products) {
        const auto owner = "product " + product.sku.text();
        if (!skus.emplace(product.sku.text(), true).second && !broken) broken = "duplicate " + owner;
        for (const auto& barcode : product.barcodes)
            if (!barcodes.emplace(gtin14(barcode), true).second && !broken) broken = "duplicate barcode " + barcode;
        require(producer_ids, product.producer, owner);
        require(place_ids, product.place, owner);
        if (!product.certificate.empty()) require(certificate_ids, product.certificate, owner);
    }
    return broken;
}

Catalogue::Catalogue(ReleaseId release, std::vector<Product> products, std::vector<Producer> producers,
                     std::vector<Place> places, std::vector<Certificate> certificates)
    : release_(std::move(release)), products_(std::move(products)), producers_(std::move(producers)),
      places_(std::move(places)), certificates_(std::move(certificates)) {
    if (const auto broken = broken_reference(products_, producers_, places_, certificates_))
        throw std::logic_error(*broken);
    sort_by_name(products_);
    by_sku_ = index_by<Sku>(products_, [](const Product& product) { return product.sku; });
    for (std::size_t index = 0; index < products_.size(); ++index)
        for (const auto& barcode : products_[index].barcodes)
            by_barcode_.emplace(gtin14(barcode), index);
    producer_by_id_ = index_by<ProducerId>(producers_, [](const Producer& producer) { return producer.id; });
    place_by_id_ = index_by<PlaceId>(places_, [](const Place& place) { return place.id; });
    certificate_by_id_ =
        index_by<CertificateId>(certificates_, [](const Certificate& certificate) { return certificate.id; });
}

const Product* Catalogue::find(const Sku& sku) const {
    const auto found = by_sku_.find(sku);
    return found == by_sku_.end() ? nullptr : &products_[found->second];
}

const Product* Catalogue::find_barcode(std::string_view digits) const {
    const auto found = by_barcode_.find(gtin14(digits));
    return found == by_barcode_.end() ? nullptr : &products_[found->second];
}

const Producer& Catalogue::producer_of(const Product& product) const {
    return producers_[at(producer_by_id_, product.producer)];
}

const Place& Catalogue::place_of(const Product& product) const {
    return places_[at(place_by_id_, product.place)];
}

const Certificate* Catalogue::certificate_of(const Product& product) const {
    if (product.certificate.empty()) return nullptr;
    return &certificates_[at(certificate_by_id_, product.certificate)];
}

std::optional<Day> first_invalid_day(const Certificate& certificate) {
    std::optional<Day> last_valid;
    if (certificate.valid_until)
        last_valid = certificate.valid_until->earliest;
    else if (certificate.issued)
        last_valid = add_months(certificate.issued->earliest, validity_months);
    if (!last_valid) return std::nullopt;
    return Day{last_valid->number + 1};
}

CertificateState state_on(const Certificate* certificate, Day today) {
    if (certificate == nullptr) return CertificateState::none;
    if (certificate->status == CertificateStatus::proposed) return CertificateState::proposed;
    const auto invalid = first_invalid_day(*certificate);
    if (!invalid || *invalid <= today) return CertificateState::expired;
    return invalid->number - today.number <= due_soon_days ? CertificateState::due_soon : CertificateState::valid;
}

} // namespace ocop
