// Article numbers as printed in barcodes: GTIN-8, -12, -13 and -14 (vietnam.md §7).
#pragma once

#include <string>
#include <string_view>

namespace ocop {

// 8, 12, 13 or 14 digits whose last one is the check digit (modulo 10, weights 3 and 1 from the right).
bool is_gtin(std::string_view digits);

// The check digit of the digits before it. Input is 7, 11, 12 or 13 digits.
char gtin_check_digit(std::string_view digits);

// The 14 digit form under which the same article is found whatever form a scanner sends (a UPC of 12 digits or the
// same with a leading 0). Text that is not 1 to 14 digits comes back as it is.
std::string gtin14(std::string_view digits);

} // namespace ocop
