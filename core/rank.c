/* The plain score, and who leaves a full table. */
#include "rank.h"

#include "sent.h"

enum { WINDOW = 8 /* records: bits of a byte */, WINDOWS = 96, SMALL = 40, LOOKS = 31,
       NEAR = 10 /* ordinals that a window spans: none is closer by 5/16, since eight sentences span seven */ };

/* Sentences up to which the beginning counts in full. */
enum { LEAD_FULL = 160 };

/* Features of a candidate, 0 to 255 each, in the order of the model's weights. */
enum {
    F_LEAD, F_EARLY, F_SALIENCE, F_RECUR, F_COVERED, F_SHORT, F_LONG, F_DANGLING, F_HEADING, F_CREDIT,
    F_QUOTE, F_QUESTION, F_NAMES, F_NUMBER, F_QUERY, F_COUNT
};

static uint16_t at_most_255(uint32_t x) { return (uint16_t)(x < 255 ? x : 255); }

/* A feature, 0 to 255, times its weight. */
static int32_t weigh(const pi_rank *k, uint16_t feature, uint16_t value)
{
    return (int32_t)value * ((int32_t)pi_rom16(k->model->plain, feature) - 128);
}

/* Features that a record has or has not, and where that is told; few records have any. */
enum { TOLD = PI_REC_PRONOUN | PI_REC_CONNECT | PI_SENT_HEADING | PI_REC_CREDIT | PI_SENT_QUOTE | PI_SENT_QUESTION };
static const PI_ROM uint16_t told[][2] = {
    { PI_REC_PRONOUN | PI_REC_CONNECT, F_DANGLING }, { PI_SENT_HEADING, F_HEADING }, { PI_REC_CREDIT, F_CREDIT },
    { PI_SENT_QUOTE, F_QUOTE }, { PI_SENT_QUESTION, F_QUESTION }
};

uint16_t pi_rank_plain(const pi_rank *k, const pi_rec *r)
{
    int32_t sum = 16384L;          /* |sum| <= 16384 + 15 * 255 * 127 < 2^31 */
    uint32_t fresh = 0, recur = 0; /* <= 12 * 1776 */
    unsigned i, covered = 0;
    /* Terms occur more often in a longer text: keeps the sums within a byte. */
    uint8_t shift = k->sentences < 128 ? 2 : k->sentences < 512 ? 3 : k->sentences < 2048 ? 4 : 5;
    /* What an earlier selection has marked does not count while the text is read. */
    uint8_t marks = k->sel->phase == PI_SEL_NONE ? 0 : PI_TERM_COVERED;

    for (i = 0; i < r->nterms; i++) {
        const pi_term *e = pi_terms_find(k->terms, k->buckets, r->terms[i]);

        if (e == NULL)
            continue;
        if (e->rarity & marks) {
            covered++;
        } else {
            uint16_t s = pi_terms_salience(e);

            fresh += s;
            if (e->count > 1)
                recur += s;
        }
    }
    if (r->ordinal < 32) { /* the beginning of a text of chapters tells little of it */
        uint16_t weight = (uint16_t)(k->sentences <= LEAD_FULL ? 255 : 255u * LEAD_FULL / k->sentences);

        sum += weigh(k, F_LEAD, (uint16_t)(weight / (1u + r->ordinal)));
        sum += weigh(k, F_EARLY, (uint16_t)((weight * (32u - r->ordinal)) >> 5));
    }
    sum += weigh(k, F_SALIENCE, at_most_255(fresh >> shift));
    sum += weigh(k, F_RECUR, at_most_255(recur >> shift));
    if (covered)
        sum += weigh(k, F_COVERED, (uint16_t)(255u * covered / r->nterms));
    if (r->words < 8)
        sum += weigh(k, F_SHORT, (uint16_t)(31 * (8 - r->words)));
    if (r->words > 30)
        sum += weigh(k, F_LONG, at_most_255((r->words - 30u) * 6u));
    for (i = 0; r->flags & TOLD && i < sizeof told / sizeof *told; i++)
        if (r->flags & pi_rom16(told[i], 0))
            sum += weigh(k, pi_rom16(told[i], 1), 255);
    if (r->names)
        sum += weigh(k, F_NAMES, at_most_255(r->names * 32u));
    if (r->numbers)
        sum += weigh(k, F_NUMBER, 255);
    if (r->query)
        sum += weigh(k, F_QUERY, at_most_255(191u + r->query * 64u));
    return (uint16_t)(sum < 1 ? 1 : sum > 65535L ? 65535L : sum);
}

/* What eviction knows of a record: its score without the last five bits, which count how often it is looked
 * at before it is rated again. A selection leaves no trace in it. Returns its worth, of which
 * 16 bits tell. */
static uint16_t rate(const pi_rank *k, pi_rec *r)
{
    uint16_t standing = r->standing;

    standing = (uint16_t)(standing & LOOKS ? standing - 1 : pi_rank_plain(k, r) | LOOKS);
    r->standing = standing;
    return (uint16_t)(pi_rank_worth(r, standing) >> 2);
}

/* Is the text far longer than the table? */
static int is_long(const pi_rank *k) { return k->sentences / 4 > k->tab.s->used; }

/* Moves the hand to where records stand closest in the text, among the next windows. A hand that only went round would
 * halve what is old again and again: of a long story hardly anything but the end would stay. The next window is taken unless another is
 * closer by 5/16, so that scores still decide in a text that is a little too long (measured: 0.03 ROUGE-1 of news at 4 KB).
 * In a text far longer than the table the closest is taken, or the first that is nearly as close as it was when all were looked
 * at last: of a novel, 20 chosen sentences stand in all ten tenths at 0.43 of it on the average; with a look at all each time, which
 * takes an eighth of the time of a summary, in ten at 0.47, with eight windows alone in the last three. Ordinals count
 * modulo 65536. */
static void find_dense(const pi_rank *k, unsigned window)
{
    const pi_rec *rec = k->tab.rec;
    pi_store *s = k->tab.s;
    uint16_t at = s->hand, limit = UINT16_MAX;
    unsigned n = s->used / window + 1u, j;
    int far = is_long(k);

    for (n = n < WINDOWS ? n : WINDOWS; n > 0; n--) {
        uint16_t i = at == PI_NIL ? s->head : rec[at].next, first = i, span;

        for (j = window - 1; i != PI_NIL && j > 0; j--)
            i = rec[i].next;
        if (i == PI_NIL) { /* the few at the end wait for more; round again */
            at = PI_NIL;
            continue;
        }
        span = (uint16_t)(rec[i].ordinal - rec[first].ordinal);
        if (span < limit) {
            limit = far ? span : (uint16_t)(span * UINT32_C(11) >> 4);
            s->hand = at;
            if (span <= (far ? s->dense : NEAR))
                return;
        }
        at = i;
    }
    s->dense = far ? (uint16_t)(limit + limit / 8) : 0;
}

/* In a small table half of eight is too many (measured: 1.0 ROUGE-1 at 2 KB), in a larger one it halves the
 * cost at no loss. Of a text far longer than the table each half of the window gives up its share, and in a small table there
 * are but four to look at: what stays is more even (stories with kept text: ROUGE-1 25.6 instead of 22.4 at 2 KB, 38.2 instead of 36.3 at 4 KB,
 * 42.8 instead of 42.4 at 8 KB, for 6 instructions a byte on a Cortex-M0 at 4 KB). */
uint16_t pi_rank_evict(const pi_rank *k)
{
    const pi_tab *t = &k->tab;
    pi_store *s = t->s;
    uint16_t worths[WINDOW], seen[WINDOW], i;
    int small = s->used < SMALL, far = is_long(k);
    unsigned n = small && far ? WINDOW / 2 : WINDOW, out = 0, wrap, gone, size, from, j, least, left;

    find_dense(k, n);
    if (s->used < n)
        n = s->used;
    wrap = n;
    gone = small ? (n + 3) / 4 : (n + 1) / 2;
    size = far && n == WINDOW ? WINDOW / 2 : n;
    i = s->hand;
    for (j = 0; j < n; j++) {
        i = i == PI_NIL ? s->head : t->rec[i].next;
        if (i == PI_NIL) { /* round again from the start of the text */
            i = s->head;
            wrap = j;
        }
        seen[j] = i;
        worths[j] = rate(k, &t->rec[i]);
    }
    for (from = 0; from < n; from += size)
        for (left = size < n ? gone / 2 : gone; left > 0; left--) {
            unsigned low = UINT16_MAX;

            for (least = j = from; j < from + size; j++)
                if (worths[j] <= low && !(out >> j & 1)) {
                    low = worths[j];
                    least = j;
                }
            out |= 1u << least;
        }
    /* The last first, so that what stands before the others stays true. */
    for (left = 0, j = n; j > 0; j--) {
        if (out >> (j - 1) & 1)
            pi_store_drop(t, j - 1 == wrap ? PI_NIL : j > 1 ? seen[j - 2] : s->hand);
        else if (left == 0)
            left = j;
    }
    if (left)
        s->hand = seen[left - 1];
    return (uint16_t)gone;
}
