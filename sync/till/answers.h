// Whether what came back is an answer of a hub at all.
#pragma once

#include "pos/base/result.h"
#include "sync/till/hub_connection.h"

#include <initializer_list>

namespace ocop {

// Fails unless the whole body is JSON with one of these statuses:
//   offline "error.hub_portal":     a page or a redirect, as captive portals answer
//   refused "error.hub_credential": 401 or 403
//   offline "error.hub_status" {status}: any other status, or a body that was cut
Result<> require_answer(const HttpResponse& response, std::initializer_list<int> statuses);
Result<> require_status(const HttpResponse& response, std::initializer_list<int> statuses); // of any content type

} // namespace ocop
