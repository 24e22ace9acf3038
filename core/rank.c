#include "rank.h"

#include "sent.h"

/* Work of one step of a selection: records cleared or compared, records scored. Scoring costs about a
 * thousand instructions on a Cortex-M0, comparing about thirty. */
enum { STEP_LOOK = 256, STEP_SCORE = 16, WINDOW = 8 /* records: bits of a byte */, SMALL = 64, ALL_AGAIN = 128 };

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
    return (int32_t)value * ((int32_t)pi_rom16(k->model->rank, feature) - 128);
}

/* Features that a record has or has not, and where that is told. */
static const PI_ROM uint16_t told[][2] = {
    { PI_REC_PRONOUN | PI_REC_CONNECT, F_DANGLING }, { PI_SENT_HEADING, F_HEADING }, { PI_REC_CREDIT, F_CREDIT },
    { PI_SENT_QUOTE, F_QUOTE }, { PI_SENT_QUESTION, F_QUESTION }
};

uint16_t pi_rank_score(const pi_rank *k, const pi_rec *r)
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
    for (i = 0; i < sizeof told / sizeof *told; i++)
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

/* What the reader asked for comes first, by the number of such words up to three; then the score. */
static uint32_t worth(const pi_rec *r, uint16_t score)
{
    return ((uint32_t)(r->query < 3 ? r->query : 3) << 16) | score;
}

/* What eviction knows of a record: its score without the last two bits, which count how often it is looked
 * at before it is rated again. It is not the score of a selection, which must leave no trace. Returns its worth, of which
 * 16 bits tell. */
static uint16_t rate(const pi_rank *k, pi_rec *r)
{
    if (r->standing & 3)
        r->standing--;
    else
        r->standing = (uint16_t)(pi_rank_score(k, r) | 3);
    return (uint16_t)(worth(r, r->standing) >> 2);
}

/* In a small table half of eight is too many (measured: 1.0 ROUGE-1 at 2 KB), in a larger one it halves the
 * cost at no loss. */
uint16_t pi_rank_evict(const pi_rank *k)
{
    const pi_tab *t = &k->tab;
    pi_store *s = t->s;
    uint16_t worths[WINDOW], seen[WINDOW], i = s->hand;
    unsigned n = s->used < WINDOW ? s->used : WINDOW, wrap = n, out = 0, j, least, left;
    unsigned gone = s->used < SMALL ? (n + 3) / 4 : (n + 1) / 2;

    for (j = 0; j < n; j++) {
        i = i == PI_NIL ? s->head : t->rec[i].next;
        if (i == PI_NIL) { /* round again from the start of the text */
            i = s->head;
            wrap = j;
        }
        seen[j] = i;
        worths[j] = rate(k, &t->rec[i]);
    }
    for (left = gone; left > 0; left--) {
        for (least = n, j = 0; j < n; j++)
            if (!(out >> j & 1) && (least == n || worths[j] <= worths[least]))
                least = j;
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

void pi_rank_start(const pi_rank *k, const pith_budget *b, uint32_t text_bytes)
{
    pi_sel *s = k->sel;

    memset(s, 0, sizeof *s);
    s->left = *b;
    if (b->percent) {
        uint32_t from = b->from, to = b->to && b->to < text_bytes ? b->to : text_bytes;
        uint32_t span = to > from ? to - from : 0;
        /* span * percent / 100 without overflow; at least 1, since 0 would mean no limit */
        uint32_t limit = span / 100 * b->percent + span % 100 * b->percent / 100;

        if (limit == 0)
            limit = 1;
        if (s->left.bytes == 0 || limit < s->left.bytes)
            s->left.bytes = limit;
    }
    if (!(b->sentences || b->rows || b->words || b->bytes || b->percent))
        s->left.sentences = 3;
    s->phase = PI_SEL_CLEAR;
    s->cursor = 0;
}

/* Does the record fit into what is left? */
static int fits(const pi_sel *s, const pi_rec *r)
{
    const pith_budget *b = &s->left;

    return (b->rows == 0 || s->rows + (uint32_t)r->rows <= b->rows)
        && (b->words == 0 || s->words + r->words <= b->words)
        && (b->bytes == 0 || s->bytes + r->length + (s->sentences > 0) <= b->bytes);
}

static int in_range(const pi_sel *s, const pi_rec *r)
{
    return r->offset >= s->left.from && (s->left.to == 0 || r->offset + r->length <= s->left.to);
}

static void take_from_budget(pi_sel *s, const pi_rec *r)
{
    s->bytes += (uint32_t)r->length + (s->sentences > 0);
    s->words += r->words;
    s->rows = (uint16_t)(s->rows + r->rows);
    s->sentences++;
}

/* Text of the article, or all there is to choose from? */
static int worthy(const pi_sel *s, const pi_rec *r)
{
    return s->whole || s->over || (!(r->flags & PI_REC_CREDIT) && r->nterms > 1 && r->words > 2);
}

static void mark_terms(const pi_rank *k, const pi_rec *r)
{
    uint8_t i;

    for (i = 0; i < r->nterms; i++) {
        pi_term *e = pi_terms_find(k->terms, k->buckets, r->terms[i]);

        if (e)
            e->rarity |= PI_TERM_COVERED;
    }
}

static void choose(const pi_rank *k, uint16_t i)
{
    pi_sel *s = k->sel;
    pi_rec *r = &k->tab.rec[i];

    mark_terms(k, r);
    r->state = 0x80;
    take_from_budget(s, r);
}

static void next_round(const pi_rank *k, uint8_t phase)
{
    k->sel->phase = phase;
    k->sel->cursor = k->tab.s->head;
    k->sel->best = PI_NIL;
    k->sel->best_worth = 0;
}

/* Clears what an earlier selection left: flags of terms first, then of records. */
static void step_clear(const pi_rank *k)
{
    pi_sel *s = k->sel;
    uint32_t n = (uint32_t)k->buckets * PI_WAYS, at = (uint32_t)s->prev * STEP_LOOK, end = at + STEP_LOOK;
    uint16_t look;

    if (at < n) {
        for (; at < end && at < n; at++)
            k->terms[at].rarity &= (uint8_t)~PI_TERM_COVERED;
        s->prev++;
        s->cursor = k->tab.s->head;
        return;
    }
    for (look = 0; s->cursor != PI_NIL && look < STEP_LOOK; look++) {
        pi_rec *r = &k->tab.rec[s->cursor];

        r->state = 0;
        s->cursor = r->next;
    }
    if (s->cursor == PI_NIL)
        next_round(k, PI_SEL_MEASURE);
}

/* Does the text fit as it is? Then all of it is chosen, what is no text of the article with it. */
static void step_measure(const pi_rank *k)
{
    pi_sel *s = k->sel;
    uint16_t look;

    for (look = 0; s->cursor != PI_NIL && look < STEP_LOOK; look++) {
        const pi_rec *r = &k->tab.rec[s->cursor];

        if (in_range(s, r)) {
            if (!fits(s, r) || (s->left.sentences && s->sentences >= s->left.sentences))
                break;
            take_from_budget(s, r);
        }
        s->cursor = r->next;
    }
    if (s->cursor != PI_NIL && look == STEP_LOOK)
        return;
    s->whole = s->cursor == PI_NIL && k->tab.s->used == k->sentences;
    s->words = s->bytes = 0;
    s->sentences = s->rows = 0;
    s->step = 1;
    next_round(k, PI_SEL_SCORE);
}

static void step_score(const pi_rank *k)
{
    pi_sel *s = k->sel;
    uint8_t n = 0;

    for (; s->cursor != PI_NIL && n < STEP_SCORE; n++) {
        pi_rec *r = &k->tab.rec[s->cursor];

        if (!pi_rank_chosen(r)) {
            r->score = pi_rank_score(k, r);
            r->state = s->step;
        }
        s->cursor = r->next;
    }
    if (s->cursor == PI_NIL)
        next_round(k, PI_SEL_PICK);
}

/* The best candidate is known: chooses it, or rates it anew when its score is of an earlier step (the
 * choice since can only have taken from it, so the best of fresh and stale scores is exact). */
static void settle(const pi_rank *k)
{
    pi_sel *s = k->sel;
    pi_rec *r;

    if (s->best == PI_NIL) {
        if (s->sentences == 0 && !s->over) {
            s->over = 1;
            s->left.rows = 0;
            s->left.words = s->left.bytes = 0;
            s->left.sentences = 1;
            next_round(k, PI_SEL_PICK);
        } else {
            s->phase = PI_SEL_DONE;
        }
        return;
    }
    r = &k->tab.rec[s->best];
    if (r->state != s->step) {
        r->score = pi_rank_score(k, r);
        r->state = s->step;
        next_round(k, PI_SEL_PICK);
        return;
    }
    choose(k, s->best);
    if (s->left.sentences && s->sentences >= s->left.sentences) {
        s->phase = PI_SEL_DONE;
        return;
    }
    s->step = (uint8_t)(s->step % 63 + 1);
    /* When the numbers of steps begin again, a score of 63 steps ago would pass for one of this step. */
    next_round(k, k->tab.s->used <= ALL_AGAIN || s->step == 1 ? PI_SEL_SCORE : PI_SEL_PICK);
}

static void step_pick(const pi_rank *k)
{
    pi_sel *s = k->sel;
    uint16_t look;

    for (look = 0; s->cursor != PI_NIL && look < STEP_LOOK; look++) {
        const pi_rec *r = &k->tab.rec[s->cursor];

        if (!pi_rank_chosen(r) && worth(r, r->score) > s->best_worth && worthy(s, r) && in_range(s, r) && fits(s, r)) {
            s->best = s->cursor;
            s->best_worth = worth(r, r->score);
        }
        s->cursor = r->next;
    }
    if (s->cursor == PI_NIL)
        settle(k);
}

int pi_rank_step(const pi_rank *k)
{
    switch (k->sel->phase) {
    case PI_SEL_CLEAR: step_clear(k); break;
    case PI_SEL_MEASURE: step_measure(k); break;
    case PI_SEL_SCORE: step_score(k); break;
    case PI_SEL_PICK: step_pick(k); break;
    default: break;
    }
    return k->sel->phase != PI_SEL_DONE;
}
