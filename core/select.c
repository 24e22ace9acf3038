/* The score of a candidate, and the greedy selection in bounded steps. */
#include "rank.h"

#include "sent.h"

/* Work of one step of a selection: records cleared or compared, records scored. Scoring costs about three
 * thousand instructions on a Cortex-M0, comparing about thirty. */
enum { STEP_LOOK = 256, STEP_TERMS = 512, STEP_SCORE = 6 };

/* A choice takes from all scores much the same, so to wait until a stale one is the best spares little. Up to so many records all are
 * rated at each step, but for those whose score was as far below the mean of the first step: they wait. This spares
 * a quarter of the ratings of articles and chooses as before (ROUGE-1 of cnndm.dev 42.26 instead of 42.25, with three sentences 42.17
 * both; not to choose those at all below the mean would cost 0.2). */
enum { ALL_AGAIN = 128, SLACK = 20 /* over 256 */ };

/* A unit of gain in scores; what a heading loses; what a sentence loses in a brief summary that points back to one which is
 * not chosen. The last one leaves 0.9% such sentences of 3.1% on cnndm.dev (the first three of the articles: 1.6%), 2.1% of
 * 7.9% on cnn_raw.dev, for +0.07 and -0.08 ROUGE-1; in long ones of squality.dev it would cost 1.1. */
enum { GAIN = 16, HEADING = 12288, DANGLING = 2000 };

/* A summary of at most so many sentences, or bytes, is brief. */
enum { BRIEF = 6, BRIEF_BYTES = 1000 };

/* Sentences of a summary without a budget, where no gain tells. */
enum { PLAIN = 3 };

/* Gains are learnt from summaries of a few sentences. Where the limit is more than a quarter of the text, the plain score is
 * better (45 percent of the articles of bbc.dev: ROUGE-1 65.85 against 63.79, ROUGE-2 52.97 against 49.20). A word has
 * six bytes or so. */
enum { GENEROUS = 4, WORD = 6 };

/* Do learnt gains decide? */
static int learnt(const pi_rank *k) { return PI_GAINS && k->model->rank != NULL && !(k->sel->end & PI_SEL_PLAIN); }

uint16_t pi_rank_score(const pi_rank *k, const pi_rec *r, const pi_trail *at)
{
    uint8_t g[PI_GAUGES];
    int32_t score; /* |gain| <= 255 * 128 */

    if (!learnt(k))
        return pi_rank_plain(k, r);
    pi_gauge(k, r, at, g);
    score = 32768L + GAIN * (int32_t)pi_gain(k->model, g);
    if (r->flags & PI_SENT_HEADING) /* the articles that gains are learnt from have none */
        score -= HEADING;
    if (k->sel->end & PI_SEL_BRIEF && r->flags & (PI_REC_PRONOUN | PI_REC_CONNECT)
        && (at->prev == PI_NIL || !pi_rank_chosen(&k->tab.rec[at->prev])))
        score -= DANGLING;
    return (uint16_t)(score < 1 ? 1 : score > 65535L ? 65535L : score);
}

void pi_rank_start(const pi_rank *k, const pith_budget *b, uint32_t text_bytes)
{
    pi_sel *s = k->sel;
    uint32_t from = b->from, to = b->to && b->to < text_bytes ? b->to : text_bytes;
    uint32_t span = to > from ? to - from : 0;

    memset(s, 0, sizeof *s);
    s->left = *b;
    if (b->percent) {
        /* span * percent / 100 without overflow; at least 1, since 0 would mean no limit */
        uint32_t limit = span / 100 * b->percent + span % 100 * b->percent / 100;

        if (limit == 0)
            limit = 1;
        if (s->left.bytes == 0 || limit < s->left.bytes)
            s->left.bytes = limit;
    }
    if (s->left.bytes > span / GENEROUS || b->words > span / GENEROUS / WORD)
        s->end = PI_SEL_PLAIN;
    if (!(b->sentences || b->rows || b->words || b->bytes || b->percent)) {
        if (learnt(k))
            s->end = PI_SEL_OWN | PI_SEL_BRIEF;
        else
            s->left.sentences = PLAIN;
    }
    if (b->rows || (uint16_t)(b->sentences - 1) < BRIEF || s->left.bytes - 1 < BRIEF_BYTES || b->words - 1 < BRIEF_BYTES / WORD)
        s->end |= PI_SEL_BRIEF;
    if (PI_GAINS)
        pi_scope_init(k->scope);
    s->phase = PI_SEL_TERMS;
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

/* May the record be chosen? It fits into what is left, and is text of the article unless there is nothing else. What may not be
 * may not later, but when `over` is set. */
static int eligible(const pi_sel *s, const pi_rec *r)
{
    return !pi_rank_chosen(r) && (s->end & PI_SEL_WHOLE || s->over || (!(r->flags & PI_REC_CREDIT) && r->nterms > 1 && r->words > 2))
        && in_range(s, r) && fits(s, r);
}

void pi_rank_choose(const pi_rank *k, uint16_t i)
{
    pi_rec *r = &k->tab.rec[i];

    pi_scope_choose(k, r);
    r->state = 0x80;
    take_from_budget(k->sel, r);
}

static void next_round(const pi_rank *k, uint8_t phase)
{
    pi_sel *s = k->sel;

    s->phase = phase;
    s->cursor = k->tab.s->head;
    s->trail.prev = s->trail.chosen = PI_NIL;
    s->best = PI_NIL;
    s->best_worth = 0;
}

/* From the record at the cursor to the next one. */
static void advance(pi_sel *s, const pi_rec *r)
{
    if (PI_GAINS) {
        s->trail.prev = s->cursor;
        if (pi_rank_chosen(r))
            s->trail.chosen = s->cursor;
    }
    s->cursor = r->next;
}

/* Clears what an earlier selection left on the terms and takes the measure of them. */
static void step_terms(const pi_rank *k)
{
    pi_sel *s = k->sel;
    uint32_t n = (uint32_t)k->buckets * PI_WAYS, at = (uint32_t)s->cursor * STEP_TERMS, end = at + STEP_TERMS;

    for (; at < end && at < n; at++) {
        pi_term *e = &k->terms[at];

        if (e->term == 0)
            continue;
        e->rarity &= (uint8_t)~PI_TERM_COVERED;
        if (learnt(k))
            pi_scope_term(k->scope, e);
    }
    s->cursor++;
    if (at == n) {
        if (learnt(k))
            pi_scope_terms(k->scope);
        next_round(k, PI_SEL_CLEAR);
    }
}

/* The same of records. */
static void step_clear(const pi_rank *k)
{
    pi_sel *s = k->sel;
    uint16_t look;

    for (look = 0; s->cursor != PI_NIL && look < STEP_LOOK; look++) {
        pi_rec *r = &k->tab.rec[s->cursor];

        r->state = 0;
        if (learnt(k))
            pi_scope_record(k->scope, r);
        s->cursor = r->next;
    }
    if (s->cursor == PI_NIL) {
        if (learnt(k))
            pi_scope_done(k->scope, k->tab.s->used);
        next_round(k, PI_SEL_MEASURE);
    }
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
    if (s->cursor == PI_NIL && k->tab.s->used == k->sentences && !(s->end & PI_SEL_OWN))
        s->end |= PI_SEL_WHOLE;
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

        if ((s->step == 1 || (r->score >> 8) + SLACK >= k->scope->fair) && eligible(s, r)) {
            r->score = pi_rank_score(k, r, &s->trail);
            r->state = s->step;
            s->best_worth += r->score;
        }
        advance(s, r);
    }
    if (s->cursor == PI_NIL) {
        if (s->step == 1 && s->best_worth > 0) /* there is a record */
            k->scope->fair = (uint8_t)(s->best_worth / k->tab.s->used >> 8);
        next_round(k, PI_SEL_PICK);
    }
}

/* The score below which a summary without a budget ends. */
static uint16_t enough(const pi_rank *k) { return (uint16_t)(32768L + GAIN * (int32_t)pi_gain_threshold(k->model)); }

/* The best candidate is known: chooses it, or rates it anew when its score is of an earlier step (the
 * choice since has mostly taken from it, so the best of fresh and stale scores is nearly exact). Where there are many records that
 * is done while they are looked through: the time of a choice would else grow with the square of their number (ten sentences of
 * a novel in 1 MB: 0.07 s instead of 1.8; squality ROUGE-1 44.56 instead of 44.66, in summaries of 418 words). When nothing fits all are rated
 * again, since those that did not fit were not. */
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
            next_round(k, PI_SEL_SCORE);
        } else {
            s->phase = PI_SEL_DONE;
        }
        return;
    }
    r = &k->tab.rec[s->best];
    if (r->state != s->step) {
        r->score = pi_rank_score(k, r, &s->best_trail);
        r->state = s->step;
        next_round(k, PI_SEL_PICK);
        return;
    }
    if (learnt(k) && s->end & PI_SEL_OWN && s->sentences > 0 && r->query == 0 && r->score < enough(k)) {
        s->phase = PI_SEL_DONE;
        return;
    }
    pi_rank_choose(k, s->best);
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
    int many = k->tab.s->used > ALL_AGAIN;
    uint16_t look;
    uint8_t rated = 0;

    for (look = 0; s->cursor != PI_NIL && look < STEP_LOOK && rated < STEP_SCORE; look++) {
        pi_rec *r = &k->tab.rec[s->cursor];

        if (pi_rank_worth(r, r->score) > s->best_worth && eligible(s, r)) {
            if (many && r->state != s->step) {
                r->score = pi_rank_score(k, r, &s->trail);
                r->state = s->step;
                rated++;
                continue; /* and is looked at once more */
            }
            s->best = s->cursor;
            if (PI_GAINS)
                s->best_trail = s->trail;
            s->best_worth = pi_rank_worth(r, r->score);
        }
        advance(s, r);
    }
    if (s->cursor == PI_NIL)
        settle(k);
}

int pi_rank_step(const pi_rank *k)
{
    switch (k->sel->phase) {
    case PI_SEL_TERMS: step_terms(k); break;
    case PI_SEL_CLEAR: step_clear(k); break;
    case PI_SEL_MEASURE: step_measure(k); break;
    case PI_SEL_SCORE: step_score(k); break;
    case PI_SEL_PICK: step_pick(k); break;
    default: break;
    }
    return k->sel->phase != PI_SEL_DONE;
}
