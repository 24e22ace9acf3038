#include "mention.h"

/* A word of letters, or a number; what else stands in a name joins its words. */
static int is_word(const pi_spot_word *w) { return w->shape <= PI_SHAPE_MIXED + PI_TOK_NUMBER - 1; }
static int is_small(const pi_spot_word *w) { return w->shape == PI_SHAPE_LOWER; }

/* Of a number the hash is that of its length; its first affix is of what it says. */
static uint16_t key(const pi_spot_word *w)
{
    return w->shape > PI_SHAPE_MIXED ? w->affix[0] : (uint16_t)(w->hash >> 16);
}

static uint16_t lex_of(const pith_model *model, const pi_spot_word *w)
{
    return is_word(w) && !is_small(w) ? pi_lex(model, w->hash) : 0;
}

/* The words of a person's name proper: without titles and what stands before them ("Petersburg Prince Andrew"), the word that
 * only begins the sentence ("Behind Kutuzov") or a letter, another person behind "and", and function words at the end ("God
 * Himself"). One word is left at least. */
static void trim(const pith_model *model, const pi_spot *s, uint8_t *from, uint8_t *to)
{
    uint8_t i;

    while (*to > *from && lex_of(model, s->w + *to) & PI_LEX_STOP)
        --*to;
    for (i = *from; i < *to && lex_of(model, s->w + i + 1) != PI_LEX_ABBR; i++)
        if (lex_of(model, s->w + i) & (PI_LEX_TITLE | PI_LEX_HONOR))
            *from = (uint8_t)(i + 1);
    for (i = (uint8_t)(*from + 1); i < *to; i++)
        if (is_small(s->w + i) && pi_lex(model, s->w[i].hash) & PI_LEX_CONNECT)
            *to = (uint8_t)(i - 1);
    if (*from < *to && lex_of(model, s->w + *from) & PI_LEX_LETTER)
        ++*from;
    if (*from < *to && s->w[*from].flags & PI_SPOT_BEGINS
        && lex_of(model, s->w + *from) & (PI_LEX_STOP | PI_LEX_STARTER | PI_LEX_CONNECT))
        ++*from;
}

static void add(pi_mention *m, const pi_spot_word *w)
{
    uint8_t i = m->n < PI_MENTION_WORDS ? m->n++ : PI_MENTION_WORDS - 1;

    m->word[i] = key(w);
    m->initial[i] = w->initial;
    m->brief = (uint8_t)(m->brief & ~(1u << i));
    if (w->shape == PI_SHAPE_INITIAL)
        m->brief = (uint8_t)(m->brief | 1u << i);
}

void pi_mention_of(pi_mention *m, const pith_model *model, const pi_spot *s, const pi_name *name)
{
    uint8_t i, from = name->from, to = name->to, words = 0, shouted = 1;
    uint32_t whole = 0, capitals = 0, all = 0;

    memset(m, 0, sizeof *m);
    m->kind = name->kind;
    if (name->kind == PI_NAME_PERSON)
        trim(model, s, &from, &to);
    m->offset = s->w[from].offset;
    m->length = (uint16_t)((to == name->to ? name->offset + name->length : s->w[to].offset + s->w[to].length) - m->offset);
    if (from > 0 && s->w[from - 1].shape > PI_SHAPE_MIXED && s->w[from - 1].hash == '(')
        m->flags = PI_MENTION_BRACKET;
    for (i = from; i <= to; i++) {
        const pi_spot_word *w = s->w + i;

        if (!is_word(w))
            continue;
        whole = pi_mention_step(whole, key(w));
        all = pi_hash_step(all, w->initial);
        words++;
        if (is_small(w))
            continue;
        capitals = pi_hash_step(capitals, w->initial);
        shouted &= w->shape == PI_SHAPE_UPPER;
        add(m, w);
    }
    if (m->n == 0) /* the tagger took a sign or a small word alone for a name */
        add(m, s->w + from);
    m->whole = pi_mention_end(words ? whole : m->word[0]);
    if (m->n > 1) {
        m->acronym[0] = (uint16_t)(pi_hash_end(capitals) >> 16);
        m->acronym[1] = (uint16_t)(pi_hash_end(all) >> 16);
    }
    if (shouted)
        m->flags |= m->n == 1 ? PI_MENTION_CAPS | PI_MENTION_SHOUTED : PI_MENTION_SHOUTED;
}
