#include "store.h"

void pi_store_init(const pi_tab *t, uint16_t nrecs, uint16_t nchunks)
{
    pi_store *s = t->s;
    uint16_t i;

    memset(s, 0, sizeof *s);
    s->nrecs = nrecs;
    s->nchunks = nchunks;
    s->chunks_left = nchunks;
    s->head = s->tail = s->hand = s->first = s->last = PI_NIL;
    s->free_rec = nrecs ? 0 : PI_NIL;
    s->free_chunk = nchunks ? 0 : PI_NIL;
    for (i = 0; i < nrecs; i++)
        t->rec[i].next = i + 1 < nrecs ? (uint16_t)(i + 1) : PI_NIL;
    for (i = 0; PI_KEEP && i < nchunks; i++)
        t->chunk[i].next = i + 1 < nchunks ? (uint16_t)(i + 1) : PI_NIL;
}

static uint16_t chunk_new(const pi_tab *t)
{
    pi_store *s = t->s;
    uint16_t c = s->free_chunk;

    if (c != PI_NIL) {
        s->free_chunk = t->chunk[c].next;
        s->chunks_left--;
        t->chunk[c].next = PI_NIL;
    }
    return c;
}

/* Frees a list of chunks. The count bounds the walk even if the list is damaged. */
static void chunks_free(const pi_tab *t, uint16_t c)
{
    pi_store *s = t->s;

    while (c != PI_NIL && s->chunks_left < s->nchunks) {
        uint16_t next = t->chunk[c].next;

        t->chunk[c].next = s->free_chunk;
        s->free_chunk = c;
        s->chunks_left++;
        c = next;
    }
}

uint16_t pi_store_new(const pi_tab *t)
{
    pi_store *s = t->s;
    uint16_t i = s->free_rec;

    if (i != PI_NIL) {
        s->free_rec = t->rec[i].next;
        t->rec[i].text = PI_NIL;
    }
    return i;
}

void pi_store_free(const pi_tab *t, uint16_t i)
{
    if (PI_KEEP)
        chunks_free(t, t->rec[i].text);
    t->rec[i].next = t->s->free_rec;
    t->s->free_rec = i;
}

void pi_store_push(const pi_tab *t, uint16_t i)
{
    pi_store *s = t->s;

    if (s->tail == PI_NIL)
        s->head = i;
    else
        t->rec[s->tail].next = i;
    s->tail = i;
    s->used++;
}

void pi_store_drop(const pi_tab *t, uint16_t before)
{
    pi_store *s = t->s;
    uint16_t i = before == PI_NIL ? s->head : t->rec[before].next;

    if (i == PI_NIL)
        return;
    if (before == PI_NIL)
        s->head = t->rec[i].next;
    else
        t->rec[before].next = t->rec[i].next;
    if (s->tail == i)
        s->tail = before;
    if (s->hand == i)
        s->hand = before;
    pi_store_free(t, i);
    s->used--;
}

/* Position in the chunk list of the byte at `offset`. */
static uint32_t position(const pi_store *s, uint32_t offset)
{
    uint32_t at = offset - s->base;

    if (s->hole_len && offset > s->hole)
        at -= offset - s->hole < s->hole_len ? offset - s->hole : s->hole_len;
    return at;
}

size_t pi_store_append(const pi_tab *t, uint32_t offset, const uint8_t *text, size_t n)
{
    pi_store *s = t->s;
    size_t done = 0;

    if (s->first == PI_NIL) {
        s->base = s->end = offset;
        s->hole_len = 0;
    } else if (offset != s->end && n > 0) {
        /* A long run of blanks was left out. There is one at most: the sentence ends at it. */
        if (s->hole_len == 0)
            s->hole = s->end;
        s->hole_len += offset - s->end;
        s->end = offset;
    }
    while (done < n) {
        size_t room = (size_t)(PI_CHUNK - s->fill);

        if (room == 0 || s->first == PI_NIL) {
            uint16_t c = chunk_new(t);

            if (c == PI_NIL)
                break;
            if (s->first == PI_NIL)
                s->first = c;
            else
                t->chunk[s->last].next = c;
            s->last = c;
            s->fill = 0;
            room = PI_CHUNK;
        }
        if (room > n - done)
            room = n - done;
        memcpy(t->chunk[s->last].b + s->fill, text + done, room);
        s->fill = (uint16_t)(s->fill + room);
        done += room;
    }
    s->end += (uint32_t)done;
    return done;
}

void pi_store_trim(const pi_tab *t, uint32_t offset)
{
    pi_store *s = t->s;

    if (s->first == PI_NIL)
        return;
    if (offset >= s->end) {
        chunks_free(t, s->first);
        s->first = s->last = PI_NIL;
        s->hole_len = 0;
        return;
    }
    if (s->hole_len && offset >= s->hole + s->hole_len) {
        /* What is before the hole is not asked for again: it may as well stand right before `offset`. */
        s->base += s->hole_len;
        s->hole_len = 0;
    }
    /* What is before a hole that `offset` is not behind is as long as its position at least: the chunk ends before the hole. */
    while (s->first != s->last && offset >= s->base && position(s, offset) >= PI_CHUNK) {
        uint16_t c = s->first;

        s->first = t->chunk[c].next;
        t->chunk[c].next = PI_NIL;
        chunks_free(t, c);
        s->base += PI_CHUNK;
    }
}

/* Copies n bytes from position `at` of a list of chunks; stops at its end. */
static size_t chunks_read(const pi_tab *t, uint16_t c, uint32_t at, uint8_t *buf, size_t n)
{
    size_t done = 0;

    while (c != PI_NIL && at >= PI_CHUNK) {
        c = t->chunk[c].next;
        at -= PI_CHUNK;
    }
    while (c != PI_NIL && done < n) {
        size_t k = PI_CHUNK - at;

        if (k > n - done)
            k = n - done;
        memcpy(buf + done, t->chunk[c].b + at, k);
        done += k;
        at = 0;
        c = t->chunk[c].next;
    }
    return done;
}

size_t pi_store_read(const pi_tab *t, uint32_t offset, uint8_t *buf, size_t n)
{
    const pi_store *s = t->s;

    if (s->first == PI_NIL || offset < s->base || offset >= s->end)
        return 0;
    if (n > s->end - offset)
        n = (size_t)(s->end - offset);
    if (s->hole_len && offset < s->hole + s->hole_len) {
        if (offset >= s->hole)
            return 0;
        if (n > s->hole - offset)
            n = (size_t)(s->hole - offset);
    }
    return chunks_read(t, s->first, position(s, offset), buf, n);
}

int pi_store_take(const pi_tab *t, uint16_t i, uint32_t from, uint32_t to, uint32_t rest)
{
    pi_store *s = t->s;
    pi_rec *r = &t->rec[i];
    uint16_t first = s->first, last = s->last, fill = s->fill, c;
    uint32_t old_base = s->base, old_end = s->end, old_hole_len = s->hole_len;
    uint32_t p = position(s, from), q = position(s, to), a = position(s, rest);
    uint32_t k, tail = rest < s->end ? s->end - rest : 0;
    uint8_t buf[PI_CHUNK];

    /* The tail, a token with its quotes as a rule, is copied into chunks of its own. */
    s->first = s->last = PI_NIL;
    for (k = 0; k < tail; k += PI_CHUNK) {
        size_t n = tail - k < PI_CHUNK ? (size_t)(tail - k) : PI_CHUNK;

        n = chunks_read(t, first, a + k, buf, n);
        if (n == 0)
            break; /* not so in any text: offsets that somebody made up */
        if (pi_store_append(t, rest + k, buf, n) < n) {
            chunks_free(t, s->first);
            s->first = first;
            s->last = last;
            s->fill = fill;
            s->base = old_base;
            s->end = old_end;
            s->hole_len = old_hole_len;
            return 0;
        }
    }
    while (p >= PI_CHUNK && first != PI_NIL) {
        c = first;
        first = t->chunk[c].next;
        t->chunk[c].next = PI_NIL;
        chunks_free(t, c);
        p -= PI_CHUNK;
        q -= PI_CHUNK;
    }
    r->text = first;
    r->skip = (uint8_t)p;
    for (c = first; q > PI_CHUNK && c != PI_NIL; q -= PI_CHUNK)
        c = t->chunk[c].next;
    if (c != PI_NIL) {
        chunks_free(t, t->chunk[c].next);
        t->chunk[c].next = PI_NIL;
    }
    return 1;
}

size_t pi_store_text(const pi_tab *t, const pi_rec *r, uint16_t at, uint8_t *buf, size_t n)
{
    return chunks_read(t, r->text, (uint32_t)r->skip + at, buf, n);
}
