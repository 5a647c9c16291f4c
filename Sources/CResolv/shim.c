#include "CResolv.h"

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <string.h>

static void use_only(struct __res_state *state, const char *server, uint16_t port)
{
    state->nscount = 1;
    memset(&state->nsaddr_list[0], 0, sizeof state->nsaddr_list[0]);
    state->nsaddr_list[0].sin_family = AF_INET;
    state->nsaddr_list[0].sin_port = htons(port);
    inet_pton(AF_INET, server, &state->nsaddr_list[0].sin_addr);
}

int postern_resolv_ask(
    const char *name, const char *server, uint16_t port, int seconds, int tries, uint8_t *answer, int capacity)
{
    struct __res_state state;
    memset(&state, 0, sizeof state);
    if (res_ninit(&state) != 0)
        return POSTERN_RESOLV_FAILED;
    if (server != NULL)
        use_only(&state, server, port);
    state.retrans = seconds;
    state.retry = tries;
    int size = res_nquery(&state, name, ns_c_in, ns_t_txt, answer, capacity);
    int error = state.res_h_errno;
    res_nclose(&state);
    if (size < 0)
        return error == HOST_NOT_FOUND || error == NO_DATA ? POSTERN_RESOLV_NONE : POSTERN_RESOLV_FAILED;
    // A larger answer than fits is cut, and says its whole size.
    return size < capacity ? size : capacity;
}

static int join(const uint8_t *data, int size, uint8_t *text, int capacity)
{
    int count = 0;
    for (int at = 0; at < size;) {
        int length = data[at++];
        if (length > size - at || length > capacity - count)
            return POSTERN_RESOLV_FAILED;
        memcpy(text + count, data + at, (size_t)length);
        count += length;
        at += length;
    }
    return count;
}

int postern_resolv_text(
    const uint8_t *answer, int size, int place, uint8_t *text, int capacity, uint32_t *lifetime)
{
    ns_msg message;
    if (ns_initparse(answer, size, &message) != 0)
        return POSTERN_RESOLV_FAILED;
    for (int number = 0, seen = 0; number < ns_msg_count(message, ns_s_an); number++) {
        ns_rr record;
        if (ns_parserr(&message, ns_s_an, number, &record) != 0)
            return POSTERN_RESOLV_FAILED;
        if (ns_rr_type(record) != ns_t_txt || ns_rr_class(record) != ns_c_in || seen++ != place)
            continue;
        *lifetime = ns_rr_ttl(record);
        return join(ns_rr_rdata(record), ns_rr_rdlen(record), text, capacity);
    }
    return POSTERN_RESOLV_NONE;
}
