// The numbers behind a star grade (design guide 4.3): a potential five is a four with a nomination.
#pragma once

#include "pos/catalogue/catalogue.h"

namespace ocop {

// Under which stars are counted, filtered and sealed: 3, 4 or 5; a potential five counts as 4.
int star_number(Stars stars);

// Orders grades from low to high, a potential five between 4 and 5.
int star_rank(Stars stars);

} // namespace ocop
