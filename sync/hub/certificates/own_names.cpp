#include "sync/hub/certificates/server_identity.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

namespace ocop {
namespace {

std::string text_of(const sockaddr* address) {
    char text[INET6_ADDRSTRLEN] = {};
    const void* number = nullptr;
    if (address != nullptr && address->sa_family == AF_INET)
        number = &reinterpret_cast<const sockaddr_in*>(address)->sin_addr;
    else if (address != nullptr && address->sa_family == AF_INET6)
        number = &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
    if (number == nullptr || ::inet_ntop(address->sa_family, number, text, sizeof text) == nullptr) return {};
    return text;
}

} // namespace

std::vector<std::string> own_names() {
    std::vector<std::string> names{"localhost", "127.0.0.1", "::1"};
    const auto add = [&](const std::string& name) {
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    char host[256] = {};
    if (::gethostname(host, sizeof host - 1) == 0) add(host);
    ifaddrs* list = nullptr;
    if (::getifaddrs(&list) != 0) return names;
    const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owner(list, ::freeifaddrs);
    for (const auto* item = list; item != nullptr; item = item->ifa_next)
        add(text_of(item->ifa_addr));
    return names;
}

} // namespace ocop
