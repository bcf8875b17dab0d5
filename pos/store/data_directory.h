// The folder that holds everything of one till: journal, key, catalogue blobs. Mode 0700.
#pragma once

#include "pos/base/result.h"

#include <filesystem>
#include <string>

namespace ocop {

struct DataDirectory {
    std::filesystem::path root;

    std::filesystem::path journal() const { return root / "journal.db"; }
    std::filesystem::path key() const { return root / "till.key"; }           // Ed25519; never part of a backup
    std::filesystem::path reader_key() const { return root / "readers.key"; } // opens by code; never part of a backup
    std::filesystem::path blobs() const { return root / "blobs"; }
    std::filesystem::path lock() const { return root / "writer.lock"; }
    // The highest seq ever written, outside the database: an older copy of the database shows against it.
    std::filesystem::path high_water() const { return root / "seq.high"; }
    std::filesystem::path hub_settings() const { return root / "hub.json"; } // enrolment: address, CA, credential

    std::filesystem::path devices() const { return root / "devices.json"; } // printer of this machine
    std::filesystem::path printed() const { return root / "printed"; }      // slips that the demo's printer drew

    std::filesystem::path crashes() const { return root / "crashes.json"; } // how the kiosk ended lately

    // Where the kiosk takes what commands beside it want written (store/holder_socket.h).
    std::filesystem::path holder_socket() const { return root / "holder.sock"; }

    // --data if given, else $XDG_DATA_HOME/ocop, else ~/.local/share/ocop.
    static DataDirectory choose(const std::string& given);
    // Creates the folders with mode 0700; existing ones are tightened.
    Result<> create() const;
    bool exists() const;
};

// The right to write a data directory, held by one process at a time. Released on destruction and by the kernel when
// the process dies.
class WriterLock {
public:
    // Fails with busy and {holder}, the name and process number of the program that holds it.
    static Result<WriterLock> acquire(const DataDirectory& directory, const std::string& program);
    WriterLock(WriterLock&& other) noexcept;
    WriterLock& operator=(WriterLock&& other) noexcept;
    ~WriterLock();

private:
    explicit WriterLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

} // namespace ocop
