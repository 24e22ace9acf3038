/* Bytes become code points with their classes. */
#include "ref.h"

#include <stdio.h>
#include <stdlib.h>

#include "uclass.h"
#include "uclass_tab.h"

void *ref_alloc(void *old, size_t bytes)
{
    void *p = realloc(old, bytes ? bytes : 1);

    if (!p) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return p;
}

void *ref_grow(void *old, size_t n, size_t size)
{
    return n & (n - 1) ? old : ref_alloc(old, (n ? 2 * n : 1) * size);
}

/* The class of a code point, and what it folds to, by the first range that fits. */
static void classify(ref_char *c)
{
    uint32_t cp = c->cp;
    unsigned i = 0;
    uint8_t kind, class;

    c->folded = cp;
    if (cp < 0x80) {
        c->class = ascii_class[cp];
        if (cp >= 'A' && cp <= 'Z')
            c->folded = cp + 32;
        return;
    }
    if (cp > 0xFFFF) {
        c->class = PI_UC_MARK;
        if (cp < 0x1F000 || (cp > 0x1FAFF && cp < 0x20000))
            c->class = PI_UC_LETTER;
        else if (cp >= 0x20000 && cp < 0xF0000)
            c->class = cp < 0xE0000 ? PI_UC_IDEO : PI_UC_SKIP;
        return;
    }
    while (i + 1 < RANGES && range_start[i + 1] <= cp)
        i++;
    kind = range_kind[i];
    class = kind_class[kind] & PI_UC_CLASS;
    if (((kind_class[kind] & PI_UC_ALT_EVEN) && cp % 2 != 0) || ((kind_class[kind] & PI_UC_ALT_ODD) && cp % 2 == 0)
        || ((kind_class[kind] & PI_UC_ALT_8) && (cp & 8) == 0)) {
        c->class = class + 1;
        return;
    }
    c->class = class;
    c->folded = (uint16_t)(cp + kind_delta[kind]);
}

/* Bytes of the well-formed sequence at s, of which there are n (Unicode 15.0, table 3-7); 0 when there is none. Then *bad is the
 * length of the maximal subpart: the longest beginning of a well-formed sequence, or one byte. */
static size_t well_formed(const uint8_t *s, size_t n, size_t *bad)
{
    static const struct {
        uint8_t first, last, length, low, high;
    } row[] = {
        { 0x00, 0x7F, 1, 0, 0 },          { 0xC2, 0xDF, 2, 0x80, 0xBF }, { 0xE0, 0xE0, 3, 0xA0, 0xBF },
        { 0xE1, 0xEC, 3, 0x80, 0xBF },    { 0xED, 0xED, 3, 0x80, 0x9F }, { 0xEE, 0xEF, 3, 0x80, 0xBF },
        { 0xF0, 0xF0, 4, 0x90, 0xBF },    { 0xF1, 0xF3, 4, 0x80, 0xBF }, { 0xF4, 0xF4, 4, 0x80, 0x8F },
    };
    size_t i, k;

    *bad = 1;
    for (i = 0; i < sizeof row / sizeof row[0]; i++) {
        if (s[0] < row[i].first || s[0] > row[i].last)
            continue;
        for (k = 1; k < row[i].length; k++)
            if (k == n || s[k] < (k == 1 ? row[i].low : 0x80) || s[k] > (k == 1 ? row[i].high : 0xBF)) {
                *bad = k;
                return 0;
            }
        return row[i].length;
    }
    return 0;
}

ref_text ref_decode(const uint8_t *bytes, size_t length)
{
    static const uint8_t first_bits[5] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
    ref_text t = { bytes, length, NULL, 0, 0 };
    size_t at = 0;

    t.c = ref_alloc(NULL, (length + 1) * sizeof *t.c);
    while (at < length) {
        ref_char *c = &t.c[t.n++];
        size_t bad, k, n = well_formed(bytes + at, length - at, &bad);

        c->offset = (uint32_t)at;
        c->bytes = (uint8_t)(n ? n : bad);
        c->cp = n ? bytes[at] & first_bits[n] : 0xFFFD;
        for (k = 1; k < n; k++)
            c->cp = c->cp << 6 | (bytes[at + k] & 0x3F);
        t.malformed += n == 0;
        classify(c);
        at += c->bytes;
    }
    t.c[t.n].offset = (uint32_t)length;
    t.c[t.n].cp = t.c[t.n].folded = ' ';
    t.c[t.n].bytes = 0;
    t.c[t.n].class = PI_UC_BLANK;
    return t;
}

void ref_text_free(ref_text *t) { free(t->c); }
