/* Islands: words come, islands open, are complete, labelled, and their names fetched. */
#include "spot.h"

#include "lex.h"

enum { CLOSED = 0, OPEN = 1, COMPLETE = 2, LABELLED = PI_SPOT_LABELLED };

enum { SHORT = 4 /* letters of a capitalized word that a dot may abbreviate */,
       UNDECIDED = 128, NOVEL = 152 /* pi_spot.fiction: as likely as not, four times as likely as anything else */ };

void pi_spot_init(pi_spot *s)
{
    memset(s, 0, sizeof *s);
    s->fiction = UNDECIDED;
}

static uint32_t hash_of(const uint8_t *p, uint8_t n)
{
    uint32_t h = 0;

    while (n--)
        h = pi_hash_step(h, *p++);
    return pi_hash_end(h);
}

/* Hashes of the first and last 2, 3, 4 of n >= 1 bytes, or of all. */
static void affixes(pi_spot_word *w, const uint8_t *p, uint8_t n)
{
    uint32_t head = 0, tail = 0, power = 1; /* of 33, as pi_hash_step multiplies by it */
    uint8_t i, part = 0;

    for (i = 0; i < 3; i++) {
        for (; part < n && part < i + 2; part++) {
            head = pi_hash_step(head, p[part]);
            tail += p[n - 1 - part] * power;
            power *= 33;
        }
        w->affix[i] = (uint16_t)(pi_hash_end(head) >> 16);
        w->affix[3 + i] = (uint16_t)(pi_hash_end(tail) >> 16);
    }
}

/* Leaves a possessive out: 's are two folded bytes; U+2019 has two more in the text. */
static void strip(pi_spot_word *w, const pi_token *t)
{
    uint8_t tail = t->length - t->n == 2 ? 4 : 2;

    if (t->n < 3 || t->n >= PI_WORD_KEPT || t->length <= tail)
        return;
    w->flags |= PI_SPOT_POSS;
    w->tail = tail;
    w->length = (uint8_t)(t->length - tail);
    w->hash = hash_of(t->folded, (uint8_t)(t->n - 2));
}

static void look_up(const pi_spot_model *m, pi_spot_word *w)
{
    uint16_t at;

    if (w->shape > PI_SHAPE_LOWER) {
        at = pi_spot_find(m->words, m->word_buckets, PI_SPOT_WORD_BYTES, w->hash ^ PI_SPOT_CASED, 2);
        if (at != PI_SPOT_NONE) {
            w->class = pi_rom8(m->words, at);
            w->code = pi_rom8(m->words, (uint16_t)(at + PI_SPOT_BUCKET)) & 63;
        }
    }
    at = pi_spot_find(m->words, m->word_buckets, PI_SPOT_WORD_BYTES, w->hash, 2);
    if (at == PI_SPOT_NONE)
        return;
    w->low = pi_rom8(m->words, at);
    if (w->class == 0)
        w->class = w->low;
    if (w->shape <= PI_SHAPE_LOWER)
        w->code = pi_rom8(m->words, (uint16_t)(at + PI_SPOT_BUCKET)) & 63;
}

static int joins(uint8_t code) { return code == PI_SPOT_CODE_JOINS || code == PI_SPOT_CODE_ARTICLE; }

/* A word of letters: looked up as soon as it is capitalized or may join an island. */
static void take_word(const pi_spotter *k, pi_spot_word *w, const pi_token *t)
{
    uint8_t n = t->n;

    w->shape = t->shape;
    w->hash = t->hash;
    if (t->flags & PI_TOK_POSS) {
        strip(w, t);
        n = (uint8_t)(w->tail ? n - 2 : n);
    }
    if (t->shape <= PI_SHAPE_LOWER && k->s->open != OPEN)
        return; /* what it is counts beside an island alone: see complete() */
    look_up(k->model, w);
    if (t->shape <= PI_SHAPE_LOWER) {
        if (joins(w->code))
            w->flags |= PI_SPOT_JOINS;
        return;
    }
    w->flags |= w->code == PI_SPOT_CODE_ALONE ? PI_SPOT_JOINS : PI_SPOT_CAPITAL;
    affixes(w, t->folded, n);
}

/* A sign or number. An apostrophe, hyphen, ampersand or dot may stand within a name. */
static void take_other(pi_spot_word *w, const pi_token *t)
{
    w->shape = (uint8_t)(PI_SHAPE_MIXED + t->kind - 1);
    w->hash = t->kind <= PI_TOK_LINK ? UINT32_C(0x100) + t->length : t->mark;
    if (t->kind == PI_TOK_NUMBER)
        w->affix[0] = (uint16_t)(hash_of(t->folded, t->n) >> 16);
    if (t->kind == PI_TOK_NUMBER || (t->length == 1 && (t->mark == '-' || t->mark == '&' || t->mark == '\'' || t->mark == '.')))
        w->flags |= PI_SPOT_JOINS;
}

/* Drops the words that no island needs any more, when the window is full: then at most 2 before an island, its 12, and 4
 * after it stay, which is less than PI_SPOT_WORDS. */
static void make_room(pi_spot *s)
{
    uint8_t keep = s->open ? s->from : s->at, drop;

    if (s->n < PI_SPOT_WORDS)
        return;
    drop = (uint8_t)(keep > PI_SPOT_AROUND ? keep - PI_SPOT_AROUND : 0);
    s->n = (uint8_t)(s->n - drop);
    memmove(s->w, s->w + drop, s->n * sizeof *s->w);
    s->at = (uint8_t)(s->at - drop);
    s->from = (uint8_t)(s->from - drop);
    s->last = (uint8_t)(s->last - drop);
}

/* Takes the token into the window, unless it is the dot of an abbreviation. Returns 0 when it is. */
static int push(const pi_spotter *k, const pi_token *t, uint8_t begins)
{
    pi_spot *s = k->s;
    pi_spot_word *w = s->w + s->n;
    uint8_t i;

    if (s->dot && t->kind == PI_TOK_STOP && t->length == 1 && t->mark == '.' && t->gap == PI_GAP_NONE) {
        s->dot = 0;
        w[-1].flags |= PI_SPOT_DOTTED;
        return 0;
    }
    for (i = 0; i < 6; i++)
        w->affix[i] = 0;
    w->tail = w->class = w->low = w->code = w->memo = w->label = 0; /* memset would be a call */
    w->spare[0] = w->spare[1] = 0;
    w->offset = t->offset;
    w->length = t->length;
    w->flags = (uint8_t)((begins || t->gap == PI_GAP_PARA ? PI_SPOT_BEGINS : 0) | (t->flags & PI_TOK_DOTS ? PI_SPOT_DOTS : 0)
                         | (t->flags & PI_TOK_HYPHEN ? PI_SPOT_HYPHEN : 0) | (t->flags & PI_TOK_DIGIT ? PI_SPOT_DIGIT : 0));
    w->initial = t->n ? t->folded[0] : 0;
    if (t->kind == PI_TOK_WORD)
        take_word(k, w, t);
    else
        take_other(w, t);
    s->n++; /* <= PI_SPOT_WORDS, since make_room came before */
    s->dot = w->flags & PI_SPOT_CAPITAL && (t->chars <= SHORT || w->flags & PI_SPOT_DOTS) && w->tail == 0;
    return 1;
}

/* Does the next word begin an island or continue the open one? Moves on by a word, or completes the island. */
static void judge(pi_spot *s)
{
    const pi_spot_word *w = s->w + s->at;

    if (s->open == CLOSED) {
        if (w->flags & PI_SPOT_CAPITAL) {
            s->open = OPEN;
            s->from = s->last = s->at;
        }
        s->at++;
        return;
    }
    if (w->flags & PI_SPOT_BEGINS || s->at - s->from >= PI_SPOT_ISLAND || s->at - s->last > PI_SPOT_BRIDGE + 1) {
        s->open = COMPLETE;
    } else if (w->flags & PI_SPOT_CAPITAL || (w->shape == PI_SHAPE_MIXED + PI_TOK_NUMBER - 1 && s->at == s->last + 1)) {
        s->last = s->at++;
    } else if (w->flags & PI_SPOT_JOINS && s->at - s->last <= PI_SPOT_BRIDGE) {
        s->at++;
    } else {
        s->open = COMPLETE;
    }
}

static pi_spot_memo *memo_of(const pi_spotter *k, uint32_t hash)
{
    return k->memo + (hash & (k->slots - 1u) & ~1u);
}

/* A capitalized word; of a title the document tells nothing new. */
static int is_noted(const pi_spot_word *w) { return w->flags & PI_SPOT_CAPITAL && w->code != PI_SPOT_CODE_LEADS; }

/* What the memo says of a word: 0, or 1 + 3 * kind + (times - 1, at most 2), where kind 0 is no name. */
static uint8_t recall(const pi_spotter *k, uint32_t hash)
{
    const pi_spot_memo *e;
    uint8_t i;

    if (k->slots == 0)
        return 0;
    e = memo_of(k, hash);
    for (i = 0; i < 2; i++, e++)
        if (e->count && e->word == hash >> 16)
            return (uint8_t)(1 + 3 * e->kind + (e->count < 3 ? e->count - 1 : 2));
    return 0;
}

/* Notes a word. Of the two slots the one that counts less makes room. */
static void note(const pi_spotter *k, uint32_t hash, uint8_t kind)
{
    pi_spot_memo *e;
    uint8_t i;

    if (k->slots == 0)
        return;
    e = memo_of(k, hash);
    for (i = 0; i < 2; i++)
        if (e[i].count && e[i].word == hash >> 16) {
            if (e[i].kind == kind)
                e[i].count = pi_inc8(e[i].count);
            else if (--e[i].count == 0) {
                e[i].kind = kind;
                e[i].count = 1;
            }
            return;
        }
    e += e[1].count < e[0].count || (e[1].count == e[0].count && e[1].count == 0) ? 1 : 0;
    if (e->count > 1) {
        e->count--;
        return;
    }
    e->word = (uint16_t)(hash >> 16);
    e->kind = kind;
    e->count = 1;
}

/* Looks up what labelling needs: the small words around, the memo, and whether the text reads like a novel, as far as the classes of
 * words around its names say (learnt log odds, added up; what is beyond the limits is forgotten, so that a text may change). */
static void complete(const pi_spotter *k)
{
    pi_spot *s = k->s;
    int16_t fiction = s->fiction; /* at most PI_SPOT_WORDS times 128 more or less */
    uint8_t i;

    for (i = s->from > PI_SPOT_AROUND ? (uint8_t)(s->from - PI_SPOT_AROUND) : 0; i < s->n; i++) {
        pi_spot_word *w = s->w + i;

        if (w->shape <= PI_SHAPE_LOWER && w->class == 0)
            look_up(k->model, w);
        if (is_noted(w))
            w->memo = recall(k, w->hash);
        fiction = (int16_t)(fiction + pi_rom8(k->model->fiction, w->class) - UNDECIDED);
    }
    s->fiction = (uint8_t)(fiction < 0 ? 0 : fiction > 255 ? 255 : fiction);
}

int pi_spot_joins(const pi_spot_model *m, uint32_t hash)
{
    uint16_t at = pi_spot_find(m->words, m->word_buckets, PI_SPOT_WORD_BYTES, hash, 2);

    return at != PI_SPOT_NONE && joins(pi_rom8(m->words, (uint16_t)(at + PI_SPOT_BUCKET)) & 63);
}

int pi_spot_function(const pi_spotter *k, uint32_t hash) { return k->language && pi_lex(k->language, hash) & PI_LEX_STOP; }

/* Is the island a function word alone ("The", "He")? Half of them are, and of 11,700 such the tagger took 9 for names, 8 of them in
 * capitals ("US"). */
static int is_function_word(const pi_spotter *k)
{
    const pi_spot_word *w = k->s->w + k->s->from;

    return k->s->from == k->s->last && w->shape == PI_SHAPE_CAP && pi_spot_function(k, w->hash);
}

/* Goes on behind the island. */
static void leave(pi_spot *s)
{
    s->at = (uint8_t)(s->last + 1);
    s->open = CLOSED;
}

int pi_spot_ask(const pi_spotter *k, const pi_token *t, uint8_t begins)
{
    pi_spot *s = k->s;

    if (s->open == LABELLED)
        leave(s);
    if (t) {
        make_room(s);
        if (!push(k, t, begins))
            return 0;
    }
    for (;;) { /* s->at grows */
        while (s->open < COMPLETE && s->at < s->n)
            judge(s);
        if (s->open == OPEN && t == NULL)
            s->open = COMPLETE;
        if (s->open != COMPLETE || (t && s->n - 1 - s->last < PI_SPOT_AROUND))
            return 0;
        if (!is_function_word(k))
            break;
        s->w[s->from].label = 0;
        pi_spot_tell(k);
        leave(s);
    }
    complete(k);
    return 1;
}

void pi_spot_tell(const pi_spotter *k)
{
    pi_spot *s = k->s;
    uint8_t i;

    s->open = LABELLED;
    s->fetched = s->from;
    for (i = s->from; i <= s->last; i++) {
        const pi_spot_word *w = s->w + i;

        if (is_noted(w) && (w->label || !(w->flags & PI_SPOT_BEGINS)))
            note(k, w->hash, (uint8_t)(w->label ? 1 + (w->label - 1) / 4 : 0));
    }
}

int pi_spot_token(const pi_spotter *k, const pi_token *t, uint8_t begins)
{
    if (!pi_spot_ask(k, t, begins))
        return 0;
    pi_spot_label(k);
    pi_spot_tell(k);
    return 1;
}

int pi_spot_end(const pi_spotter *k) { return pi_spot_token(k, NULL, 0); }

/* Where a name begins in a novel: with its titles and its article. */
static const pi_spot_word *lead_of(const pi_spot *s, const pi_spot_word *w, uint8_t kind)
{
    if (kind == PI_NAME_PERSON)
        while (w > s->w && !(w->flags & PI_SPOT_BEGINS) && w[-1].code == PI_SPOT_CODE_LEADS && w[-1].label == 0)
            w--;
    if (kind <= PI_NAME_ORG && w > s->w && !(w->flags & PI_SPOT_BEGINS) && w[-1].code == PI_SPOT_CODE_ARTICLE)
        w--;
    return w;
}

int pi_spot_fetch(pi_spot *s, pi_name *name)
{
    if (s->open != LABELLED)
        return 0;
    while (s->fetched <= s->last) {
        uint8_t i = s->fetched++, b;
        const pi_spot_word *w = s->w + i, *e;

        if (w->label == 0 || ((b = (w->label - 1) & 3) != PI_SPOT_B && b != PI_SPOT_U))
            continue;
        name->from = i;
        while (((s->w[i].label - 1) & 3) != PI_SPOT_U && ((s->w[i].label - 1) & 3) != PI_SPOT_L && i < s->last)
            i++;
        e = s->w + i;
        s->fetched = (uint8_t)(i + 1);
        name->to = i;
        name->kind = (uint8_t)((w->label - 1) / 4);
        if (s->fiction >= NOVEL)
            w = lead_of(s, w, name->kind);
        name->offset = w->offset;
        name->length = (uint16_t)(e->offset + e->length - w->offset
                                  + (e->flags & PI_SPOT_DOTTED && e->flags & PI_SPOT_DOTS ? 1u : 0u));
        return 1;
    }
    return 0;
}

int pi_spot_open(const pi_spot *s, uint32_t *from)
{
    uint8_t i = s->open == LABELLED ? (uint8_t)(s->last + 1) : s->open ? s->from : s->at;

    for (; i < s->n; i++)
        if (s->w[i].flags & PI_SPOT_CAPITAL) {
            *from = s->w[i].offset; /* no quantity ends with an article that a name begins with */
            return 1;
        }
    return 0;
}
