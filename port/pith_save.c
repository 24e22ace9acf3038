#include "pith_save.h"

#include <string.h>

enum { IDLE, SUM, PICK, WRITE, SEAL };
enum { SUM_STEP = 256, FORMAT = 1 };
static const uint32_t magic = UINT32_C(0x56537069); /* "ipSV" */

/* CRC-32 (ISO-HDLC), bit by bit: a table would stand in RAM on AVR. About 50 instructions a byte on a Cortex-M0. Goes
 * on from the value it gave for the bytes before, 0 at first. */
static uint32_t crc32(uint32_t crc, const uint8_t *b, size_t n)
{
    uint8_t bit;

    crc = ~crc;
    for (; n > 0; n--) {
        crc ^= *b++;
        for (bit = 0; bit < 8; bit++)
            crc = (crc >> 1) ^ (UINT32_C(0xEDB88320) & (0 - (crc & 1)));
    }
    return ~crc;
}

static void put32(uint8_t *b, uint32_t x)
{
    b[0] = (uint8_t)x;
    b[1] = (uint8_t)(x >> 8);
    b[2] = (uint8_t)(x >> 16);
    b[3] = (uint8_t)(x >> 24);
}

static uint32_t get32(const uint8_t *b)
{
    return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static uint8_t byte_order(void)
{
    const uint16_t one = 1;
    uint8_t first;

    memcpy(&first, &one, 1);
    return first;
}

static uint32_t tail_bytes(const pith_flash *f)
{
    return ((uint32_t)PITH_SAVE_TAIL + f->unit - 1) / f->unit * f->unit;
}

/* Bytes of a save that a block takes. */
static uint32_t room(const pith_flash *f) { return f->block - tail_bytes(f); }

static uint32_t start_of(const pith_flash *f, uint16_t block) { return f->block * block; }

static uint32_t tail_of(const pith_flash *f, uint16_t block) { return start_of(f, block) + room(f); }

/* Bytes of the save in its block `index`. */
static uint32_t piece(const pith_flash *f, const pith_save_tail *t, uint16_t index)
{
    uint32_t left = t->bytes - room(f) * index;

    return left < room(f) ? left : room(f);
}

/* Bytes of the parts; 0 when there are none, or more than offsets can say. */
static uint32_t total(const pith_part *parts, uint16_t n)
{
    uint32_t sum = 0;

    if (parts == NULL)
        return 0;
    for (; n > 0; n--, parts++) {
        if ((parts->at == NULL && parts->n > 0) || parts->n > UINT32_MAX - sum)
            return 0;
        sum += (uint32_t)parts->n;
    }
    return sum;
}

/* Copies n bytes between `buf` and the parts, taken as one; `in`: into the parts. at + n <= their total. */
static void carry(const pith_part *part, uint32_t at, uint8_t *buf, size_t n, int in)
{
    while (n > 0) {
        size_t k;
        uint8_t *b;

        if (at >= part->n) {
            at -= (uint32_t)part->n;
            part++;
            continue;
        }
        k = part->n - (size_t)at;
        if (k > n)
            k = n;
        b = (uint8_t *)part->at + at;
        if (in)
            memcpy(b, buf, k);
        else
            memcpy(buf, b, k);
        buf += k;
        n -= k;
        at += (uint32_t)k;
    }
}

static void put_tail(const pith_save_tail *t, uint8_t raw[PITH_SAVE_TAIL])
{
    put32(raw, magic);
    put32(raw + 4, t->seq);
    put32(raw + 8, t->sum);
    put32(raw + 12, t->bytes);
    put32(raw + 16, t->tag);
    put32(raw + 20, t->crc);
    /* index and count are below 2^15: see pith_save_begin; their upper bits say order and format */
    put32(raw + 24, t->index | (uint32_t)t->order << 15 | (uint32_t)t->count << 16 | (uint32_t)FORMAT << 31);
    put32(raw + 28, crc32(0, raw, 28));
}

/* Reads what stands at the end of a block. Returns 1, 0 when that is nothing, or the driver's error. */
static int get_tail(const pith_flash *f, uint16_t block, pith_save_tail *t)
{
    uint8_t raw[PITH_SAVE_TAIL];
    uint32_t x;
    int r = f->read(f->port, tail_of(f, block), raw, sizeof raw);

    if (r)
        return r < 0 ? r : 0;
    if (get32(raw) != magic || get32(raw + 28) != crc32(0, raw, 28))
        return 0;
    t->seq = get32(raw + 4);
    t->sum = get32(raw + 8);
    t->bytes = get32(raw + 12);
    t->tag = get32(raw + 16);
    t->crc = get32(raw + 20);
    x = get32(raw + 24);
    t->index = (uint16_t)(x & 0x7FFF);
    t->order = (uint8_t)(x >> 15 & 1);
    t->count = (uint16_t)(x >> 16 & 0x7FFF);
    return x >> 31 == FORMAT && t->count > 0 && t->index < t->count && t->bytes > 0
        && (t->bytes - 1) / room(f) + 1 == t->count;
}

/* Saves are told apart by number and checksum: two that were begun with one number, since power failed before the end
 * of a block could be read, differ in the latter, or else in nothing. */
static int same_save(const pith_save_tail *a, const pith_save_tail *b)
{
    return a->seq == b->seq && a->sum == b->sum && a->bytes == b->bytes && a->tag == b->tag && a->order == b->order;
}

static int older(const pith_save_tail *a, const pith_save_tail *b)
{
    return a->seq != b->seq ? a->seq < b->seq : a->sum < b->sum;
}

/* Reads block `index` of a save, through `buf`, into the parts if there are some. Returns 1 if it is whole, 0, or the
 * driver's error. `sum` goes on over its bytes. */
static int read_piece(const pith_save *s, uint16_t block, const pith_save_tail *t, const pith_part *parts, uint32_t *sum)
{
    const pith_flash *f = s->flash;
    uint32_t n = piece(f, t, t->index), at, crc = 0;

    for (at = 0; at < n;) {
        size_t k = n - at < s->size ? (size_t)(n - at) : s->size;
        int r = f->read(f->port, start_of(f, block) + at, s->buf, k);

        if (r)
            return r < 0 ? r : 0;
        crc = crc32(crc, s->buf, k);
        *sum = crc32(*sum, s->buf, k);
        if (parts)
            carry(parts, room(f) * t->index + at, s->buf, k, 1);
        at += (uint32_t)k;
    }
    return crc == t->crc;
}

/* Reads a save. Returns 1 if it is whole, and *last is the block of its end; 0; or the driver's error. */
static int read_save(const pith_save *s, const pith_save_tail *save, const pith_part *parts, uint16_t *last)
{
    const pith_flash *f = s->flash;
    uint32_t sum = 0;
    uint16_t index, block;

    for (index = 0; index < save->count; index++) {
        int r = 0;

        for (block = 0; r == 0 && block < f->blocks; block++) {
            pith_save_tail t;
            uint32_t on = sum;

            r = get_tail(f, block, &t);
            if (r > 0)
                r = same_save(&t, save) && t.index == index ? read_piece(s, block, &t, parts, &on) : 0;
            if (r < 0)
                return r;
            if (r) {
                sum = on;
                *last = block;
            }
        }
        if (r == 0)
            return 0;
    }
    return sum == save->sum;
}

/* Nothing is known of the area: a save begun now could pass for an old one. */
static int unknown(pith_save *s, int error)
{
    s->flash = NULL;
    s->have = 0;
    s->phase = IDLE;
    return error;
}

/* Finds the newest save that is whole, of those older than s->newest if there is such a one. */
static int find(pith_save *s)
{
    const pith_flash *f = s->flash;
    uint16_t round, block;
    int r;

    for (round = 0; round < f->blocks; round++) {
        pith_save_tail best, t;
        uint8_t found = 0;

        for (block = 0; block < f->blocks; block++) {
            r = get_tail(f, block, &t);
            if (r < 0)
                return unknown(s, r);
            if (r == 0)
                continue;
            if (t.seq > s->top)
                s->top = t.seq;
            if ((s->have && !older(&t, &s->newest)) || (found && !older(&best, &t)))
                continue;
            best = t;
            found = 1;
        }
        if (!found)
            break;
        s->newest = best;
        s->have = 1;
        r = read_save(s, &best, NULL, &s->last);
        if (r)
            return r < 0 ? unknown(s, r) : 0;
    }
    s->have = 0;
    s->last = (uint16_t)(f->blocks - 1);
    return 0;
}

int pith_save_open(pith_save *s, const pith_flash *f, void *buf, size_t n, uint32_t tag)
{
    if (s == NULL || f == NULL || buf == NULL || f->unit == 0 || f->blocks == 0 || f->block % f->unit != 0
        || f->block < tail_bytes(f) + f->unit || UINT32_MAX / f->block < f->blocks || n < tail_bytes(f) || n % f->unit != 0)
        return PITH_E_ARG;
    memset(s, 0, sizeof *s);
    s->flash = f;
    s->buf = (uint8_t *)buf;
    s->size = n;
    s->tag = tag;
    return find(s);
}

int pith_save_load(pith_save *s, const pith_part *parts, uint16_t n)
{
    uint32_t bytes = total(parts, n);
    int r;

    if (bytes == 0)
        return PITH_E_ARG;
    if (s->flash == NULL)
        return PITH_E_STATE;
    s->phase = IDLE;
    while (s->have) {
        if (s->newest.bytes != bytes || s->newest.tag != s->tag || s->newest.order != byte_order())
            return PITH_SAVE_OTHER;
        r = read_save(s, &s->newest, parts, &s->last);
        if (r)
            return r < 0 ? r : 0;
        r = find(s);
        if (r < 0)
            return r;
    }
    return PITH_SAVE_NONE;
}

int pith_save_begin(pith_save *s, const pith_part *parts, uint16_t n)
{
    uint32_t bytes = total(parts, n), count;

    if (bytes == 0)
        return PITH_E_ARG;
    if (s->flash == NULL)
        return PITH_E_STATE;
    count = (bytes - 1) / room(s->flash) + 1;
    if (count > 0x7FFF || count > s->flash->blocks)
        return PITH_E_SPACE;
    memset(&s->now, 0, sizeof s->now);
    s->now.bytes = bytes;
    s->now.tag = s->tag;
    s->now.order = byte_order();
    s->now.count = (uint16_t)count;
    s->now.seq = ++s->top;
    s->parts = parts;
    s->nparts = n;
    s->at = s->sum_before = 0;
    /* Always from the end of the newest save on: what a save that was cut short has begun to write, of which some bits
     * may read now so, now otherwise, is erased by the next one, before that counts. */
    s->block = s->last;
    s->tried = 0;
    s->phase = SUM;
    return PITH_OK;
}

static int step_sum(pith_save *s)
{
    size_t n = s->size < SUM_STEP ? s->size : SUM_STEP;

    if (n > s->now.bytes - s->at)
        n = (size_t)(s->now.bytes - s->at);
    carry(s->parts, s->at, s->buf, n, 0);
    s->now.sum = crc32(s->now.sum, s->buf, n);
    s->at += (uint32_t)n;
    if (s->at == s->now.bytes)
        s->phase = PICK;
    return PITH_MORE;
}

/* The next block that is not of the newest save; erases it. */
static int step_pick(pith_save *s)
{
    const pith_flash *f = s->flash;
    pith_save_tail t;
    int r;

    if (s->tried == f->blocks)
        return PITH_E_SPACE;
    s->tried++;
    s->block = (uint16_t)(s->block + 1 < f->blocks ? s->block + 1 : 0);
    if (s->have) {
        r = get_tail(f, s->block, &t);
        if (r < 0)
            return r;
        if (r && same_save(&t, &s->newest))
            return PITH_MORE;
    }
    r = f->erase(f->port, start_of(f, s->block));
    if (r < 0)
        return r;
    if (r == 0)
        s->phase = WRITE;
    s->at = s->now.crc = 0;
    s->sum = s->sum_before;
    return PITH_MORE;
}

/* Programs n bytes of buf, rounded up to units, and reads them back into it. */
static int program(pith_save *s, uint32_t at, size_t n)
{
    const pith_flash *f = s->flash;
    size_t whole = (n + f->unit - 1) / f->unit * f->unit;
    int r;

    memset(s->buf + n, 0xFF, whole - n);
    r = f->program(f->port, at, s->buf, whole);
    return r ? r : f->read(f->port, at, s->buf, n);
}

static int step_write(pith_save *s)
{
    const pith_flash *f = s->flash;
    uint32_t before = room(f) * s->now.index, end = piece(f, &s->now, s->now.index), crc, sum;
    size_t n = end - s->at < s->size ? (size_t)(end - s->at) : s->size;
    int r;

    carry(s->parts, before + s->at, s->buf, n, 0);
    crc = crc32(s->now.crc, s->buf, n);
    sum = crc32(s->sum, s->buf, n);
    r = program(s, start_of(f, s->block) + s->at, n);
    if (r < 0)
        return r;
    if (r || crc32(s->now.crc, s->buf, n) != crc) {
        s->phase = PICK;
        return PITH_MORE;
    }
    s->now.crc = crc;
    s->sum = sum;
    s->at += (uint32_t)n;
    if (s->at == end)
        s->phase = SEAL;
    return PITH_MORE;
}

/* All of the block is written and reads well: its end makes it count, and the last one's the save. */
static int step_seal(pith_save *s)
{
    const pith_flash *f = s->flash;
    uint8_t raw[PITH_SAVE_TAIL];
    int r;

    if (s->now.index + 1 == s->now.count && s->sum != s->now.sum)
        return PITH_E_STATE;
    put_tail(&s->now, raw);
    memcpy(s->buf, raw, sizeof raw);
    r = program(s, tail_of(f, s->block), sizeof raw);
    if (r < 0)
        return r;
    s->phase = PICK;
    if (r || memcmp(s->buf, raw, sizeof raw) != 0)
        return PITH_MORE;
    s->sum_before = s->sum;
    if (++s->now.index < s->now.count)
        return PITH_MORE;
    s->newest = s->now;
    s->last = s->block;
    s->have = 1;
    return PITH_OK;
}

int pith_save_step(pith_save *s)
{
    int r = PITH_E_STATE;

    switch (s->phase) {
    case SUM: r = step_sum(s); break;
    case PICK: r = step_pick(s); break;
    case WRITE: r = step_write(s); break;
    case SEAL: r = step_seal(s); break;
    default: break;
    }
    if (r != PITH_MORE)
        s->phase = IDLE;
    return r;
}
