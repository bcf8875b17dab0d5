#include "pos/base/error.h"

namespace ocop {

int exit_status(ErrorKind kind) {
    switch (kind) {
    case ErrorKind::refused:
    case ErrorKind::not_found:
    case ErrorKind::conflict:
        return 1;
    case ErrorKind::usage:
        return 2;
    case ErrorKind::storage:
    case ErrorKind::unknown_outcome:
        return 3;
    case ErrorKind::offline:
        return 4;
    case ErrorKind::busy:
        return 5;
    case ErrorKind::newer:
        return 6;
    }
    return 3;
}

} // namespace ocop
