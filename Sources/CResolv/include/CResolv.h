// The system's DNS resolver, with a state for each question, so that threads and tests do not meet in a global one.
#ifndef POSTERN_CRESOLV_H
#define POSTERN_CRESOLV_H

#include <stddef.h>
#include <stdint.h>

enum {
    // The name, or a TXT record of it, does not exist.
    POSTERN_RESOLV_NONE = -1,
    // Nobody answered, or with an error that may pass, or what cannot be read.
    POSTERN_RESOLV_FAILED = -2,
};

// Asks for the TXT records of `name`, which is complete. Blocks for some seconds at most: `tries` times, `seconds` for each
// server. `server` is an IPv4 address asked at `port` in the place of the system's servers, or NULL.
// Returns the bytes of the answer, at most `capacity`, or one of the two above.
int postern_resolv_ask(
    const char *name, const char *server, uint16_t port, int seconds, int tries, uint8_t *answer, int capacity);

// Joins the strings of the TXT record that stands at `place` among the TXT records of an answer, and tells how many seconds
// it may be kept. Returns its bytes, at most `capacity`, or one of the two above.
int postern_resolv_text(
    const uint8_t *answer, int size, int place, uint8_t *text, int capacity, uint32_t *lifetime);

#endif
