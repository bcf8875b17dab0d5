#include "kiosk/devices/virtual_printer.h"

#include <algorithm>

namespace ocop::kiosk {
namespace {

std::uint8_t byte_at(const std::string& text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
}

constexpr int rows_of_a_line = 30; // dots of one text line

} // namespace

bool VirtualPrinter::blank() const {
    return std::all_of(slips_.begin(), slips_.end(), [](const Slip& each) { return each.picture.height == 0; });
}

VirtualPrinter::Slip& VirtualPrinter::slip() {
    if (slips_.empty() || slips_.back().cut) slips_.emplace_back();
    return slips_.back();
}

std::optional<std::size_t> VirtualPrinter::receive(std::string_view bytes) {
    if (!plugged) return std::nullopt;
    std::size_t taken = 0;
    for (const char each : bytes) {
        if (unplug_after && received_ >= *unplug_after) {
            plugged = false;
            switch_off_and_on();
            return taken == 0 ? std::nullopt : std::optional(taken);
        }
        const auto byte = static_cast<std::uint8_t>(each);
        if (buffer_.size() >= buffer_size) work();
        if (buffer_.size() >= buffer_size) {
            const bool question = taken == 0 && bytes.size() == 3 && bytes.substr(0, 2) == "\x10\x04";
            if (!question) break;
            answer_at_once(static_cast<std::uint8_t>(bytes[2])); // even now
            return bytes.size();
        }
        ++received_;
        ++taken;
        buffer_ += each;
        obey_at_once(byte);
    }
    work();
    return taken;
}

void VirtualPrinter::obey_at_once(std::uint8_t byte) {
    last_ += static_cast<char>(byte);
    if (last_.size() > 5) last_.erase(0, last_.size() - 5);
    const auto ends_with = [&](std::string_view command, std::size_t more) {
        const auto size = command.size() + more;
        return last_.size() >= size && last_.compare(last_.size() - size, command.size(), command) == 0;
    };
    if (ends_with("\x10\x04", 1)) answer_at_once(byte);
    if (ends_with("\x10\x14\x01", 2)) ++drawer_opened_;
    if (ends_with("\x10\x05", 1) && byte == 2) buffer_.clear(); // recover: what was to be printed is dropped
}

void VirtualPrinter::answer_at_once(std::uint8_t which) {
    if (!answers) return;
    const bool empty = paper_left && *paper_left <= 0;
    unsigned answer = 0x12;
    if (which == 1 && !ready()) answer |= 0x08;
    if (which == 2 && cover_open) answer |= 0x04;
    if (which == 2 && empty) answer |= 0x20;
    if (which == 4 && paper_left && *paper_left < low_paper_rows) answer |= 0x0C;
    if (which == 4 && empty) answer |= 0x60;
    answers_ += static_cast<char>(answer);
}

std::optional<std::uint8_t> VirtualPrinter::next_answer() {
    if (!plugged || answers_.empty()) return std::nullopt;
    const auto first = byte_at(answers_, 0);
    answers_.erase(0, 1);
    return first;
}

void VirtualPrinter::load_paper(std::optional<int> rows) {
    paper_left = rows;
    work();
}

void VirtualPrinter::switch_off_and_on() {
    buffer_.clear();
    answers_.clear();
    last_.clear();
    rows_done_ = 0;
}

void VirtualPrinter::work() {
    while (!buffer_.empty() && ready()) {
        const auto used = command();
        if (used == 0) return;
        buffer_.erase(0, used);
    }
}

bool VirtualPrinter::feed(int rows) {
    if (!paper_left) return true;
    if (*paper_left < rows) {
        *paper_left = 0;
        return false;
    }
    *paper_left -= rows;
    return true;
}

std::size_t VirtualPrinter::picture() {
    constexpr std::size_t head = 8;
    if (buffer_.size() < head) return 0;
    const std::size_t row_bytes = byte_at(buffer_, 4) + 256U * byte_at(buffer_, 5);
    const std::size_t rows = byte_at(buffer_, 6) + 256U * byte_at(buffer_, 7);
    const auto size = head + row_bytes * rows;
    if (row_bytes == 0 || rows == 0) return head; // a picture of nothing
    if (size > buffer_size || row_bytes > 72) {   // cannot be held: its bytes come out as letters
        garbage_ += head;
        return head;
    }
    if (buffer_.size() < size) return 0;
    auto& paper = slip().picture;
    paper.width = static_cast<int>(row_bytes) * 8;
    for (auto row = static_cast<std::size_t>(rows_done_); row < rows; ++row) {
        if (!feed(1)) {
            rows_done_ = static_cast<int>(row); // the rest when there is paper again
            return 0;
        }
        const auto* first = buffer_.data() + head + row * row_bytes;
        paper.bits.insert(paper.bits.end(), first, first + row_bytes);
        ++paper.height;
    }
    rows_done_ = 0;
    return size;
}

std::size_t VirtualPrinter::command() {
    const auto has = [&](std::size_t size) { return buffer_.size() >= size; };
    const auto first = byte_at(buffer_, 0);
    const auto second = has(2) ? byte_at(buffer_, 1) : std::uint8_t{0};
    if (first == 0x00) return 1; // means nothing
    if (first == 0x0A) return feed(rows_of_a_line) ? 1 : 0;
    if ((first == 0x10 || first == 0x1B || first == 0x1D) && !has(2)) return 0;
    if ((first == 0x10 || first == 0x1B || first == 0x1D) && second == 0) return 2; // no command
    if (first == 0x10 && second == 0x04) return has(3) ? 3 : 0;                     // obeyed when they came
    if (first == 0x10 && second == 0x14) return has(5) ? 5 : 0;
    if (first == 0x10 && second == 0x05) return has(3) ? 3 : 0;
    if (first == 0x1B && second == '@') return 2;
    if (first == 0x1B && second == 'p') {
        if (!has(5)) return 0;
        ++drawer_opened_;
        return 5;
    }
    if (first == 0x1B && second == 'd') {
        if (!has(3)) return 0;
        return feed(byte_at(buffer_, 2) * rows_of_a_line) ? 3 : 0;
    }
    if (first == 0x1D && second == 'v') return picture();
    if (first == 0x1D && second == 'V') {
        if (!has(3)) return 0;
        const bool feeds = byte_at(buffer_, 2) >= 65;
        if (feeds && !has(4)) return 0;
        slip().cut = true;
        return feeds ? 4 : 3;
    }
    if (first == 0x1D && second == 'r') {
        if (!has(3)) return 0;
        if (answers && knows_in_turn) answers_ += static_cast<char>(paper_left && *paper_left < low_paper_rows ? 3 : 0);
        return 3;
    }
    ++garbage_;
    slip().picture.height += feed(1) ? 1 : 0;
    return 1;
}

} // namespace ocop::kiosk
