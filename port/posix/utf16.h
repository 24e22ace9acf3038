/* UTF-16 to UTF-8, resumable at any byte. */
#ifndef UTF16_H
#define UTF16_H

#include <stddef.h>
#include <stdint.h>

/* Zero it, then set `big`. */
typedef struct {
    uint8_t big;   /* the high byte comes first */
    uint8_t half;  /* `first` holds the first byte of a unit */
    uint8_t first;
    uint16_t high; /* a high surrogate that waits for its other half, or 0 */
    uint32_t bad;  /* surrogates without their other half and a half unit at the end, given as U+FFFD */
} utf16;

/* Takes a byte; puts the UTF-8 that it completes into out and returns how many bytes that is, 0 to 6. */
size_t utf16_put(utf16 *u, uint8_t byte, uint8_t out[6]);

/* The text ends. Returns as utf16_put. */
size_t utf16_end(utf16 *u, uint8_t out[6]);

/* Puts a code point below 0x110000 as UTF-8, 1 to 4 bytes; a surrogate as U+FFFD. */
size_t utf8_put(uint32_t code, uint8_t out[4]);

#endif
