// How a command beside a running kiosk asks the holder of a data directory to write for it (architecture.md, One
// writer): one line of JSON through the holder's 0600 socket, one line back.
#pragma once

#include "pos/base/result.h"
#include "pos/store/data_directory.h"

#include <string>

namespace ocop {

// Waits for the answer: the holder may put it off until nobody is at its screen. Fails with busy ("error.no_holder")
// when nobody listens there or the holder ends before it has answered.
Result<std::string> ask_holder(const DataDirectory& directory, const std::string& line);

// What an Error looks like in an answer, and back. Text that is no such object reads as refused.
std::string error_line(const Error& error);
Error error_of_line(const std::string& line);

} // namespace ocop
