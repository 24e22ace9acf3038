/* The window of atoms: tokens are cut, looked up, gathered, and left when no quantity can need them. */
#include "quant_match.h"

enum { POSSESSIVE = 2 /* folded bytes of 's */, DIGITS_KEPT = 9 };

void pi_quant_init(pi_quant *q) { memset(q, 0, sizeof *q); }

/* What the table says of a word. */
static void look_up(const pi_quant_model *m, uint32_t hash, pi_atom *a)
{
    uint16_t at = pi_quant_find(m, hash);

    a->word[0] = a->word[1] = 0;
    if (at == PI_QUANT_NOWHERE)
        return;
    a->word[0] = pi_rom16(m->word, (uint16_t)(PI_QUANT_FIRST + m->words + at));
    if (at + 1 < pi_rom16(m->word, (uint16_t)(pi_quant_part(hash) + 1))
        && pi_rom16(m->word, (uint16_t)(PI_QUANT_FIRST + at + 1)) == pi_rom16(m->word, (uint16_t)(PI_QUANT_FIRST + at)))
        a->word[1] = pi_rom16(m->word, (uint16_t)(PI_QUANT_FIRST + m->words + at + 1));
}

static uint8_t sign_of(uint8_t c)
{
    switch (c) {
    case ',': return PI_Q_COMMA;
    case '.': return PI_Q_DOT;
    case '-': return PI_Q_DASH;
    case '/': return PI_Q_SLASH;
    case ':': return PI_Q_COLON;
    case '\'': return PI_Q_APOS;
    default: return PI_Q_NONE;
    }
}

static int is_digit(uint8_t c) { return c >= '0' && c <= '9'; }

/* The kind of a folded byte: runs of one kind are an atom, but each sign is one. */
static uint8_t kind_of(uint8_t c) { return is_digit(c) ? 1 : sign_of(c) ? 2 : 0; }

/* Length of the run at s. */
static uint8_t run_of(const uint8_t *s, uint8_t n)
{
    uint8_t i = 1, kind = kind_of(s[0]);

    while (i < n && kind != 2 && (kind_of(s[i]) == kind || (kind == 0 && s[i] == '.' && i + 1 < n && kind_of(s[i + 1]) == 0)))
        i++; /* "p.m" is one */
    return i;
}

static void read_digits(pi_atom *a, const uint8_t *s, uint8_t n)
{
    uint8_t i;

    a->digits = 0;
    for (i = 0; i < n && i < DIGITS_KEPT; i++)
        a->digits = a->digits * 10 + (uint32_t)(s[i] - '0'); /* < 10^9 */
    a->word[0] = pi_q_word(PI_Q_DIGITS, n);
}

/* Cuts a token with digits, hyphens or signs into atoms. Returns their number; 0: the token is none of a quantity. A word
 * behind a hyphen that is not known ends what stands before it ("20-strong"). */
static uint8_t cut(const pi_quant_model *m, const pi_token *t, pi_atom *a)
{
    uint8_t at = 0, k = 0;

    if (t->length != t->n) /* offsets of parts are those of folded bytes */
        return 0;
    for (; at < t->n; k++, a++) {
        const uint8_t *s = t->folded + at;
        uint8_t n = run_of(s, (uint8_t)(t->n - at)), i;
        uint32_t h = 0;

        if (k == PI_QUANT_TOKEN)
            return 0;
        memset(a, 0, sizeof *a);
        a->offset = t->offset + at;
        a->length = n;
        a->glued = k ? 1 : t->gap == PI_GAP_NONE;
        a->capital = t->shape >= PI_SHAPE_CAP;
        at = (uint8_t)(at + n);
        if (is_digit(*s)) {
            read_digits(a, s, n);
        } else if (sign_of(*s)) {
            a->word[0] = pi_q_word(sign_of(*s), 0);
        } else {
            for (i = 0; i < n; i++)
                h = pi_hash_step(h, s[i]);
            look_up(m, pi_hash_end(h), a);
        }
        if (a->word[0] == 0) {
            if (k < 2 || pi_q_class(a[-1].word[0]) != PI_Q_DASH)
                return 0;
            a->word[0] = pi_q_word(PI_Q_OTHER, 1);
            return (uint8_t)(k + 1);
        }
    }
    return k;
}

/* A word, number or sign as it stands. Returns 0 when it is none of a quantity. */
static uint8_t whole(const pi_quant_model *m, const pi_token *t, pi_atom *a)
{
    uint32_t hash = t->hash;
    uint8_t i, tail = 0;

    if (t->kind >= PI_TOK_STOP && t->chars > 1)
        return 0;
    if (t->flags & PI_TOK_POSS && t->n > POSSESSIVE && t->n < PI_WORD_KEPT) {
        for (hash = 0, i = 0; i < t->n - POSSESSIVE; i++)
            hash = pi_hash_step(hash, t->folded[i]);
        hash = pi_hash_end(hash);
        tail = t->length == t->n ? 2 : 4; /* U+2019 has three bytes */
    }
    look_up(m, hash, a);
    if (a->word[0] == 0 && t->kind >= PI_TOK_STOP && t->n == 1)
        a->word[0] = pi_q_word(sign_of(t->folded[0]), 0);
    if (a->word[0] == 0)
        return 0;
    a->offset = t->offset;
    a->digits = 0;
    a->length = (uint8_t)(t->length - tail);
    a->glued = t->gap == PI_GAP_NONE;
    a->capital = t->shape >= PI_SHAPE_CAP;
    return 1;
}

static uint8_t atoms_of(const pi_quant_model *m, const pi_token *t, pi_atom *a)
{
    if (t->kind == PI_TOK_LINK || t->flags & PI_TOK_CONT)
        return 0;
    if (t->kind == PI_TOK_NUMBER)
        return cut(m, t, a);
    if (whole(m, t, a))
        return 1;
    return t->kind == PI_TOK_WORD && t->flags & (PI_TOK_HYPHEN | PI_TOK_DIGIT) ? cut(m, t, a) : 0;
}

/* The window is left behind; what came after it begins the next. */
static void leave(pi_quant *q, uint8_t from)
{
    uint8_t i;

    q->n = (uint8_t)(q->n + q->more - from);
    memmove(q->atom, q->atom + from, q->n * sizeof *q->atom);
    q->more = q->closed = q->at = q->core = 0;
    if (q->n == 0) /* of its last word, which was none of a quantity, no dot is wanted */
        q->dot = 0;
    for (i = 0; i < q->n && !q->core; i++)
        q->core = pi_quant_core(q->atom + i) != 0;
}

/* Closes the window. Returns 0 when it says nothing. */
static int shut(pi_quant *q, uint8_t how)
{
    if (q->core) {
        q->closed = how;
        return 1;
    }
    leave(q, q->n);
    return 0;
}

int pi_quant_token(pi_quant *q, const pi_quant_model *m, const pi_token *t, uint8_t begins)
{
    pi_atom *a = q->atom + q->n;
    uint8_t i, known;

    if (t == NULL)
        return shut(q, 1);
    if (q->dot && t->kind == PI_TOK_STOP && t->mark == '.' && t->gap == PI_GAP_NONE) {
        a[-1].length++;
        q->dot = 0;
        return 0;
    }
    q->dot = 0;
    if (q->core == 0 && t->kind >= PI_TOK_STOP && (t->mark == ',' || t->mark == '.')) {
        q->n = 0; /* nothing goes on behind these that has not begun yet */
        return 0;
    }
    q->more = known = atoms_of(m, t, a);
    if (q->n == 0 && known == 1 && !pi_quant_begins(a)) {
        q->more = 0;
        return 0;
    }
    if (!known) {
        if (q->core == 0) {
            q->n = 0;
            return 0;
        }
        memset(a, 0, sizeof *a);
        a->offset = t->offset;
        a->word[0] = pi_q_word(PI_Q_OTHER, t->kind <= PI_TOK_LINK);
        a->glued = t->gap == PI_GAP_NONE;
        q->more = 1;
    }
    if (t->flags & PI_TOK_DOTS && known)
        q->dot = 1;
    if (begins || t->gap == PI_GAP_PARA) {
        q->more = known;
        if (q->n)
            return shut(q, 1);
    }
    if (known && q->n + known > PI_QUANT_ATOMS)
        return shut(q, 2);
    q->n = (uint8_t)(q->n + q->more);
    q->more = 0;
    for (i = 0; i < known && !q->core; i++)
        q->core = pi_quant_core(a + i) != 0;
    return known && pi_q_class(a[known - 1].word[0]) != PI_Q_OTHER ? 0 : shut(q, 1);
}

/* What was found behind a word that is not part of it ("in March") may be the beginning of something longer ("March 2022").
 * Returns the atom after it. */
static uint8_t behind(const pi_quant *q, const pi_quant_model *m, uint8_t next, pi_found *found)
{
    uint8_t from = q->at, longer;
    pi_found other;

    if (q->atom[from].offset == found->offset)
        return next;
    while (q->atom[from].offset != found->offset)
        from++;
    longer = pi_quant_match(q, m, from, &other);
    if (longer <= next)
        return next;
    *found = other;
    return longer;
}

/* Of the atoms from that at the quantity's offset on, before `end`. */
static uint32_t hash_of(const pi_quant *q, uint8_t end, const pi_found *found)
{
    uint32_t h = 0;
    uint8_t i;

    for (i = q->at; i < end; i++)
        if (q->atom[i].offset >= found->offset) {
            h = (h << 5) + h + q->atom[i].digits;
            h = (h << 5) + h + ((uint32_t)q->atom[i].word[1] << 16 | q->atom[i].word[0]);
        }
    return pi_hash_end(h);
}

int pi_quant_fetch(pi_quant *q, const pi_quant_model *m, pi_found *found)
{
    uint8_t last = q->closed == 2 ? (uint8_t)(q->n / 2) : q->n;

    if (!q->closed)
        return 0;
    while (q->at < last) {
        uint8_t next = pi_quant_begins(q->atom + q->at) ? pi_quant_match(q, m, q->at, found) : 0;

        if (next == 0) {
            q->at++;
            continue;
        }
        next = pi_quant_join(q, m, behind(q, m, next, found), found);
        found->whole = hash_of(q, next, found);
        q->at = next;
        return 1;
    }
    leave(q, q->closed == 2 ? q->at : q->n);
    return 0;
}

int pi_quant_open(const pi_quant *q, uint32_t *from)
{
    if (q->at >= q->n + q->more)
        return 0;
    *from = q->atom[q->at].offset;
    return 1;
}
