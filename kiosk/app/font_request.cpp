#include "kiosk/app/font_request.h"

#include "kiosk/visitor/languages.h"

namespace ocop::kiosk {
namespace {

class Texts {
public:
    explicit Texts(std::vector<std::string>& all) : all_(all) {}
    void add(const std::string& text) {
        if (!text.empty()) all_.push_back(text);
    }
    void add(const LocalText& text) {
        for (const auto& [language, words] : text.by_language)
            add(words);
    }
    void add(const Story& story) {
        add(story.hook);
        for (const auto& chapter : story.chapters) {
            add(chapter.title);
            for (const auto& paragraph : chapter.paragraphs)
                add(paragraph);
        }
    }
    void add(const Product& product) {
        add(product.name);
        add(product.unit);
        add(product.pack);
        add(product.allergens);
        add(product.usage);
        add(product.keeping);
        add(product.craft_village);
        for (const auto& link : product.buy_links)
            add(link.name);
        for (const auto& [language, story] : product.stories)
            add(story);
        for (const auto& fact : product.facts) {
            add(fact.text);
            add(fact.source);
            add(fact.source_date);
            add(fact.source_read);
        }
    }

private:
    std::vector<std::string>& all_;
};

} // namespace

std::optional<EastAsianFace> east_asian_face(std::string_view language) {
    if (language == "zh") return EastAsianFace::chinese;
    if (language == "ja") return EastAsianFace::japanese;
    if (language == "ko") return EastAsianFace::korean;
    return std::nullopt;
}

FontRequest font_request(const std::filesystem::path& folder, float s, const std::vector<const Language*>& languages,
                         const Catalogue& catalogue, const std::vector<StaffMember>& staff, std::string_view spoken) {
    FontRequest request{folder, s, {}, {}, {}};
    if (east_asian_fonts_installed()) request.east_asian = east_asian_face(spoken).value_or(EastAsianFace::chinese);
    Texts texts(request.texts);
    Texts display(request.display_texts);
    for (const OfferedLanguage& language : known_languages)
        texts.add(std::string(language.name));
    for (const Language* language : languages) {
        if (east_asian_face(language->code()) && language->code() != spoken) continue;
        for (const auto& key : language->keys()) {
            texts.add(language->text(key));
            display.add(language->text(key));
        }
    }
    for (const auto& product : catalogue.products()) {
        texts.add(product);
        display.add(product.name);
    }
    for (const auto& producer : catalogue.producers()) {
        texts.add(producer.name);
        texts.add(producer.about);
        texts.add(producer.phone);
        texts.add(producer.website);
    }
    for (const auto& place : catalogue.places())
        for (const auto* name : {&place.printed, &place.commune, &place.province})
            texts.add(*name);
    for (const auto& certificate : catalogue.certificates())
        for (const auto* words : {&certificate.decision, &certificate.issuer, &certificate.source,
                                  &certificate.source_date, &certificate.source_read})
            texts.add(*words);
    for (const auto& member : staff)
        texts.add(member.name);
    return request;
}

} // namespace ocop::kiosk
