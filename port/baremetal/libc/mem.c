#include <string.h>

#include <stdint.h>

/* A compiler may see memcpy in these very loops and make them call themselves. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("no-tree-loop-distribute-patterns")
#endif

enum { WORD = sizeof(uint32_t) };

#define ALIGNED(p) (((uintptr_t)(p) & (WORD - 1)) == 0)

void *memcpy(void *to, const void *from, size_t n)
{
    uint8_t *d = to;
    const uint8_t *s = from;

#ifndef __AVR__
    if (ALIGNED(d) && ALIGNED(s)) {
        for (; n >= 4 * WORD; n -= 4 * WORD, d += 4 * WORD, s += 4 * WORD) {
            uint32_t *to4 = (uint32_t *)(void *)d;
            const uint32_t *from4 = (const uint32_t *)(const void *)s;

            to4[0] = from4[0];
            to4[1] = from4[1];
            to4[2] = from4[2];
            to4[3] = from4[3];
        }
        for (; n >= WORD; n -= WORD, d += WORD, s += WORD)
            *(uint32_t *)(void *)d = *(const uint32_t *)(const void *)s;
    }
#endif
    for (; n >= 4; n -= 4, d += 4, s += 4) {
        d[0] = s[0];
        d[1] = s[1];
        d[2] = s[2];
        d[3] = s[3];
    }
    while (n--)
        *d++ = *s++;
    return to;
}

void *memmove(void *to, const void *from, size_t n)
{
    uint8_t *d = to;
    const uint8_t *s = from;

    if ((uintptr_t)d <= (uintptr_t)s)
        return memcpy(to, from, n); /* which goes upwards */
    while (n--)
        d[n] = s[n];
    return to;
}

void *memset(void *to, int c, size_t n)
{
    uint8_t *d = to;
    uint8_t b = (uint8_t)c;

#ifndef __AVR__
    if (ALIGNED(d)) {
        uint32_t w = b * UINT32_C(0x01010101);

        for (; n >= 4 * WORD; n -= 4 * WORD, d += 4 * WORD) {
            uint32_t *to4 = (uint32_t *)(void *)d;

            to4[0] = to4[1] = to4[2] = to4[3] = w;
        }
        for (; n >= WORD; n -= WORD, d += WORD)
            *(uint32_t *)(void *)d = w;
    }
#endif
    while (n--)
        *d++ = b;
    return to;
}

int memcmp(const void *a, const void *b, size_t n)
{
    const uint8_t *x = a, *y = b;

    for (; n--; x++, y++)
        if (*x != *y)
            return *x < *y ? -1 : 1;
    return 0;
}
