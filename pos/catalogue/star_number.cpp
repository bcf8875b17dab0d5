#include "pos/catalogue/star_number.h"

namespace ocop {

int star_number(Stars stars) {
    return stars == Stars::three ? 3 : stars == Stars::five ? 5 : 4;
}

int star_rank(Stars stars) {
    return 2 * star_number(stars) + (stars == Stars::potential_five ? 1 : 0);
}

} // namespace ocop
