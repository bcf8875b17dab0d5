// Whatever a network delivers, a reader of the protocol either refuses it or reads a value that means the same when it
// is written and read again; a batch taken in pieces is the batch taken whole.
#include "sync/protocol/batch_answer.h"
#include "sync/protocol/enrolment.h"
#include "sync/protocol/gzip.h"
#include "sync/protocol/hash_ladder.h"
#include "sync/protocol/hello.h"
#include "sync/protocol/journal_batch.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

template <class Read, class Write>
void round_trip(const std::string& bytes, Read read, Write write) {
    if (const auto value = read(bytes)) require(read(write(*value)) == *value);
}

void decode_in_pieces(const std::string& bytes) {
    const auto whole = ocop::decode_batch(bytes);
    ocop::BatchDecoder decoder;
    constexpr std::size_t piece = 7;
    std::size_t at = 0;
    bool refused = false;
    while (at < bytes.size() && !decoder.complete() && !refused) {
        const auto used = decoder.feed(std::string_view(bytes).substr(at, piece));
        if (!used) {
            refused = true;
        } else {
            require(decoder.complete() || *used == std::min(piece, bytes.size() - at));
            at += *used;
        }
    }
    const bool taken = !refused && decoder.complete() && at == bytes.size();
    require(whole.has_value() == taken);
    if (whole) require(decoder.finish()->entries.back().hash == whole->trailer.head_hash);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    round_trip(bytes, ocop::read_hello, ocop::write_hello);
    round_trip(bytes, ocop::read_batch_answer, ocop::write_batch_answer);
    round_trip(bytes, ocop::read_hash_ladder, ocop::write_hash_ladder);
    round_trip(bytes, ocop::read_enrolment_request, ocop::write_enrolment_request);
    round_trip(bytes, ocop::read_enrolment_answer, ocop::write_enrolment_answer);
    decode_in_pieces(bytes);
    constexpr std::size_t largest = 1 << 16;
    if (const auto text = ocop::gunzip(bytes, largest)) require(text->size() <= largest);
    return 0;
}
