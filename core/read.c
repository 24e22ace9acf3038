/* Reading: tokens close sentences, whose records and text enter the store. */
#include "lex.h"
#include "state.h"

/* Makes room by dropping candidates. Returns 0 when none are left. */
static int make_room(const pi_view *v)
{
    uint16_t n = pi_rank_evict(&v->k);

    v->c->loss.dropped = pi_add32(v->c->loss.dropped, n);
    return n > 0;
}

/* Appends to the text being read, at the cost of candidates. When it alone fills the store, what came
 * before is given up, and with it this sentence. */
static void put_text(const pi_view *v, uint32_t at, const uint8_t *text, size_t n)
{
    for (;;) {
        size_t k = pi_store_append(&v->k.tab, at, text, n);

        at += (uint32_t)k;
        text += k;
        n -= k;
        if (n == 0)
            return;
        if (!make_room(v))
            pi_store_trim(&v->k.tab, at);
    }
}

/* Keeps what is needed of the n bytes that end at `end`; `start` is where the token that is complete or
 * being read begins, at or after `end` if it has none of them. Between the token before and this one
 * there may be a long run of blanks; before that one there is none in the n bytes. */
static void keep_text(const pi_view *v, const uint8_t *text, size_t n, uint32_t end, uint32_t start)
{
    const pi_core *c = v->c;
    uint32_t at = end - (uint32_t)n;
    uint32_t stop = c->token_end + PI_SENT_BLANKS;

    if (c->sent.open) {
        if (start <= stop) {
            put_text(v, at, text, n);
            return;
        }
        if (at < stop)
            put_text(v, at, text, stop - at < n ? (size_t)(stop - at) : n);
    }
    if (start < end) {
        size_t rest = (size_t)(end - start);

        if (rest > n)
            rest = n;
        put_text(v, end - (uint32_t)rest, text + (n - rest), rest);
    }
}

/* Does whoever reads want to see all tokens? A target without room for names leaves that out: PI_NO_NAMES. */
static int is_shown(const pi_view *v)
{
#ifdef PI_NO_NAMES
    (void)v;
    return 0;
#else
    return v->seen != NULL;
#endif
}

/* How far the text can be read before candidates must make room for it: up to there, it does not matter when it
 * is kept. */
static void find_limit(pi_view *v)
{
    uint32_t room = pi_store_room(&v->k.tab);

    v->keep_limit = UINT32_MAX;
    if (pi_keeps(v->c)) {
        if (room < UINT32_MAX - v->fresh_at)
            v->keep_limit = v->fresh_at + room;
        if (!v->c->sent.open || v->waited)
            v->keep_limit = 0; /* what stands before the first sentence is not kept */
    }
    v->limit = is_shown(v) ? 0 : v->keep_limit;
}

/* Where the token that is complete or being read begins. */
static uint32_t token_start(const pi_cutter *cut) { return cut->ready ? cut->tok.offset : pi_cut_start(cut); }

/* The first bytes of a code point between tokens wait in the cutter until it is known to be no blank. Returns how many
 * do so, as `part`. */
static uint8_t waiting(const pi_view *v, uint8_t part[3])
{
    return pi_keeps(v->c) && pi_cut_waits(v->cut) ? pi_cut_part(v->cut, part) : 0;
}

/* Keeps the text that was read since the last time, but for what waits at its end, and for what stands at `rest` or behind it. */
static void keep_until(pi_view *v, uint32_t rest)
{
    const pi_cutter *cut = v->cut;
    uint8_t now[3], waits = waiting(v, now);
    uint32_t end = cut->offset - waits;

    if (v->waited) {
        if (waits == v->waited + (cut->offset - v->fresh_at))
            return; /* it waits on, and is all that there is */
        keep_text(v, v->part, v->waited, v->fresh_at, token_start(cut));
        v->waited = 0;
    }
    if (end > rest)
        end = rest;
    if (end > v->fresh_at) {
        size_t n = (size_t)(end - v->fresh_at);

        keep_text(v, v->fresh, n, end, token_start(cut));
        v->fresh += n;
        v->fresh_at = end;
    }
}

static void keep_fresh(pi_view *v) { keep_until(v, UINT32_MAX); }

/* May reading pass over the token? What it is to quantities, then, or 0. */
PI_INLINE uint8_t glance(const pi_view *v, const pi_token *t)
{
    const pi_lately *l = v->seen;
    uint8_t what = PI_QUANT_NOTHING, empty = PI_LATELY_ALL & ((v->pass > 1) | l->passed);

    if (!v->pass || !(pi_is_plain(t) || (empty && t->kind >= PI_TOK_STOP)))
        return PI_QUANT_ELSE;
    if (v->listed)
        what = pi_quant_glance(v->listed, t);
    return what == PI_QUANT_MINOR && (!empty || l->minor == PI_LATELY) ? PI_QUANT_ELSE : what;
}

/* Shows the token to who wants to see all. Returns 1 when reading is to stop after it. */
PI_INLINE int show(pi_view *v)
{
    const pi_token *t = &v->cut->tok;
    uint8_t sentences = (uint8_t)v->c->loss.sentences;
    pi_lately *l = v->seen;
    uint8_t what;

    /* When the one before was passed over it was put aside before it was known to begin a sentence. */
    l->begins[l->at > 0 ? l->at - 1 : PI_LATELY] |= (uint8_t)(l->passed & (l->sentences != sentences));
    l->sentences = sentences;
    pi_lately_take(l, t);
    if ((what = glance(v, t)) == PI_QUANT_ELSE)
        return 1;
    pi_lately_aside(l, 0);
    l->passed = 1;
    if (PI_LATELY_ALL)
        l->minor = what == PI_QUANT_MINOR ? (uint8_t)(l->minor + 1) : 0;
    return 0;
}

/* A token that ends behind the limit: it must be kept, or shown. Returns 1 when reading is to stop after it. */
static int look_up(pi_view *v)
{
    if (PI_KEEP && v->cut->offset > v->keep_limit) {
        keep_fresh(v);
        find_limit(v); /* it moves on */
    }
    return is_shown(v) && show(v);
}

/* May a sentence with these ends be chosen at all? */
static int wanted(const pi_core *c, uint32_t from, uint32_t to)
{
    return from >= c->from && (c->to == 0 || to <= c->to);
}

/* Gives the closed sentence a record, if its text is there and room can be made. Returns whether it did. */
static int enter(pi_view *v)
{
    pi_core *c = v->c;
    const pi_tab *t = &v->k.tab;
    uint32_t rest = c->sent.open ? c->sent.start : c->cut.offset;
    uint16_t i;

    if (pi_keeps(c) && (c->store.first == PI_NIL || c->sent.from < c->store.base)) {
        c->loss.unkept = pi_inc32(c->loss.unkept);
        return 0;
    }
    i = pi_store_new(t);
    if (i == PI_NIL) {
        make_room(v); /* a full table has a record to drop */
        i = pi_store_new(t);
    }
    t->rec[i] = c->cur;
    while (pi_keeps(c) && !pi_store_take(t, i, c->sent.from, c->sent.to, rest)) {
        if (!make_room(v)) {
            pi_store_free(t, i);
            c->loss.unkept = pi_inc32(c->loss.unkept);
            return 0; /* what was read is kept by then: see pi_store_spares */
        }
    }
    pi_store_push(t, i);
    return 1;
}

/* Queues the sentence for pith_scan. */
static void note_event(pi_core *c)
{
    pi_item_of(&c->cur, &c->event[c->nevents < PI_EVENTS ? c->nevents++ : PI_EVENTS - 1]);
}

/* The splitter has closed a sentence. */
static void close_sentence(pi_view *v)
{
    pi_core *c = v->c;
    pi_rec *r = &c->cur;
    int entered;

    if (pi_keeps(c)) {
        /* What was read of the next sentence, as a rule a token, is kept when that goes on, so that it need not be moved; but at
         * once where chunks are short: when candidates make room must not depend on the pieces of the text, in which it
         * may have been kept before. */
        uint32_t rest = c->sent.open ? c->sent.start : UINT32_MAX;

        keep_until(v, rest);
        if (v->fresh_at != rest || !pi_store_spares(&v->k.tab, c->cut.offset - rest))
            keep_fresh(v);
    }
    r->offset = c->sent.from;
    r->length = (uint16_t)(c->sent.to - c->sent.from); /* <= PITH_SENTENCE_MAX */
    r->ordinal = c->ordinal;
    if (!(c->sent.flags & PI_SENT_HEADING))
        c->ordinal++; /* a headline does not take the lead's place */
    r->next = r->text = PI_NIL;
    r->flags = (uint16_t)(r->flags | c->sent.flags);
    c->loss.sentences = pi_inc32(c->loss.sentences);
    v->k.sentences = pi_inc16(v->k.sentences);
    c->loss.words = pi_add32(c->loss.words, r->words);
    if (c->sent.flags & PI_SENT_CUT)
        c->loss.cut = pi_inc32(c->loss.cut);
    if (v->scan) {
        r->score = pi_rank_plain(&v->k, r);
        note_event(c);
    }
    entered = wanted(c, c->sent.from, c->sent.to) && enter(v);
    if (pi_keeps(c)) {
        if (!entered) /* the text goes on in the same chunks */
            keep_fresh(v);
        pi_store_trim(&v->k.tab, c->sent.open ? c->sent.start : c->cut.offset);
        find_limit(v);
    }
    memset(r, 0, sizeof *r);
}

/* Lays a token out on the display: blanks folded, a run that does not fit begins a row, one wider than
 * the display is broken. */
static void lay_out(pi_core *c, const pi_token *t)
{
    pi_rec *r = &c->cur;
    uint16_t width = t->chars;

    if (r->rows == 0)
        r->rows = 1;
    if (t->gap != PI_GAP_NONE && c->column > 0) {
        c->run = 0;
        c->column++; /* the blank */
    }
    if (c->column + width > c->columns) {
        /* The whole run moves down, unless it began the row; it may be wider than a row. */
        if (c->column != c->run)
            r->rows = pi_inc8(r->rows);
        c->run += width;
        while (c->run > c->columns) {
            c->run -= c->columns;
            r->rows = pi_inc8(r->rows);
        }
        c->column = (uint16_t)c->run;
    } else {
        c->run += width;
        c->column = (uint16_t)(c->column + width);
    }
}

/* What the first word tells of a sentence. */
static uint16_t first_word(uint16_t lex)
{
    return (uint16_t)((lex & PI_LEX_PRONOUN ? PI_REC_PRONOUN : 0) | (lex & PI_LEX_CONNECT ? PI_REC_CONNECT : 0)
                      | (lex & PI_LEX_CREDIT ? PI_REC_CREDIT : 0));
}

static void count_word(pi_view *v, const pi_token *t, const pi_known *w, uint16_t lex)
{
    pi_core *c = v->c;
    pi_rec *r = &c->cur;
    int named = 0, first = r->words == 0;

    r->words++; /* <= PITH_SENTENCE_MAX */
    if (PI_GAINS)
        r->weight = (uint16_t)(r->weight + (w->rarity >> 4)); /* <= 15 * PITH_SENTENCE_MAX */
    if (lex & (PI_LEX_PERSON | PI_LEX_SAY | PI_LEX_DATE)) {
        if (PI_GAINS && lex & PI_LEX_PERSON)
            r->person = pi_inc8(r->person);
        r->flags = (uint16_t)(r->flags | (lex & PI_LEX_SAY ? PI_REC_SAY : 0) | (lex & PI_LEX_DATE ? PI_REC_DATE : 0));
    }
    if (first) {
        r->flags |= first_word(lex);
        if (PI_GAINS && w->term == 0)
            r->flags = (uint16_t)(r->flags | (t->chars < 3 ? 1 << 13 : t->chars == 3 ? 2 << 13 : PI_REC_FIRST));
    }
    if (w->term == 0) {
        r->stops = pi_inc8(r->stops);
        return;
    }
    if (t->shape > PI_SHAPE_LOWER && !first) {
        named = 1;
        r->names = pi_inc8(r->names);
    }
    pi_count_term(v, t, w, named);
}

/* Takes a complete token. Returns 1 when the caller wants to know of it, or of what it closed. */
PI_INLINE int take(pi_view *v)
{
    pi_core *c = v->c;
    pi_token *t = &v->cut->tok;
    const pi_known *w = NULL;
    pi_known own;
    uint16_t lex = 0;
    int found = 0;

    if (t->offset - c->token_end > PI_SENT_BLANKS)
        t->gap = PI_GAP_PARA;
    if (v->cut->offset > v->limit)
        found = look_up(v);
    if (t->kind <= PI_TOK_LINK) {
        w = pi_know(&v->memo, t, &own);
        lex = pi_rom16(v->memo.flags, w->lex);
    }
    if (pi_sent_token(&c->sent, t, lex)) {
        uint32_t signs;

        close_sentence(v);
        found |= v->scan;
        /* A quotation mark or bracket before this token begins the row; bytes are no fewer than code points. */
        signs = t->offset - c->sent.start;
        c->run = signs < c->columns ? signs : c->columns;
        c->column = (uint16_t)c->run;
    }
    c->token_end = t->offset + t->length;
    if (t->flags & (PI_TOK_CONT | PI_TOK_DIGIT)) {
        if (t->flags & PI_TOK_CONT)
            c->loss.cut_words = pi_inc32(c->loss.cut_words);
        if (t->flags & PI_TOK_DIGIT) /* words and numbers have digits, no mark has */
            c->cur.numbers = pi_inc8(c->cur.numbers);
    }
    if (c->columns)
        lay_out(c, t);
    if (w)
        count_word(v, t, w, lex);
    return found;
}

/* A text begins, or its end. */
static void begin(pi_view *v, const uint8_t *text)
{
    v->fresh = text;
    v->fresh_at = v->cut->offset;
    v->waited = waiting(v, v->part);
    find_limit(v);
}

size_t pi_read(pi_view *v, const uint8_t *text, size_t n, int end)
{
    pi_core *c = v->c;
    pi_cutter *cut = v->cut;
    /* Text is read up to where offsets, with a token or the blanks kept added to them, stay below 2^32. */
    uint32_t room = PITH_TEXT_MAX - cut->offset;
    size_t over = n > room ? n - (size_t)room : 0;
    const uint8_t *at = text, *stop;

    if (text == NULL)
        at = text = (const uint8_t *)c; /* none of it is read */
    stop = text + (n - over);
    if (v->fresh == NULL)
        begin(v, text);
    for (;;) {
        if (end) {
            pi_cut_end(cut);
        } else {
            if (at == stop && !cut->ready)
                break;
            at = pi_cut_next(cut, at, stop);
        }
        if (!cut->ready)
            break;
        if (take(v) && (!end || is_shown(v))) {
            if (is_shown(v))
                return (size_t)(at - text);
            over = 0;
            break;
        }
    }
    if (end) {
        if (pi_sent_end(&c->sent))
            close_sentence(v);
        return 0;
    }
    pi_read_done(v);
    c->loss.unread = over < UINT32_MAX - c->loss.unread ? c->loss.unread + (uint32_t)over : UINT32_MAX;
    return (size_t)(at - text) + over;
}

void pi_read_done(pi_view *v)
{
    if (pi_keeps(v->c) && v->fresh)
        keep_fresh(v);
}
