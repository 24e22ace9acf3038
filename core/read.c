/* Reading: tokens become sentence records and counts in the tables. */
#include "lex.h"
#include "state.h"

/* Makes room by dropping candidates. Returns 0 when none are left. */
static int make_room(const pi_view *v)
{
    uint16_t n = pi_rank_evict(&v->k);
    uint32_t *dropped = &v->c->loss.dropped;

    *dropped = *dropped < UINT32_MAX - n ? *dropped + n : UINT32_MAX;
    return n > 0;
}

/* Appends to the text being read, at the cost of candidates. When it alone fills the store, what came
 * before is given up, and with it this sentence. */
static void put_text(const pi_view *v, uint32_t at, const uint8_t *text, size_t n)
{
    while (!pi_store_extend(&v->k.tab, at, text, n)) {
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
 * being read begins, at or after `end` if it has none of them. */
static void keep_text(const pi_view *v, const uint8_t *text, size_t n, uint32_t end, uint32_t start)
{
    const pi_core *c = v->c;
    uint32_t at = end - (uint32_t)n;
    uint32_t stop = c->token_end + PI_SENT_BLANKS;

    if (c->sent.open && start <= stop) {
        put_text(v, at, text, n);
        return;
    }
    if (!c->sent.open)
        pi_store_trim(&v->k.tab, start);
    else if (at < stop)
        put_text(v, at, text, stop - at < n ? (size_t)(stop - at) : n);
    if (start < end) {
        if (start > at) {
            text += start - at;
            at = start;
        }
        put_text(v, at, text, (size_t)(end - at));
    }
}

/* The same for the n bytes that the cutter has just read. The first bytes of a code point between tokens wait
 * in the cutter until it is known to be no blank: `part` are those that waited before. */
static void keep_read(const pi_view *v, const uint8_t *text, size_t n, const uint8_t *part, uint8_t waited)
{
    const pi_cutter *cut = &v->c->cut;
    uint32_t start = cut->ready ? cut->tok.offset : pi_cut_start(cut), end = cut->offset;
    uint8_t now[3], waits = pi_cut_waits(cut) ? pi_cut_part(cut, now) : 0;

    if (waits == waited + n) /* more of the same code point, or the first of one and nothing else */
        return;
    if (waited)
        keep_text(v, part, waited, end - (uint32_t)n, start);
    keep_text(v, text, n - waits, end - waits, start);
}

/* May a sentence with these ends be chosen at all? */
static int wanted(const pi_core *c, uint32_t from, uint32_t to)
{
    return from >= c->from && (c->to == 0 || to <= c->to);
}

/* Gives the closed sentence a record, if its text is there and room can be made. */
static void enter(const pi_view *v)
{
    pi_core *c = v->c;
    const pi_tab *t = &v->k.tab;
    uint32_t rest = c->sent.open ? c->sent.start : c->cut.offset;
    uint16_t i;

    if (c->keep && (c->store.first == PI_NIL || c->sent.from < c->store.base)) {
        c->loss.unkept = pi_inc32(c->loss.unkept);
        return;
    }
    i = pi_store_new(t);
    if (i == PI_NIL && make_room(v))
        i = pi_store_new(t);
    if (i == PI_NIL)
        return;
    t->rec[i] = c->cur;
    while (c->keep && !pi_store_take(t, i, c->sent.from, c->sent.to, rest)) {
        if (!make_room(v)) {
            pi_store_free(t, i);
            c->loss.unkept = pi_inc32(c->loss.unkept);
            return;
        }
    }
    pi_store_push(t, i);
}

/* Queues the sentence for pith_scan. */
static void note_event(pi_core *c)
{
    pith_item *e = &c->event[c->nevents < PI_EVENTS ? c->nevents++ : PI_EVENTS - 1];

    e->offset = c->cur.offset;
    e->length = c->cur.length;
    e->score = c->cur.score;
    e->count = c->cur.words;
    e->kind = PITH_SENTENCE;
    e->flags = c->cur.flags & PI_SENT_HEADING ? PITH_HEADING : 0;
}

/* The splitter has closed a sentence. */
static void close_sentence(const pi_view *v)
{
    pi_core *c = v->c;
    pi_rec *r = &c->cur;

    r->offset = c->sent.from;
    r->length = (uint16_t)(c->sent.to - c->sent.from); /* <= PITH_SENTENCE_MAX */
    r->ordinal = c->ordinal;
    if (!(c->sent.flags & PI_SENT_HEADING))
        c->ordinal++; /* a headline does not take the lead's place */
    r->next = r->text = PI_NIL;
    r->flags = (uint16_t)(r->flags | c->sent.flags);
    c->loss.sentences = pi_inc32(c->loss.sentences);
    if (c->sent.flags & PI_SENT_CUT)
        c->loss.cut = pi_inc32(c->loss.cut);
    if (v->scan) {
        r->score = pi_rank_score(&v->k, r);
        note_event(c);
    }
    if (wanted(c, c->sent.from, c->sent.to))
        enter(v);
    if (c->keep)
        pi_store_trim(&v->k.tab, c->sent.open ? c->sent.start : c->cut.offset);
    memset(r, 0, sizeof *r);
    c->column = 0;
    c->run = 0;
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

/* Notes a term in the sentence's record, if it is new there and among its most telling. Returns 0 when
 * the record has it already. */
static int note_term(pi_core *c, uint16_t term, uint8_t worth)
{
    pi_rec *r = &c->cur;
    uint8_t n = r->nterms, least = n, i;

    for (i = 0; i < n; i++)
        if (r->terms[i] == term)
            return 0;
    if (n < PI_REC_TERMS) {
        r->nterms++;
        c->cur_least = 0;
    } else if (worth <= c->cur_least) {
        return 1;
    } else {
        for (i = least = 0; i < PI_REC_TERMS; i++)
            if (c->cur_worth[i] < c->cur_worth[least])
                least = i;
        c->cur_least = c->cur_worth[least]; /* what takes its place may be worth more */
        if (worth <= c->cur_least)
            return 1;
    }
    r->terms[least] = term;
    c->cur_worth[least] = worth;
    return 1;
}

/* Notes how the term is written here, and the letters when they will not be seen again. */
static void add_form(const pi_view *v, const pi_token *t, uint16_t term, uint16_t salience)
{
    pi_form *f = pi_forms_add(v->forms, v->c->form_buckets, term, salience, (uint16_t)(t->hash >> 16), t->offset,
                              t->length);
    uint8_t *b;

    if (f == NULL || v->c->keep == 0)
        return;
    b = v->form_text[f - v->forms].b;
    if (f->votes > 1 && b[0])
        return;
    b[0] = 0;
    f->at = t->offset; /* the letters are those that stand there */
    if (t->length <= PI_FORM_KEPT && pi_store_read(&v->k.tab, t->offset, b, t->length) < t->length)
        b[0] = 0;
}

static void add_term(const pi_view *v, const pi_token *t, const pi_known *w, int named)
{
    pi_core *c = v->c;
    pi_term *e = pi_terms_add(v->k.terms, v->k.buckets, w->term, w->rarity, &c->loss.terms);
    int fresh;
    uint8_t i;

    /* Rare terms first, the capitalised before others (measured: choosing by rarity beats choosing by
     * salience so far). */
    fresh = note_term(c, w->term, (uint8_t)(w->rarity + (named ? 2 : 0)));
    if (e && fresh) {
        e->spread = pi_inc8(e->spread);
        if (e->first == 255 && c->ordinal < 255)
            e->first = (uint8_t)c->ordinal;
    }
    for (i = 0; i < c->nquery; i++)
        if (c->query[i] == w->term)
            c->cur.query = pi_inc8(c->cur.query);
    if (c->form_buckets && t->kind == PI_TOK_WORD && t->chars > 1 && !(t->flags & PI_TOK_POSS))
        add_form(v, t, w->term, e ? pi_terms_salience(e) : 0);
}

/* What the first word tells of a sentence. */
static uint16_t first_word(uint16_t lex)
{
    return (uint16_t)((lex & PI_LEX_PRONOUN ? PI_REC_PRONOUN : 0) | (lex & PI_LEX_CONNECT ? PI_REC_CONNECT : 0)
                      | (lex & PI_LEX_CREDIT ? PI_REC_CREDIT : 0));
}

/* Counts a word, number or link. */
static void count_word(const pi_view *v, const pi_token *t, const pi_known *w, uint16_t lex)
{
    pi_core *c = v->c;
    pi_rec *r = &c->cur;
    int named = 0, first = r->words == 0;

    r->words++; /* <= PITH_SENTENCE_MAX */
    c->loss.words = pi_inc32(c->loss.words);
    if (first) {
        r->flags |= first_word(lex);
    } else if (t->shape > PI_SHAPE_LOWER && w->term) {
        named = 1;
        r->names = pi_inc8(r->names);
    }
    if (lex & (PI_LEX_SAY | PI_LEX_DATE))
        r->flags = (uint16_t)(r->flags | (lex & PI_LEX_SAY ? PI_REC_SAY : 0) | (lex & PI_LEX_DATE ? PI_REC_DATE : 0));
    if (t->kind == PI_TOK_NUMBER || t->flags & PI_TOK_DIGIT)
        r->numbers = pi_inc8(r->numbers);
    if (w->term)
        add_term(v, t, w, named);
    else
        r->stops = pi_inc8(r->stops);
}

/* Takes a complete token. */
static void take(const pi_view *v)
{
    pi_core *c = v->c;
    pi_token *t = &c->cut.tok;
    const pi_known *w = NULL;
    pi_known own;
    uint16_t lex = 0;

    if (t->kind <= PI_TOK_LINK) {
        w = pi_know(v->k.model, v->memo, c->memo_slots, t, &own);
        lex = w->lex ? pi_lex_flags(v->k.model, w->lex) : 0;
    }
    if (t->offset - c->token_end > PI_SENT_BLANKS)
        t->gap = PI_GAP_PARA;
    if (pi_sent_token(&c->sent, v->k.model, t, lex)) {
        uint32_t signs;

        close_sentence(v);
        /* A quotation mark or bracket before this token begins the row; bytes are no fewer than code points. */
        signs = t->offset - c->sent.start;
        c->run = signs < c->columns ? signs : c->columns;
        c->column = (uint16_t)c->run;
    }
    c->token_end = t->offset + t->length;
    if (t->flags & PI_TOK_CONT)
        c->loss.cut_words = pi_inc32(c->loss.cut_words);
    if (c->columns)
        lay_out(c, t);
    if (w)
        count_word(v, t, w, lex);
}

/* The end of the text: what waits is kept. */
static void keep_waiting(const pi_view *v)
{
    uint8_t part[3], waited;

    if (pi_cut_waits(&v->c->cut)) {
        waited = pi_cut_part(&v->c->cut, part);
        keep_text(v, part, waited, v->c->cut.offset, v->c->cut.offset - waited);
    }
}

size_t pi_read(const pi_view *v, const uint8_t *text, size_t n, int end)
{
    pi_core *c = v->c;
    /* Text is read up to where offsets, with a token or the blanks kept added to them, stay below 2^32. */
    uint32_t room = PITH_TEXT_MAX - c->cut.offset;
    size_t done = 0, over = n > room ? n - (size_t)room : 0;

    n -= over;
    if (end && c->keep)
        keep_waiting(v);
    for (;;) {
        uint8_t part[3], waited = 0;
        size_t k;

        if (end) {
            pi_cut_end(&c->cut);
        } else {
            if (done == n && !c->cut.ready)
                break;
            if (c->keep && pi_cut_waits(&c->cut))
                waited = pi_cut_part(&c->cut, part);
            k = pi_cut(&c->cut, text + done, n - done);
            if (c->keep && (k || waited))
                keep_read(v, text + done, k, part, waited);
            done += k;
        }
        if (!c->cut.ready)
            break;
        take(v);
        if (c->nevents && !end)
            return done;
    }
    if (end && pi_sent_end(&c->sent))
        close_sentence(v);
    c->loss.unread = over < UINT32_MAX - c->loss.unread ? c->loss.unread + (uint32_t)over : UINT32_MAX;
    return done + over;
}
