// The catalogue as one canonical JSON document: sorted keys, no spaces, NFC text, fields that are empty left out. Equal
// catalogues give equal bytes, so that a release's hash means its content. The release id is not part of the document:
// the release names the document, not the other way round.
#pragma once

#include "pos/base/result.h"
#include "pos/catalogue/catalogue.h"

#include <string>
#include <string_view>

namespace ocop {

std::string write_catalogue(const Catalogue& catalogue);

// The catalogue of a document, as `release`. Fails with refused ("error.catalogue_broken" names the place in the
// document) when a field is missing, of the wrong type, outside its range or not NFC, or when a reference does not
// resolve; with newer when the document was made for a later version of this format. Fields this version does not know
// are passed over, so that a later one may add some.
Result<Catalogue> read_catalogue(std::string_view document, ReleaseId release);

} // namespace ocop
